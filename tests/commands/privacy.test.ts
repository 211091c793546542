import { expect, it } from 'vitest';

import { oneSmile } from '../photos.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const app = moodring();

it('shows nothing for someone who never asked for anything', async () => {
  const ada = app().discord.addMember('Ada');
  const shown = await (await ada.uses('/privacy')).reply(PATIENT);
  expect(shown.isEphemeral).toBe(true);
  expect(saidIn(shown)).toContain('Nothing at all.');
  expect(shown.json.components).toEqual([]);
});

it('shows the agreement and the number of playlists', async () => {
  const { member } = await agreedMember(app().discord, 'Bea', await oneSmile());
  await sends(member, await oneSmile());
  const shown = saidIn(await (await member.uses('/privacy')).reply(PATIENT));
  expect(shown).toMatch(/agreed.*on \d{4}-\d\d-\d\d/);
  expect(shown).toContain('2 playlists');
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
