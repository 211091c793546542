import { beforeAll, describe, expect, it } from 'vitest';

import type { Channel, Message } from '../../sandbox/discord/index.ts';
import { MOST } from '../../src/events/cooldowns.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn } from '../commands/moodring.ts';
import { oneSmile } from '../photos.ts';
import { isReplyTo, watching } from './managed.ts';

const app = moodring();

let smile: Buffer;
let selfies: Channel;

beforeAll(async () => {
  smile = await oneSmile();
  selfies = app().discord.guild.addTextChannel('selfies');
  await watching(app().discord, selfies);
});

const photo = (name: string) => ({ name, bytes: smile });

function replyTo(post: Message): Promise<Message> {
  return app().discord.nextMessage(isReplyTo(post), { ...PATIENT, after: post });
}

/** Resolves once a selfie that is posted now is answered: what came before it and was not, never will be. */
async function witness(name: string): Promise<void> {
  const { member } = await agreedMember(app().discord, name, smile);
  await replyTo(await member.posts(photo('witness.jpg'), { in: selfies }));
}

describe('a selfie of somebody who has not agreed', () => {
  it('gets one small question, and is fetched only after they agree', async () => {
    const ada = app().discord.addMember('Ada');
    const post = await ada.posts(photo('ada.jpg'), { in: selfies });
    const question = await replyTo(post);
    expect(question.json.embeds).toEqual([]);
    expect(question.pings.users).toEqual([]);
    expect(app().discord.downloads).not.toContain('ada.jpg');

    const again = await ada.posts(photo('again.jpg'), { in: selfies });
    await witness('Wes');
    expect(selfies.messages.filter(isReplyTo(again))).toEqual([]);

    const notice = await (await ada.clicks(question, 'Ask me privately')).reply(PATIENT);
    expect(notice.isEphemeral).toBe(true);
    expect(notice.text).toContain('emotion recognition');
    expect(app().discord.downloads).not.toContain('ada.jpg');

    const card = await agrees(ada, notice);
    expect(saidIn(card)).toContain('You look happy');
    expect(card.isEphemeral).toBe(false);
    await ada.deletes(post);
    await card.waitFor(({ deleted }) => deleted, PATIENT);
  });

  it('is one of no more questions in a channel than there would be answers', async () => {
    const crowded = app().discord.guild.addTextChannel('crowded');
    await watching(app().discord, selfies, crowded);
    const people = Array.from({ length: 30 }, (_, index) => app().discord.addMember(`Stranger ${index}`));
    await Promise.all(people.map((person) => person.posts(photo('stranger.jpg'), { in: crowded })));
    const questions = () => crowded.messages.filter(({ content }) => content.includes('Shall I answer'));
    await expect.poll(() => questions().length, { timeout: PATIENT.timeoutMs }).toBe(MOST);
    await witness('Will');
    expect(questions()).toHaveLength(MOST);
  });

  it('is answered in the open once, however often they ask and agree, and alone where it is gone', async () => {
    const ann = app().discord.addMember('Ann');
    const bot = `<@${app().discord.applicationId}>`;
    const post = await ann.posts({ content: bot, files: [photo('ann.jpg')] });
    const question = await replyTo(post);
    const ask = async () => (await ann.clicks(question, 'Ask me privately')).reply(PATIENT);
    const notices = [await ask(), await ask(), await ask()] as const;
    const card = await agrees(ann, notices[0]);
    expect(card.isEphemeral).toBe(false);
    expect((await agrees(ann, notices[1])).isEphemeral).toBe(true);
    await ann.deletes(post);
    await card.waitFor(({ deleted }) => deleted, PATIENT);
    const last = await (await ann.clicks(notices[2], 'Agree')).nextMessage(PATIENT);
    expect(last.isEphemeral).toBe(true);
  });

  it('asks nobody else', async () => {
    const ben = app().discord.addMember('Ben');
    const question = await replyTo(await ben.posts(photo('ben.jpg'), { in: selfies }));
    const eve = app().discord.addMember('Eve');
    const refused = await (await eve.clicks(question, 'Ask me privately')).reply(PATIENT);
    expect(refused.isEphemeral).toBe(true);
    expect(saidIn(refused)).toContain('for somebody else');
  });

  it('is met with silence once they said no', async () => {
    const cleo = app().discord.addMember('Cleo');
    const question = await replyTo(await cleo.posts(photo('cleo.jpg'), { in: selfies }));
    const notice = await (await cleo.clicks(question, 'Ask me privately')).reply(PATIENT);
    await (await cleo.clicks(notice, 'No')).reply(PATIENT);
    const post = await cleo.posts(photo('cleo-2.jpg'), { in: selfies });
    await witness('Wim');
    expect(selfies.messages.filter(isReplyTo(post))).toEqual([]);
    expect(app().discord.downloads.filter((name) => name.startsWith('cleo'))).toEqual([]);
  });

  it('leaves a mark that forget me erases, in the raw files too', async () => {
    const dora = app().discord.addMember('Dora');
    await replyTo(await dora.posts(photo('dora.jpg'), { in: selfies }));
    expect(app().rawDatabase().includes(dora.id)).toBe(true);
    const card = await (await dora.uses('/privacy')).reply(PATIENT);
    const asked = await (await dora.clicks(card, 'Forget me')).reply(PATIENT);
    await (await dora.clicks(asked, 'Yes, erase everything')).reply(PATIENT);
    await expect
      .poll(() => app().rawDatabase().includes(dora.id), { timeout: PATIENT.timeoutMs })
      .toBe(false);
  });
});

it('nothing of all that was refused by Discord', () => {
  expect(app().discord.refusals).toEqual([]);
});
