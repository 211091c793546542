import { OPTION } from '../wire/command.ts';
import type { CommandOption } from '../wire/command.ts';
import { fault, notWithin, tooLong } from './faults.ts';
import { LIMITS } from './limits.ts';
import { refuseAny } from './refusal.ts';

/** One thing that is suggested to a person who types. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** Refuses suggestions that Discord would not show for the option. */
export function checkChoices(choices: readonly Choice[], option: CommandOption | undefined): void {
  const wanted = option?.type === OPTION.string ? 'string' : 'number';
  const at = ['choices'];
  refuseAny([
    ...tooLong('autocomplete-choices', at, choices, LIMITS.commandChoices),
    ...choices.flatMap(({ name, value }, n) => [
      ...notWithin('autocomplete-choices', [...at, n, 'name'], name, LIMITS.choiceText),
      ...(typeof value === wanted
        ? []
        : [
            fault(
              'autocomplete-choices',
              [...at, n, 'value'],
              'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
              `The value is not a ${wanted}`,
            ),
          ]),
      ...(typeof value === 'string'
        ? tooLong('autocomplete-choices', [...at, n, 'value'], value, LIMITS.choiceText)
        : []),
    ]),
  ]);
}
