import { describe, expect, it } from 'vitest';

import { oneSmile } from '../photos.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const withPages = moodring();
const withoutPages = moodring({ pages: false });

describe('the buttons under a card', () => {
  it('lift and match choose again, and the reading with its picture stays', async () => {
    const { member, card } = await agreedMember(withPages().discord, 'Ada', await oneSmile());
    const before = tracksIn(card);
    const reading = card.json.embeds[0];
    const lifted = await (await member.clicks(card, 'Lift me')).reply(PATIENT);
    expect(lifted.id).toBe(card.id);
    expect(saidIn(lifted)).toContain('Music to lift you');
    expect(lifted.json.embeds[0]?.title).toBe(reading?.title);
    expect(lifted.json.embeds[0]?.image?.url).toMatch(/mood\.png/);
    expect((await fetch(lifted.json.embeds[0]?.image?.url ?? '')).status).toBe(200);
    expect(tracksIn(lifted)).not.toEqual(before);
    const matched = await (await member.clicks(lifted, 'Match me')).reply(PATIENT);
    expect(saidIn(matched)).toContain('Music to match');
  });

  it('more like this brings other tracks, every time', async () => {
    const { member, card } = await agreedMember(withPages().discord, 'Bea', await oneSmile());
    const seen = new Set(tracksIn(card));
    for (let again = 0; again < 3; again += 1) {
      const more = await (await member.clicks(card, 'More like this')).reply(PATIENT);
      for (const track of tracksIn(more)) {
        expect(seen).not.toContain(track);
        seen.add(track);
      }
    }
  });

  it('may be pressed all at once, also beside what brings another picture', async () => {
    const { member, card } = await agreedMember(withPages().discord, 'Bob', await oneSmile());
    const uses = await Promise.all([
      member.selects(card, 'Not my mood? Pick yours', ['calm']),
      member.clicks(card, 'Lift me'),
      member.clicks(card, 'More like this'),
    ]);
    await Promise.all(uses.map((use) => use.reply(PATIENT)));
    expect(uses.flatMap(({ interaction }) => interaction.followUps)).toEqual([]);
    expect((await fetch(card.json.embeds[0]?.image?.url ?? '')).status).toBe(200);
    expect(withPages().discord.refusals).toEqual([]);
  });

  it('turn the pages and come back to the same tracks', async () => {
    const { member, card } = await agreedMember(withPages().discord, 'Cleo', await oneSmile());
    const first = tracksIn(card);
    const second = await (await member.clicks(card, 'Next')).reply(PATIENT);
    const secondTracks = tracksIn(second);
    expect(secondTracks).toHaveLength(6);
    expect(secondTracks.filter((track) => first.includes(track))).toEqual([]);
    expect(tracksIn(await (await member.clicks(second, 'Previous')).reply(PATIENT))).toEqual(first);
  });

  it('the select opens one track, for the person alone', async () => {
    const { member, card } = await agreedMember(withPages().discord, 'Dora', await oneSmile());
    const wanted = tracksIn(card)[2];
    const opened = await (await member.selects(card, 'Open one track', ['2'])).reply(PATIENT);
    expect(opened.isEphemeral).toBe(true);
    expect(tracksIn(opened)).toEqual([wanted]);
    expect(JSON.stringify(opened.json.components)).toContain(wanted);
    expect(tracksIn(card)).toHaveLength(6);
  });

  it('answer to the person the list was made for, and tell everyone else where to get their own', async () => {
    const { card } = await agreedMember(withPages().discord, 'Eva', await oneSmile());
    const before = tracksIn(card);
    const mallory = withPages().discord.addMember('Mallory');
    const refused = await (await mallory.clicks(card, 'Lift me')).nextMessage(PATIENT);
    expect(refused.isEphemeral).toBe(true);
    expect(saidIn(refused)).toContain('belong to the person');
    expect(tracksIn(card)).toEqual(before);
  });

  it('of a forgotten list say that it is gone', async () => {
    const { member, card } = await agreedMember(withPages().discord, 'Fay', await oneSmile());
    const privacy = await (await member.uses('/privacy')).reply(PATIENT);
    const sure = await (await member.clicks(privacy, 'Forget me')).reply(PATIENT);
    await (await member.clicks(sure, 'Yes, erase everything')).reply(PATIENT);
    const gone = await (await member.clicks(card, 'More like this')).nextMessage(PATIENT);
    expect(saidIn(gone)).toContain('That list is gone');
  });
});

describe('without pages', () => {
  it('the whole list is attached, and a new list replaces it', async () => {
    const { member, card } = await agreedMember(withoutPages().discord, 'Gil', await oneSmile());
    expect(saidIn(card)).toContain('attached');
    const textOf = async (): Promise<string> => {
      expect(card.json.attachments.map(({ filename }) => filename)).toEqual(['playlist.txt']);
      return (await fetch(card.json.attachments[0]?.url ?? '')).text();
    };
    const first = await textOf();
    for (const track of tracksIn(card)) expect(first).toContain(track);
    expect(first.match(/open\.spotify\.com/g)).toHaveLength(12);
    await (await member.clicks(card, 'Lift me')).reply(PATIENT);
    expect(await textOf()).not.toBe(first);
    expect(card.json.embeds[0]?.image?.url).toMatch(/mood\.png/);
  });

  it('turning the page keeps the attached list', async () => {
    const { member } = await agreedMember(withoutPages().discord, 'Hal', await oneSmile());
    const card = await sends(member, await oneSmile(), { private: true });
    await (await member.clicks(card, 'Next')).reply(PATIENT);
    expect(card.json.attachments.map(({ filename }) => filename)).toEqual(['playlist.txt']);
    expect(card.json.embeds[0]?.image?.url).toMatch(/mood\.png/);
  });
});

describe('on both', () => {
  it('Discord refuses nothing that the bot sends', () => {
    expect([...withPages().discord.refusals, ...withoutPages().discord.refusals]).toEqual([]);
  });
});
