import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

import type { Member, Message } from '../../sandbox/discord/index.ts';
import { openStore } from '../../src/memory/store.ts';
import { oneSmile } from '../photos.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();

/** What `/privacy` shows. */
const panelFor = async (member: Member): Promise<Message> => (await member.uses('/privacy')).reply(PATIENT);

/** Presses a button, and gives the message that it stands under, as it is then. */
const presses = async (member: Member, message: Message, label: string): Promise<Message> =>
  (await member.clicks(message, label)).reply(PATIENT);

const tells = async (member: Member, feeling: string): Promise<Message> =>
  (await member.uses('/mood', { feeling })).reply(PATIENT);

it('shows nothing for someone who never asked for anything', async () => {
  const ada = app().discord.addMember('Ada');
  const shown = await panelFor(ada);
  expect(shown.isEphemeral).toBe(true);
  expect(saidIn(shown)).toContain('Nothing at all.');
  const controls = shown.json.components.flatMap((row) => row.components ?? []);
  expect(controls.map(({ custom_id }) => custom_id)).toEqual(['privacy-keep']);
});

it('shows the agreement and the number of playlists', async () => {
  const { member } = await agreedMember(app().discord, 'Bea', await oneSmile());
  await sends(member, await oneSmile());
  const shown = saidIn(await (await member.uses('/privacy')).reply(PATIENT));
  expect(shown).toMatch(/agreed.*on \w+ \d+, \d{4}/);
  expect(shown).toContain('2 playlists');
});

it('hands out everything as two files, to the person alone', async () => {
  const { member, card } = await agreedMember(app().discord, 'Hal', await oneSmile());
  await tells(member, 'calm');
  const answer = await presses(member, await panelFor(member), 'Export');
  expect(answer.isEphemeral).toBe(true);
  expect(saidIn(answer)).toContain('the 3 things');
  expect(answer.json.attachments.map(({ filename }) => filename)).toEqual(['moodring.json', 'moodring.csv']);
  const [json = '', csv = ''] = await Promise.all(
    answer.json.attachments.map(async ({ url }) => (await fetch(url)).text()),
  );
  const { person, kept } = z
    .object({
      person: z.string(),
      kept: z.object({ playlists: z.array(z.object({ madeFrom: z.string() })) }),
    })
    .parse(JSON.parse(json));
  expect(person).toBe(member.id);
  expect(kept.playlists.map(({ madeFrom }) => madeFrom).toSorted()).toEqual(['photo', 'told']);
  const ids = tracksIn(card).map((url) => url.split('/').at(-1) ?? '');
  for (const id of ids) for (const text of [json, csv]) expect(text).toContain(id);
});

it('says so where there is nothing to export any more', async () => {
  const { member } = await agreedMember(app().discord, 'Ivy', await oneSmile());
  const panel = await panelFor(member);
  const sure = await presses(member, await panelFor(member), 'Forget me');
  await presses(member, sure, 'Yes, erase everything');
  expect(saidIn(await presses(member, panel, 'Export'))).toContain('nothing to export');
});

it('keeps lists for as long as the person chooses, and says so wherever it says for how long', async () => {
  const { member, card } = await agreedMember(app().discord, 'Jon', await oneSmile());
  const page = card.json.embeds.at(-1)?.url ?? '';
  expect(await (await fetch(page)).text()).toContain('It is kept for 30 days.');
  const panel = await panelFor(member);
  const after = await (await member.selects(panel, 'privacy-keep', ['7'])).reply(PATIENT);
  expect(after.id).toBe(panel.id);
  expect(saidIn(after)).toContain('Lists are kept for **7 days**');
  expect(saidIn(after)).toContain('**1 playlist**');
  expect(await (await fetch(page)).text()).toContain('It is kept for 7 days.');
  const told = await tells(member, 'tired but hopeful');
  expect(told.json.embeds[0]?.footer?.text).toContain('The list is, for 7 days');
  const day = await (await member.selects(panel, 'privacy-keep', ['1'])).reply(PATIENT);
  expect(saidIn(day)).toContain('Lists are kept for **1 day**');
});

it('reads no photo any more after consent is withdrawn, and keeps lists from words', async () => {
  const { member, card } = await agreedMember(app().discord, 'Kim', await oneSmile());
  const told = await tells(member, 'calm');
  const sure = await presses(member, await panelFor(member), 'Withdraw consent');
  expect(saidIn(sure)).toContain('Lists from emojis and words stay');
  expect(saidIn(await presses(member, sure, 'Yes, withdraw it'))).toContain(
    'No photo of yours is read any more',
  );

  const pageOf = (message: Message) => message.json.embeds.at(-1)?.url ?? '';
  expect((await fetch(pageOf(card))).status).toBe(404);
  expect((await fetch(pageOf(told))).status).toBe(200);
  const panel = saidIn(await panelFor(member));
  expect(panel).toContain('You said **no**');
  expect(panel).toContain('**1 playlist**');
  const notice = await sends(member, await oneSmile());
  expect(saidIn(notice)).toContain('emotion recognition');
  expect(saidIn(notice)).not.toContain('has changed');
});

it('leaves lists from words to somebody who says no to having photos read', async () => {
  const lea = app().discord.addMember('Lea');
  await tells(lea, 'happy');
  const notice = await sends(lea, await oneSmile());
  expect(saidIn(await presses(lea, notice, 'No'))).toContain('lists from emojis and words stay');
  expect(saidIn(await panelFor(lea))).toContain('**1 playlist**');
});

it('asks again, and says why, when the notice has changed since', async () => {
  const { member } = await agreedMember(app().discord, 'Ned', await oneSmile());
  const store = await openStore(app().database);
  onTestFinished(() => store.close());
  const older = { answer: 'yes', version: 1, at: '2026-03-04T05:06:07.000Z' };
  await store.set(`listener:${member.id}:consent`, older);

  const notice = await sends(member, await oneSmile());
  expect(notice.isEphemeral).toBe(true);
  expect(saidIn(notice)).toMatch(/\*\*This notice has changed\*\* since you agreed to it on March 4, 2026/);
  expect(tracksIn(notice)).toEqual([]);
  expect(saidIn(await panelFor(member))).toContain('March 4, 2026 (notice 1)');
  expect(tracksIn(await agrees(member, notice)).length).toBeGreaterThan(0);
  expect(tracksIn(await sends(member, await oneSmile())).length).toBeGreaterThan(0);
});

it('bears every button pressed twice at once', async () => {
  const { member } = await agreedMember(app().discord, 'Ola', await oneSmile());
  const panel = await panelFor(member);
  const both = async (press: () => ReturnType<Member['clicks']>): Promise<readonly string[]> => {
    const uses = await Promise.all([press(), press()]);
    return Promise.all(uses.map(async (use) => saidIn(await use.reply(PATIENT))));
  };
  for (const text of await both(() => member.clicks(panel, 'Export'))) expect(text).toContain('the 2 things');
  for (const text of await both(() => member.selects(panel, 'privacy-keep', ['90'])))
    expect(text).toContain('**90 days**');
  const sure = await presses(member, panel, 'Forget me');
  for (const text of await both(() => member.clicks(sure, 'Yes, erase everything')))
    expect(text).toContain('Nothing about you is left');
  expect(app().rawDatabase().includes(member.id)).toBe(false);
});

it('changes nothing when the person thinks better of it', async () => {
  const { member } = await agreedMember(app().discord, 'Cleo', await oneSmile());
  const shown = await (await member.uses('/privacy')).reply(PATIENT);
  const sure = await (await member.clicks(shown, 'Forget me')).reply(PATIENT);
  await (await member.clicks(sure, 'Keep it')).reply(PATIENT);
  expect(saidIn(await (await member.uses('/privacy')).reply(PATIENT))).toContain('1 playlist');
});

it('forgets one person to the last byte, and no one else', async () => {
  const { member: dora, card } = await agreedMember(app().discord, 'Dora', await oneSmile());
  const { member: eva } = await agreedMember(app().discord, 'Eva', await oneSmile());
  const page = card.json.embeds.at(-1)?.url ?? '';
  const listId = new URL(page).pathname.split('/').at(-1) ?? '';
  expect(app().rawDatabase().includes(dora.id)).toBe(true);
  expect(app().rawDatabase().includes(listId)).toBe(true);

  const shown = await (await dora.uses('/privacy')).reply(PATIENT);
  const sure = await (await dora.clicks(shown, 'Forget me')).reply(PATIENT);
  expect(saidIn(await (await dora.clicks(sure, 'Yes, erase everything')).reply(PATIENT))).toContain(
    'Nothing about you is left',
  );

  expect(app().rawDatabase().includes(dora.id)).toBe(false);
  expect(app().rawDatabase().includes(listId)).toBe(false);
  expect(app().rawDatabase().includes(eva.id)).toBe(true);
  expect((await fetch(page)).status).toBe(404);
  expect(saidIn(await sends(dora, await oneSmile()))).toContain('emotion recognition');
  expect(tracksIn(card).length).toBeGreaterThan(0);
});

it('keeps the one fact that the person said no', async () => {
  const fay = app().discord.addMember('Fay');
  const notice = await sends(fay, await oneSmile());
  await (await fay.clicks(notice, 'No')).reply(PATIENT);
  const shown = await (await fay.uses('/privacy')).reply(PATIENT);
  expect(saidIn(shown)).toContain('You said **no**');
  const sure = await (await fay.clicks(shown, 'Forget me')).reply(PATIENT);
  expect(saidIn(await (await fay.clicks(sure, 'Yes, erase everything')).reply(PATIENT))).toContain(
    'The one thing left is that you said no',
  );
});

it('explains itself in /help', async () => {
  const gil = app().discord.addMember('Gil');
  const help = await (await gil.uses('/help')).reply(PATIENT);
  expect(help.isEphemeral).toBe(true);
  for (const word of ['/mood', 'Read the mood', '/privacy', 'Lift me', 'Engine: WebAssembly'])
    expect(saidIn(help)).toContain(word);
});
