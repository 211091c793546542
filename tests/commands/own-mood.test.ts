import { describe, expect, it } from 'vitest';

import type { Message } from '../../sandbox/discord/index.ts';
import { oneSmile, samplePhoto } from '../photos.ts';
import { agreedMember, moodring, PATIENT, saidIn, tracksIn } from './moodring.ts';

const app = moodring();
const PICK = 'Not my mood? Pick yours';
const BACK = 'As you had understood it before';

const pictureOf = async ({ json }: Message) => {
  const answer = await fetch(json.embeds[0]?.image?.url ?? '');
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

const optionsIn = ({ json }: Message): readonly string[] =>
  json.components
    .flatMap((row) => row.components ?? [])
    .filter(({ placeholder }) => placeholder === PICK)
    .flatMap(({ options }) => (options ?? []).map(({ label }) => label));

describe('not my mood', () => {
  it('chooses at once for the mood that the person picks, and says that they said so', async () => {
    const { member, card } = await agreedMember(app().discord, 'Ada', await oneSmile());
    const [before, picture] = [tracksIn(card), await pictureOf(card)];
    const sad = await (await member.selects(card, PICK, ['sad'])).reply(PATIENT);
    expect(sad.id).toBe(card.id);
    expect(sad.json.embeds[0]?.title).toBe('You said: sad');
    expect(saidIn(sad)).toContain('Music to match: sad');
    expect(tracksIn(sad).filter((track) => before.includes(track))).toEqual([]);
    expect((await pictureOf(sad)).equals(picture)).toBe(false);
    expect(sad.json.embeds[0]?.fields?.[0]?.name).toBe('You look happy');
  });

  it('keeps the wish, through every button after it', async () => {
    const { member, card } = await agreedMember(app().discord, 'Bea', await oneSmile(), {
      intent: 'lift',
      decade: '80s',
      length: '8 tracks',
    });
    const sad = await (await member.selects(card, PICK, ['sad'])).reply(PATIENT);
    expect(saidIn(sad)).toContain('Music to lift you, starting sad · 80s');
    const turned = await (await member.clicks(sad, 'Next')).reply(PATIENT);
    expect(saidIn(turned)).toContain('Tracks 7–8 of 8');
    const matched = await (await member.clicks(turned, 'Match me')).reply(PATIENT);
    expect(saidIn(matched)).toContain('Music to match: sad · 80s');
    expect(matched.json.embeds[0]?.title).toBe('You said: sad');
    expect(optionsIn(matched)[0]).toBe(BACK);
  });

  it('leads back to what was read, however often it was corrected', async () => {
    const { member, card } = await agreedMember(app().discord, 'Cleo', await oneSmile());
    expect(optionsIn(card)).not.toContain(BACK);
    const [title, description] = [card.json.embeds[0]?.title, card.json.embeds[0]?.description];
    await (await member.selects(card, PICK, ['sad'])).reply(PATIENT);
    await (await member.selects(card, PICK, ['tense'])).reply(PATIENT);
    await (await member.clicks(card, 'More like this')).reply(PATIENT);
    const back = await (await member.selects(card, PICK, [BACK])).reply(PATIENT);
    expect(back.json.embeds[0]).toMatchObject({ title, description });
    expect(back.json.embeds[0]?.fields ?? []).toEqual([]);
    expect(saidIn(back)).toContain('Music to match: happy');
    expect(optionsIn(back)).not.toContain(BACK);
    await pictureOf(back);
  });

  it('takes one tap where the reading was in doubt between two', async () => {
    const { member, card } = await agreedMember(app().discord, 'Hal', samplePhoto(1));
    expect(card.json.embeds[0]?.title).toBe('More happy than neutral, I think');
    const neutral = await (await member.clicks(card, 'More like neutral')).reply(PATIENT);
    expect(neutral.json.embeds[0]?.title).toBe('You said: neutral');
    expect(saidIn(neutral)).toContain('Music to match: calm');
    expect(JSON.stringify(neutral.json.components)).not.toContain('More like neutral');
    const back = await (await member.selects(neutral, PICK, [BACK])).reply(PATIENT);
    expect(back.json.embeds[0]?.title).toBe('More happy than neutral, I think');
  });

  it('is offered for words too, but not to somebody who is led to help', async () => {
    const dora = app().discord.addMember('Dora');
    const told = await (await dora.uses('/mood', { feeling: 'tired but hopeful' })).reply(PATIENT);
    const calm = await (await dora.selects(told, PICK, ['calm'])).reply(PATIENT);
    expect(calm.json.embeds[0]?.title).toBe('You said: calm');
    expect(calm.json.embeds[0]?.fields?.[0]?.value).toContain('tired');
    const help = await (await dora.uses('/mood', { feeling: 'I want to die' })).reply(PATIENT);
    expect(optionsIn(help)).toEqual([]);
  });

  it('is for the owner of the list to say', async () => {
    const { card } = await agreedMember(app().discord, 'Eva', await oneSmile());
    const mallory = app().discord.addMember('Mallory');
    const refused = await (await mallory.selects(card, PICK, ['sad'])).nextMessage(PATIENT);
    expect(refused.isEphemeral).toBe(true);
    expect(saidIn(refused)).toContain('belong to the person');
    expect(card.json.embeds[0]?.title).toBe('You look happy');
  });

  it('of a forgotten list says that it is gone', async () => {
    const { member, card } = await agreedMember(app().discord, 'Fay', await oneSmile());
    const privacy = await (await member.uses('/privacy')).reply(PATIENT);
    const sure = await (await member.clicks(privacy, 'Forget me')).reply(PATIENT);
    await (await member.clicks(sure, 'Yes, erase everything')).reply(PATIENT);
    const gone = await (await member.selects(card, PICK, ['sad'])).nextMessage(PATIENT);
    expect(saidIn(gone)).toContain('That list is gone');
  });

  it('answers two picks at once, and the card shows one of them', async () => {
    const { member, card } = await agreedMember(app().discord, 'Gil', await oneSmile());
    const uses = [await member.selects(card, PICK, ['sad']), await member.selects(card, PICK, ['calm'])];
    for (const use of uses) await use.reply(PATIENT);
    await card.waitFor(({ json }) => /^You said: (sad|calm)$/.test(json.embeds[0]?.title ?? ''), PATIENT);
  });
});

it('keeps nothing of it but the lists, and sends Discord nothing that it refuses', () => {
  const raw = app().rawDatabase();
  for (const word of ['You said', 'list-mood', 'as-before']) expect(raw.includes(word)).toBe(false);
  expect(app().discord.refusals).toEqual([]);
});
