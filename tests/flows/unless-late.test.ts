import { expect, it } from 'vitest';

import { unlessLate } from '../../src/flows/unless-late.ts';

const ages = (): Promise<never> => new Promise(() => undefined);

it('gives what is there in time, and what goes wrong in time', async () => {
  expect(await unlessLate(Promise.resolve('done'), 10_000)).toBe('done');
  await expect(unlessLate(Promise.reject(new Error('broken')), 10_000)).rejects.toThrow('broken');
});

it('says that it goes on where it takes longer', async () => {
  await expect(unlessLate(ages(), 10)).rejects.toMatchObject({ code: 'still-at-it' });
});

it('leaves what goes wrong later to the next try', async () => {
  const work = Promise.withResolvers<never>();
  await expect(unlessLate(work.promise, 10)).rejects.toMatchObject({ code: 'still-at-it' });
  // Nobody hears of it: a rejection that nobody handles would end the bot, and fails this test.
  work.reject(new Error('broken'));
  await expect(work.promise).rejects.toThrow('broken');
});
