import { describe, expect, it } from 'vitest';

import { oneSmile } from '../photos.ts';
import { moodring, saidIn } from './moodring.ts';

const app = moodring();

const CROWD = 200;

/** The last of them waits for sixty photos, on a machine that may have other things to do. In milliseconds. */
const PATIENT = { timeoutMs: 240_000 };

describe('two hundred people at once', () => {
  it('are all answered, or told in how many seconds to try again', { timeout: 300_000 }, async () => {
    const { discord } = app();
    const image = { name: 'me.jpg', bytes: await oneSmile() };
    const people = Array.from({ length: CROWD }, (_, n) => discord.addMember(`Person ${n}`));
    const asked = await Promise.all(people.map((person) => person.uses('/mood', { image })));
    const notices = await Promise.all(asked.map((use) => use.reply(PATIENT)));
    const agreed = await Promise.all(people.map((person, n) => person.clicks(notices[n] ?? fail(), 'Agree')));
    const said = await Promise.all(agreed.map(async (use) => saidIn(await use.nextMessage(PATIENT))));
    const read = said.filter((text) => text.includes('You look happy'));
    const told = said.filter((text) =>
      /^\s*Many people are asking right now\. Try again in \d+ seconds?\.$/.test(text),
    );
    expect(read.length + told.length).toBe(CROWD);
    // One guild has half of the places.
    expect(read.length).toBeGreaterThanOrEqual(60);
    expect(told.length).toBeGreaterThan(0);
    expect(discord.refusals).toEqual([]);
  });
});

function fail(): never {
  throw new Error('somebody has no notice');
}
