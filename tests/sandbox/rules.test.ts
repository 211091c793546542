import { describe, expect, it } from 'vitest';
import { CLOSE, ERRORS, LIMITS, RULES } from '../../sandbox/discord/index.ts';
import type { Rule, RuleName } from '../../sandbox/discord/index.ts';
import { breaks } from './breaks/index.ts';
import { button, command, many, option, row, scene, select } from './scene.ts';

const ruleOf = (name: RuleName): Rule => RULES[name];
const isRule = (name: string): name is RuleName => name in RULES;

describe('breaking a rule', () => {
  it.each(Object.keys(RULES).filter(isRule))('has its consequence: %s', async (name) => {
    const set = await scene();
    const met = await breaks[name](set);
    const { then } = ruleOf(name);
    const refusals = set.discord.refusals.map(({ rule, status, code }) => ({ rule, status, code }));
    if (then.kind === 'refused') {
      const { status, code } = ERRORS[then.error];
      expect(refusals).toEqual([{ rule: name, status, code }]);
      return;
    }
    expect(refusals).toEqual([]);
    switch (then.kind) {
      case 'closed':
        expect(met).toBe(CLOSE[then.close]);
        break;
      case 'session-void':
        expect(met).toBe(9);
        break;
      case 'no-file':
        expect(met).toBe(then.status);
        break;
      case 'withheld':
        expect(met).toBe(0);
        break;
      case 'shown':
        expect(met).toBe(then.text);
        break;
    }
  });

  it('is answered, if it is a request, in the form of Discord’s errors', async () => {
    const { say } = await scene();
    const { status, json } = await say({ embeds: [{ title: 'x'.repeat(257) }] });
    const fault = { code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' };
    expect(status).toBe(400);
    expect(json).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { embeds: { '0': { title: { _errors: [fault] } } } },
    });
  });
});

describe('a request at the very limit', () => {
  it('is taken', async () => {
    const { say, register, discord } = await scene();
    const fields = many(25, () => ({ name: 'n', value: 'v' }));
    const fullest = {
      title: 't'.repeat(256),
      description: 'd'.repeat(4096),
      author: { name: 'a'.repeat(256) },
    };
    await say({
      content: 'x'.repeat(2000),
      embeds: [{ ...fullest, fields }, ...many(9, () => ({ title: 'x' }))],
    });
    await say({
      components: many(5, (r) =>
        row(...many(5, (n) => button({ label: 'x'.repeat(80), custom_id: `${r}-${n}`.padEnd(100, 'x') }))),
      ),
    });
    await say({
      components: [
        row(
          select({
            placeholder: 'x'.repeat(150),
            options: many(25, (n) => option(`${n}`.padEnd(100, 'x'))),
            max_values: 25,
          }),
        ),
      ],
    });
    await say({}, { files: many(10, (n) => ({ name: `${n}.txt`, bytes: new Uint8Array(1) })) });
    await say({}, { files: [{ name: 'big', bytes: new Uint8Array(LIMITS.fileBytes) }] });
    await register(...many(100, (n) => command({ name: `c${n}`.padEnd(32, 'x') })));
    expect(discord.refusals).toEqual([]);
    expect(discord.channel.messages).toHaveLength(5);
  });
});
