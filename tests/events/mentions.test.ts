import { beforeAll, describe, expect, it } from 'vitest';

import type { Channel, Message } from '../../sandbox/discord/index.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn, tracksIn } from '../commands/moodring.ts';
import { emptyRoom, FOUR_PEOPLE, oneSmile } from '../photos.ts';
import { isReplyTo, watching } from './managed.ts';

/** An application that was not granted the Message Content Intent. */
const app = moodring({ privilegedIntents: [] });

let smile: Buffer;
let selfies: Channel;
let bot: string;
let panel: Message;

beforeAll(async () => {
  smile = await oneSmile();
  selfies = app().discord.guild.addTextChannel('selfies');
  bot = `<@${app().discord.applicationId}>`;
  ({ panel } = await watching(app().discord, selfies));
});

const photo = (name = 'me.jpg', bytes = smile) => ({ name, bytes });

function replyTo(post: Message): Promise<Message> {
  return app().discord.nextMessage(isReplyTo(post), { ...PATIENT, after: post });
}

describe('without the Message Content Intent', () => {
  it('the bot starts all the same, and /setup says what is missing', () => {
    expect(panel.text).toContain('Message Content Intent');
    expect(panel.text).not.toContain('Everything is ready');
  });

  it('a photo that comes with a mention is answered like /mood, wherever it is', async () => {
    const { member } = await agreedMember(app().discord, 'Ada', smile);
    const unseen = await member.posts(photo('unseen.jpg'), { in: selfies });
    const post = await member.posts({ content: `${bot} how am I?`, files: [photo()] });
    const card = await replyTo(post);
    expect(saidIn(card)).toContain('You look happy');
    expect(tracksIn(card)).toHaveLength(6);
    const several = await member.posts({ content: bot, files: [photo('us.jpg', FOUR_PEOPLE)] });
    expect(saidIn(await replyTo(several))).toContain('more people');
    expect(selfies.messages.filter(isReplyTo(unseen))).toEqual([]);
    expect(app().discord.downloads).not.toContain('unseen.jpg');
  });

  it('so is one in direct messages', async () => {
    const { member } = await agreedMember(app().discord, 'Ben', smile);
    const post = await member.posts(photo(), { in: member.dm });
    const card = await replyTo(post);
    expect(saidIn(card)).toContain('You look happy');
    await member.deletes(post);
    await card.waitFor(({ deleted }) => deleted, PATIENT);
  });

  it('a photo that cannot be read is answered with the sentence for that', async () => {
    const { member } = await agreedMember(app().discord, 'Cleo', smile);
    const room = await emptyRoom();
    const post = await member.posts({ content: bot, files: [photo('room.jpg', room)] });
    expect((await replyTo(post)).content).toContain('cannot find a face');
  });

  it('who has not agreed is asked, in a channel and in direct messages', async () => {
    const dora = app().discord.addMember('Dora');
    const question = await replyTo(await dora.posts({ content: bot, files: [photo('dora.jpg')] }));
    expect(question.content).toContain('only after its owner agrees');
    const direct = await replyTo(await dora.posts(photo('dora-2.jpg'), { in: dora.dm }));
    expect(app().discord.downloads.filter((name) => name.startsWith('dora'))).toEqual([]);
    const notice = await (await dora.clicks(direct, 'Ask me privately')).reply(PATIENT);
    expect(saidIn(await agrees(dora, notice))).toContain('You look happy');
    expect(app().discord.downloads.filter((name) => name.startsWith('dora'))).toEqual(['dora-2.jpg']);
  });
});

it('nothing of all that was refused by Discord', () => {
  expect(app().discord.refusals).toEqual([]);
});
