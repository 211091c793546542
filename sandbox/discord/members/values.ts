import { OPTION } from '../wire/command.ts';
import type { CommandOption } from '../wire/command.ts';

/** A typed value as Discord's client lets it through; it refuses anything else. */
export function checkValue(
  option: CommandOption,
  value: string | number | boolean,
): string | number | boolean {
  const choices = option.choices ?? [];
  if (choices.length > 0) {
    const choice = choices.find((it) => it.value === value) ?? choices.find((it) => it.name === value);
    if (choice) return choice.value;
    const offered = choices.map((it) => String(it.value)).join(', ');
    throw new Error(`The option "${option.name}" has no choice "${value}". It has: ${offered}`);
  }
  const wrong = faultOf(option, value);
  if (wrong) throw new Error(`The option "${option.name}" takes ${wrong}, not ${JSON.stringify(value)}`);
  return value;
}

function faultOf(option: CommandOption, value: string | number | boolean): string | null {
  switch (option.type) {
    case OPTION.string: {
      const [least, most] = [option.min_length ?? 0, option.max_length ?? 6_000];
      const fits = typeof value === 'string' && value.length >= least && value.length <= most;
      return fits ? null : `${least} to ${most} characters`;
    }
    case OPTION.boolean:
      return typeof value === 'boolean' ? null : 'true or false';
    case OPTION.integer:
    case OPTION.number: {
      const [least, most] = [option.min_value ?? -(2 ** 53), option.max_value ?? 2 ** 53];
      const whole = option.type === OPTION.integer;
      const number = typeof value === 'number' && (whole ? Number.isInteger(value) : Number.isFinite(value));
      return number && value >= least && value <= most
        ? null
        : `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
    }
    default:
      return 'a person, channel or file';
  }
}
