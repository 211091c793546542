import { expect, it } from 'vitest';

import { CHANNEL, createCooldowns, MOST, PERSON } from '../../src/events/cooldowns.ts';

function cooldownsAt() {
  const clock = { now: 1_000_000 };
  return { clock, cooldowns: createCooldowns(() => clock.now) };
}

it('gives a person one place in a channel at a time, and one in another', () => {
  const { clock, cooldowns } = cooldownsAt();
  expect(cooldowns.take('ada', 'selfies')).toBeDefined();
  expect(cooldowns.take('ada', 'selfies')).toBeUndefined();
  expect(cooldowns.take('ada', 'faces')).toBeDefined();
  expect(cooldowns.take('ben', 'selfies')).toBeDefined();
  clock.now += PERSON;
  expect(cooldowns.take('ada', 'selfies')).toBeDefined();
});

it('gives a channel so many places, and more as time goes by', () => {
  const { clock, cooldowns } = cooldownsAt();
  const taken = () =>
    Array.from({ length: 30 }, (_, index) => cooldowns.take(`${clock.now} ${index}`, 'selfies'));
  expect(taken().filter(Boolean)).toHaveLength(MOST);
  clock.now += CHANNEL - 1;
  expect(taken().filter(Boolean)).toEqual([]);
  clock.now += 1;
  expect(taken().filter(Boolean)).toHaveLength(MOST);
});

it('takes a place back that came to nothing', () => {
  const { cooldowns } = cooldownsAt();
  const places = Array.from({ length: MOST }, (_, index) => cooldowns.take(String(index), 'selfies'));
  expect(cooldowns.take('late', 'selfies')).toBeUndefined();
  places[3]?.();
  expect(cooldowns.take('3', 'selfies')).toBeDefined();
  expect(cooldowns.take('late', 'selfies')).toBeUndefined();
});
