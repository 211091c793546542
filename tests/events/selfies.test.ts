import { beforeAll, describe, expect, it } from 'vitest';

import type { Channel, Member, Message } from '../../sandbox/discord/index.ts';
import { madePictures } from '../../src/cli/evaluate/made-pictures.ts';
import { MOST } from '../../src/events/cooldowns.ts';
import { agreedMember, moodring, PATIENT, saidIn, tracksIn } from '../commands/moodring.ts';
import { emptyRoom, FOUR_PEOPLE, oneSmile } from '../photos.ts';
import { isReplyTo, watching } from './managed.ts';

const app = moodring();

let smile: Buffer;
let room: Buffer;
let forum: Channel;
/** Channels for selfies, one for each test: each has its own cooldown. */
const picked: Channel[] = [];
let control: Channel;

beforeAll(async () => {
  [smile, room] = await Promise.all([oneSmile(), emptyRoom()]);
  const { guild } = app().discord;
  for (let index = 0; index < 20; index += 1) picked.push(guild.addTextChannel(`selfies-${index}`));
  control = guild.addTextChannel('control');
  forum = guild.addForum('faces');
  await watching(app().discord, ...picked, control, forum);
});

const photo = (name = 'me.jpg', bytes = smile) => ({ name, bytes });

/** A channel for selfies that no other test has used. */
function fresh(): Channel {
  const channel = picked.pop();
  if (!channel) throw new Error('too few channels for these tests');
  return channel;
}

async function agreed(name: string): Promise<Member> {
  return (await agreedMember(app().discord, name, smile)).member;
}

/** The bot's reply to a post. */
function replyTo(post: Message): Promise<Message> {
  return app().discord.nextMessage(isReplyTo(post), { ...PATIENT, after: post });
}

let witnesses = 0;

/** Expects that a post is met with silence: a selfie that is posted and read behind it is answered, and it is not. */
async function expectSilence(post: Message, where: Channel): Promise<void> {
  witnesses += 1;
  const witness = await agreed(`Witness ${witnesses}`);
  await replyTo(await witness.posts(photo('witness.jpg'), { in: nextControl() }));
  expect(where.messages.filter(isReplyTo(post))).toEqual([]);
}

/** Where witnesses post: no more of them than a channel takes. */
function nextControl(): Channel {
  return witnesses % (MOST - 1) === 0 ? (control = fresh()) : control;
}

describe('a selfie in a channel that was picked', () => {
  it('is answered under it with the card for whoever posted it, without a ping', async () => {
    const ada = await agreed('Ada');
    const card = await replyTo(await ada.posts(photo(), { in: fresh() }));
    expect(saidIn(card)).toContain('You look happy');
    expect(tracksIn(card)).toHaveLength(6);
    expect(card.pings).toEqual({ users: [], roles: [], everyone: false });
    const other = await (await agreed('Ben')).clicks(card, 'Lift me');
    expect(saidIn(await other.nextMessage(PATIENT))).toContain('belong to the person');
    expect(saidIn(await (await ada.clicks(card, 'Lift me')).reply(PATIENT))).toContain('Music to lift you');
  });

  it('is answered in its threads and in a forum’s posts too', async () => {
    const cleo = await agreed('Cleo');
    for (const parent of [fresh(), forum]) {
      const thread = parent.addThread('me today', { by: cleo });
      expect(saidIn(await replyTo(await cleo.posts(photo(), { in: thread })))).toContain('You look happy');
    }
  });

  it('is answered once for one that is posted again at once, and for ten of thirty', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, (_, index) => agreed(`Person ${index}`)));
    const [channel, twice] = [fresh(), fresh()];
    const [first = people[0]] = people;
    if (!first) throw new Error('nobody is there');
    await replyTo(await first.posts(photo(), { in: twice }));
    const again = await first.posts(photo('again.jpg'), { in: twice });
    const posts = await Promise.all(people.map((person) => person.posts(photo(), { in: channel })));
    const replies = () => channel.messages.filter((one) => posts.some((post) => isReplyTo(post)(one)));
    await expect.poll(() => replies().length, { timeout: PATIENT.timeoutMs }).toBe(MOST);
    await expectSilence(again, twice);
    expect(replies()).toHaveLength(MOST);
    expect(replies().every((reply) => tracksIn(reply).length === 6)).toBe(true);
    expect(app().discord.transcript()).not.toContain('Many people are asking');
  });

  it('is not answered by a word where it is none', async () => {
    const made = await madePictures(1);
    const kinds = ['chat', 'meme', 'chart', 'receipt', 'emoji', 'drawn face'];
    const pictures = [
      room,
      FOUR_PEOPLE,
      ...kinds.map((kind) => made.find(({ name }) => name.startsWith(kind))?.bytes),
    ];
    const channel = fresh();
    const dora = await agreed('Dora');
    await dora.posts('just words', { in: channel });
    await dora.posts({ files: [{ name: 'notes.txt', bytes: Buffer.from('hi') }] }, { in: channel });
    for (const [index, picture] of pictures.entries()) {
      const poster = await agreed(`Poster ${index}`);
      await poster.posts(photo(`none-${index}.png`, picture), { in: channel });
      await expect
        .poll(() => app().discord.downloads, { timeout: PATIENT.timeoutMs })
        .toContain(`none-${index}.png`);
    }
    const [last] = channel.messages.slice(-1);
    if (last) await expectSilence(last, channel);
    expect(channel.messages).toHaveLength(pictures.length + 2);
    expect(app().discord.downloads).not.toContain('notes.txt');
  });

  it('is not answered elsewhere, nor for a bot', async () => {
    const eve = await agreed('Eve');
    const robot = app().discord.addMember('Robot', { bot: true });
    const elsewhere = app().discord.guild.addTextChannel('elsewhere');
    const channel = fresh();
    const post = await eve.posts(photo(), { in: elsewhere });
    const byBot = await robot.posts(photo('robot.jpg'), { in: channel });
    await expectSilence(post, elsewhere);
    expect(channel.messages.map(({ id }) => id)).toEqual([byBot.id]);
    expect(app().discord.downloads).not.toContain('robot.jpg');
  });
});

describe('a post of several photos', () => {
  it('is answered for the first selfie among the first four', async () => {
    const fay = await agreed('Fay');
    const channel = fresh();
    const post = await fay.posts(
      { files: [photo('room.jpg', room), photo('fay.jpg'), photo('unread.jpg')] },
      { in: channel },
    );
    expect(saidIn(await replyTo(post))).toContain('You look happy');
    expect(app().discord.downloads).not.toContain('unread.jpg');
    const rooms = [1, 2, 3, 4].map((number) => photo(`room-${number}.jpg`, room));
    const tooLate = fresh();
    const late = await fay.posts({ files: [...rooms, photo('fifth.jpg')] }, { in: tooLate });
    await expect.poll(() => app().discord.downloads, { timeout: PATIENT.timeoutMs }).toContain('room-4.jpg');
    await expectSilence(late, tooLate);
    expect(app().discord.downloads).not.toContain('fifth.jpg');
  });
});

describe('a post that changes', () => {
  it('is answered when a selfie is added, and not when its words change', async () => {
    const gil = await agreed('Gil');
    const channel = fresh();
    const post = await gil.posts('wait for it', { in: channel });
    await gil.edits(post, 'wait for it …');
    await gil.edits(post, { files: [photo()] });
    await replyTo(post);
    await gil.edits(post, 'there I am');
    await expectSilence(await gil.posts('so', { in: channel }), channel);
    expect(channel.messages.filter(isReplyTo(post))).toHaveLength(1);
  });

  it('takes its reply along when it is deleted', async () => {
    const hal = await agreed('Hal');
    const channel = fresh();
    const post = await hal.posts(photo(), { in: channel });
    const card = await replyTo(post);
    await hal.deletes(post);
    await card.waitFor(({ deleted }) => deleted, PATIENT);
    expect(channel.messages).toEqual([]);
  });

  it('takes its reply along when its photo is taken out of it', async () => {
    const kai = await agreed('Kai');
    const channel = fresh();
    const post = await kai.posts({ content: 'me', files: [photo()] }, { in: channel });
    const card = await replyTo(post);
    await kai.edits(post, { content: 'me', keepsFiles: false });
    await card.waitFor(({ deleted }) => deleted, PATIENT);
    expect(channel.messages).toEqual([post]);
  });

  it('leaves no reply behind when it is deleted while it is read', async () => {
    const ida = await agreed('Ida');
    const channel = fresh();
    const slow = app().discord.trouble.cdn({ kind: 'slow', bytesPerSecond: 60_000 }, { on: /ida\.jpg$/ });
    const post = await ida.posts(photo('ida.jpg'), { in: channel });
    await expect.poll(() => slow.hits, { timeout: PATIENT.timeoutMs }).toBe(1);
    await ida.deletes(post);
    await expectSilence(post, channel);
    expect(channel.messages).toEqual([]);
    slow.end();
  });
});

describe('a reply', () => {
  it('is there once although Discord’s word of it was lost', async () => {
    const jo = await agreed('Jo');
    const channel = fresh();
    const lost = app().discord.trouble.rest(
      { kind: 'lost-answer' },
      { on: new RegExp(`^POST /channels/${channel.id}/messages`), times: 1 },
    );
    const post = await jo.posts(photo(), { in: channel });
    await replyTo(post);
    await expectSilence(await jo.posts('so', { in: channel }), channel);
    expect(lost.hits).toBe(1);
    expect(channel.messages.filter(isReplyTo(post))).toHaveLength(1);
    // It is known all the same: it goes with its post.
    await jo.deletes(post);
    await expect
      .poll(() => channel.messages.filter(isReplyTo(post)), { timeout: PATIENT.timeoutMs })
      .toEqual([]);
  });
});

it('nothing of all that was refused by Discord', () => {
  expect(app().discord.refusals).toEqual([]);
});
