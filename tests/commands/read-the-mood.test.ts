import { expect, it } from 'vitest';

import { oneSmile } from '../photos.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn, tracksIn } from './moodring.ts';

const app = moodring();
const NAME = 'Read the mood';

it('reads a photo that the person posted, after the notice', async () => {
  const ada = app().discord.addMember('Ada');
  const posted = await ada.posts({
    content: 'me today',
    files: [{ name: 'me.jpg', bytes: await oneSmile() }],
  });
  const notice = await (await ada.usesOnMessage(NAME, posted)).reply(PATIENT);
  expect(notice.isEphemeral).toBe(true);
  const card = await agrees(ada, notice);
  expect(saidIn(card)).toContain('You look happy');
  expect(tracksIn(card)).toHaveLength(6);
});

it('refuses the photo of someone else, whoever asks', async () => {
  const { member } = await agreedMember(app().discord, 'Bea', await oneSmile());
  const cleo = app().discord.addMember('Cleo');
  const posted = await cleo.posts({ files: [{ name: 'cleo.jpg', bytes: await oneSmile() }] });
  const refused = await (await member.usesOnMessage(NAME, posted)).reply(PATIENT);
  expect(refused.isEphemeral).toBe(true);
  expect(saidIn(refused)).toContain('photos that people post of themselves');
  expect(app().discord.downloads).not.toContain('cleo.jpg');
});

it('says so when there is no photo in the message', async () => {
  const dora = app().discord.addMember('Dora');
  const posted = await dora.posts({
    content: 'hello',
    files: [{ name: 'notes.txt', bytes: Buffer.from('hi') }],
  });
  expect(saidIn(await (await dora.usesOnMessage(NAME, posted)).reply(PATIENT))).toContain(
    'no photo in that message',
  );
});
