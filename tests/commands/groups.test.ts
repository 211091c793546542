import { describe, expect, it } from 'vitest';

import type { Member, Message } from '../../sandbox/discord/index.ts';
import { FOUR_PEOPLE, oneSmile, samplePhoto } from '../photos.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();
const WHOSE = 'Whose mood?';

const photo = (name: string) => ({ name, bytes: FOUR_PEOPLE });

async function picks(member: Member, card: Message, whose: string): Promise<Message> {
  return (await member.selects(card, WHOSE, [whose])).reply(PATIENT);
}

function choicesIn({ json }: Message): readonly string[] {
  const select = json.components
    .flatMap((row) => row.components ?? [])
    .find((it) => it.placeholder === WHOSE);
  return (select?.options ?? []).map(({ label }) => label);
}

describe('a photo of several people', () => {
  it('is answered for the largest face, with an offer of everyone and of each face by its place', async () => {
    const { card } = await agreedMember(app().discord, 'Ada', FOUR_PEOPLE);
    expect(saidIn(card)).toMatch(/I read the largest face, \dth|I read the largest face, \d(st|nd|rd)/);
    const choices = choicesIn(card);
    expect(choices[0]).toBe('Everyone together');
    expect(choices.slice(1).every((label) => /^Just me: .*\d(st|nd|rd|th) from the left$/.test(label))).toBe(
      true,
    );
    expect(choices.length).toBeGreaterThanOrEqual(4);
  });

  it('becomes a group with a party list when they pick everyone, and one face again when they pick that', async () => {
    const { member, card } = await agreedMember(app().discord, 'Bea', FOUR_PEOPLE);
    expect(saidIn(card)).toContain('Music to match');
    const group = await picks(member, card, 'Everyone together');
    expect(group.id).toBe(card.id);
    expect(saidIn(group)).toMatch(/[3-9] faces, and together the mood is/);
    expect(saidIn(group)).toContain('Music for a party');
    expect(saidIn(group)).toContain('**1** · ');
    expect(tracksIn(group)).toHaveLength(6);
    const alone = await picks(member, group, choicesIn(group)[2] ?? '');
    expect(saidIn(alone)).toMatch(/I read the (face you picked|largest face), .*2nd from the left/);
    expect(saidIn(alone)).toContain('Music to match');
    expect((await fetch(alone.json.embeds[0]?.image?.url ?? '')).status).toBe(200);
  });

  it('is read once, for one face, unless they ask: each pick fetches it anew, and nothing of it is kept', async () => {
    const cleo = (await agreedMember(app().discord, 'Cleo', await oneSmile())).member;
    const use = await cleo.uses('/mood', { image: photo('cleo-four.jpg') });
    const card = await use.reply(PATIENT);
    const fetched = () => app().discord.downloads.filter((name) => name === 'cleo-four.jpg').length;
    expect(fetched()).toBe(1);
    await picks(cleo, card, 'Everyone together');
    expect(fetched()).toBe(2);
    expect(app().rawDatabase().includes('cleo-four')).toBe(false);
    expect(app().bot.log.join('\n')).not.toContain('cleo-four');
  });

  it('keeps what they asked of the music, with the photo or by a button since', async () => {
    const { member } = await agreedMember(app().discord, 'Dora', await oneSmile());
    const asked = await sends(member, FOUR_PEOPLE, { intent: 'match', decade: '80s', length: '3 tracks' });
    const group = await picks(member, asked, 'Everyone together');
    expect(saidIn(group)).toContain('Music to match');
    expect(saidIn(group)).toContain('80s');
    expect(saidIn(group)).toContain('Tracks 1–3 of 3');
    const plain = await sends(member, FOUR_PEOPLE);
    const lifted = await (await member.clicks(plain, 'Lift me')).reply(PATIENT);
    expect(saidIn(await picks(member, lifted, 'Everyone together'))).toContain('Music to lift you');
  });

  it('is a party from the start with who: group, unless another intent was asked for', async () => {
    const { member, card } = await agreedMember(app().discord, 'Eva', FOUR_PEOPLE, { who: 'group' });
    expect(saidIn(card)).toContain('Music for a party');
    const calm = await sends(member, FOUR_PEOPLE, { who: 'group', intent: 'calm' });
    expect(saidIn(calm)).toContain('Music to calm down');
    expect(saidIn(await sends(member, await oneSmile(), { who: 'group' }))).toContain('Music to match');
  });

  it('offers no choice where there is one face', async () => {
    const { card } = await agreedMember(app().discord, 'Fay', await oneSmile());
    expect(choicesIn(card)).toEqual([]);
  });

  it('tells five apart', async () => {
    const { member } = await agreedMember(app().discord, 'Gil', await oneSmile());
    const group = await sends(member, samplePhoto(5), { who: 'group' });
    expect(saidIn(group)).toContain('5 faces, and together');
    for (const number of [1, 2, 3, 4, 5]) expect(saidIn(group)).toContain(`**${number}** · `);
  });
});

describe('whose mood counts', () => {
  it('is for the owner of the list to say', async () => {
    const { card } = await agreedMember(app().discord, 'Hal', FOUR_PEOPLE);
    const before = saidIn(card);
    const mallory = app().discord.addMember('Mallory');
    const refused = await (await mallory.selects(card, WHOSE, ['Everyone together'])).nextMessage(PATIENT);
    expect(refused.isEphemeral).toBe(true);
    expect(saidIn(refused)).toContain('belong to the person');
    expect(saidIn(card)).toBe(before);
  });

  it('stays under the card while the list changes and turns', async () => {
    const { member, card } = await agreedMember(app().discord, 'Ida', FOUR_PEOPLE);
    const choices = choicesIn(card);
    const more = await (await member.clicks(card, 'More like this')).reply(PATIENT);
    const turned = await (await member.clicks(more, 'Next')).reply(PATIENT);
    expect(choicesIn(turned)).toEqual(choices);
    expect(saidIn(await picks(member, turned, 'Everyone together'))).toContain('faces, and together');
  });

  it('is not read of somebody who was forgotten meanwhile', async () => {
    const { member, card } = await agreedMember(app().discord, 'Joe', FOUR_PEOPLE);
    const privacy = await (await member.uses('/privacy')).reply(PATIENT);
    const sure = await (await member.clicks(privacy, 'Forget me')).reply(PATIENT);
    await (await member.clicks(sure, 'Yes, erase everything')).reply(PATIENT);
    const gone = await (await member.selects(card, WHOSE, ['Everyone together'])).nextMessage(PATIENT);
    expect(saidIn(gone)).toContain('That list is gone');
  });

  it('answers two picks at once, each', async () => {
    const { member, card } = await agreedMember(app().discord, 'Kim', FOUR_PEOPLE);
    const twice = [
      await member.selects(card, WHOSE, ['Everyone together']),
      await member.selects(card, WHOSE, ['Everyone together']),
    ];
    for (const use of twice) expect(saidIn(await use.reply(PATIENT))).toContain('faces, and together');
  });
});

it('sends Discord nothing that it refuses', () => {
  expect(app().discord.refusals).toEqual([]);
});
