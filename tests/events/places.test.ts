import { beforeAll, describe, expect, it } from 'vitest';

import type { Channel, Member, Message } from '../../sandbox/discord/index.ts';
import { PERMISSION } from '../../sandbox/discord/world/permissions.ts';
import { agreedMember, moodring, PATIENT, saidIn } from '../commands/moodring.ts';
import { oneSmile } from '../photos.ts';
import { isReplyTo, managerOf, watching } from './managed.ts';

const app = moodring();

let smile: Buffer;
let open: Channel;

beforeAll(async () => {
  smile = await oneSmile();
  open = app().discord.guild.addTextChannel('open');
});

const photo = () => ({ name: 'me.jpg', bytes: smile });

function replyTo(post: Message): Promise<Message> {
  return app().discord.nextMessage(isReplyTo(post), { ...PATIENT, after: post });
}

/** Posts a selfie in a place and one in the open behind it; resolves to what the first got once the second is answered. */
async function gets(member: Member, where: Channel): Promise<readonly Message[]> {
  const post = await member.posts(photo(), { in: where });
  const { member: witness } = await agreedMember(app().discord, `Witness of ${post.id}`, smile);
  await replyTo(await witness.posts(photo(), { in: open }));
  return where.messages.filter(isReplyTo(post));
}

describe('where something is not permitted', () => {
  const toSpeak = PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.readMessageHistory;

  it.each([
    ['to embed', toSpeak | PERMISSION.attachFiles, 'Embed Links'],
    ['to attach', toSpeak | PERMISSION.embedLinks, 'Attach Files'],
  ])(
    'the bot that lacks the permission %s says so once, and reads nobody',
    async (name, botPermissions, lacks) => {
      const channel = app().discord.guild.addTextChannel(`no-${lacks.replace(' ', '-')}`, { botPermissions });
      await watching(app().discord, channel, open);
      const { member } = await agreedMember(app().discord, `Ada ${name}`, smile);
      const [said] = await gets(member, channel);
      expect(said?.content).toContain(`I lack: ${lacks}`);
      expect(await gets(member, channel)).toEqual([]);
    },
  );

  it.each([
    ['write', PERMISSION.viewChannel | PERMISSION.readMessageHistory | PERMISSION.embedLinks],
    ['look', 0n],
  ])(
    'the bot that may not even %s keeps silent, to who has agreed and who has not',
    async (name, botPermissions) => {
      const channel = app().discord.guild.addTextChannel(`no-${name}`, { botPermissions });
      await watching(app().discord, channel, open);
      const { member } = await agreedMember(app().discord, `Ben ${name}`, smile);
      expect(await gets(member, channel)).toEqual([]);
      expect(await gets(app().discord.addMember(`Stranger ${name}`), channel)).toEqual([]);
    },
  );

  it('the bot that may not write does not try to say why it does not answer a mention', async () => {
    const botPermissions = PERMISSION.viewChannel | PERMISSION.readMessageHistory;
    const channel = app().discord.guild.addTextChannel('mute', { botPermissions });
    const role = app().discord.guild.addRole('Few');
    const roles = 'Roles that may use me (none: everyone)';
    const { manager, panel } = await managerOf(app().discord);
    await (await manager.selects(panel, roles, [role])).reply(PATIENT);
    const dan = app().discord.addMember('Dan');
    const asks = { content: `<@${app().discord.applicationId}>`, files: [photo()] };
    const post = await dan.posts(asks, { in: channel });
    expect((await replyTo(await dan.posts(asks, { in: open }))).content).toContain('certain roles');
    expect(channel.messages.filter(isReplyTo(post))).toEqual([]);
    await (await manager.selects(panel, roles, [])).reply(PATIENT);
  });

  it('a thread asks for its own permission', async () => {
    const botPermissions = toSpeak | PERMISSION.embedLinks | PERMISSION.attachFiles;
    const channel = app().discord.guild.addTextChannel('no-threads', { botPermissions });
    await watching(app().discord, channel, open);
    const { member } = await agreedMember(app().discord, 'Cleo', smile);
    const thread = channel.addThread('mine', { by: member });
    expect(await gets(member, thread)).toEqual([]);
    expect(await gets(member, channel)).toHaveLength(1);
  });
});

describe('a server that the bot leaves', () => {
  it('is erased to the last byte, and the others are not', async () => {
    await watching(app().discord, open);
    const elsewhere = app().discord.addGuild('Elsewhere');
    const there = elsewhere.addTextChannel('selfies-there');
    const mo = app().discord.addMember('Moses');
    elsewhere.admit(mo, { permissions: PERMISSION.manageGuild });
    const panel = await (await mo.uses('/setup', {}, { in: there })).reply(PATIENT);
    await (await mo.selects(panel, 'Channels for selfies', [there])).reply(PATIENT);
    await (await mo.clicks(panel, 'Neither a workplace nor a school')).reply(PATIENT);
    const { member } = await agreedMember(app().discord, 'Dora', smile);
    const stranger = app().discord.addMember('Stranger');
    for (const person of [member, stranger]) elsewhere.admit(person);
    const post = await member.posts(photo(), { in: there });
    expect(saidIn(await replyTo(post))).toContain('You look happy');
    await replyTo(await stranger.posts(photo(), { in: there }));
    const traces = [elsewhere.id, there.id, post.id, stranger.id];
    for (const trace of traces) expect(app().rawDatabase().includes(trace)).toBe(true);

    elsewhere.kickBot();
    const left = () => traces.filter((trace) => app().rawDatabase().includes(trace));
    await expect.poll(left, { timeout: PATIENT.timeoutMs }).toEqual([]);
    expect(app().rawDatabase().includes(member.id)).toBe(true);
    expect((await managerOf(app().discord)).panel.text).toContain('It was confirmed on');
  });
});

it('nothing of all that was refused by Discord', () => {
  expect(app().discord.refusals).toEqual([]);
});
