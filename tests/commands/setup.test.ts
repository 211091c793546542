import { beforeAll, describe, expect, it } from 'vitest';

import { PERMISSION } from '../../sandbox/discord/world/permissions.ts';
import { isReplyTo, managerOf, watching } from '../events/managed.ts';
import { oneSmile } from '../photos.ts';
import { agreedMember, agrees, moodring, PATIENT, saidIn, sends } from './moodring.ts';

const app = moodring();

let smile: Buffer;

beforeAll(async () => {
  smile = await oneSmile();
});

const photo = () => ({ name: 'me.jpg', bytes: smile });

/** A time of day an hour from now, as `07:00` in UTC. */
function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
}

/** Everything is as it was before any setup. */
async function undo(): Promise<void> {
  const { manager, panel } = await managerOf(app().discord, 'Una');
  await (await manager.selects(panel, 'Roles that may use me (none: everyone)', [])).reply(PATIENT);
  const form = await (await manager.clicks(panel, 'Quiet hours')).modal();
  await (await manager.submits(form, { From: '', To: '' })).reply(PATIENT);
}

describe('/setup', () => {
  it('is for people who may manage the server, and for them alone', async () => {
    const ada = app().discord.addMember('Ada');
    await expect(ada.uses('/setup')).rejects.toThrow();
    const { panel } = await managerOf(app().discord);
    expect(panel.isEphemeral).toBe(true);
    expect(panel.text).toContain('in no channel yet');
    expect(panel.text).toContain('confirm that this server is neither');
  });

  it('answers selfies only after the confirmation, and no more when it is taken back', async () => {
    const channel = app().discord.guild.addTextChannel('not-yet');
    const { manager, panel } = await managerOf(app().discord);
    await (await manager.selects(panel, 'Channels for selfies', [channel])).reply(PATIENT);
    expect(panel.text).not.toContain('Everything is ready');
    const { member } = await agreedMember(app().discord, 'Bea', smile);
    const early = await member.posts(photo(), { in: channel });
    await (await manager.clicks(panel, 'Neither a workplace nor a school')).reply(PATIENT);
    expect(panel.text).toContain('Everything is ready');
    const post = await member.posts(photo(), { in: channel });
    await app().discord.nextMessage(isReplyTo(post), { ...PATIENT, after: post });
    expect(channel.messages.filter(isReplyTo(early))).toEqual([]);
    await (await manager.clicks(panel, 'Take the confirmation back')).reply(PATIENT);
    expect(panel.text).toContain('confirm that this server is neither');
  });

  it('says what is not permitted where', async () => {
    const botPermissions = PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.readMessageHistory;
    const channel = app().discord.guild.addTextChannel('half-open', { botPermissions });
    const { panel } = await watching(app().discord, channel);
    expect(panel.text).toMatch(/I lack: .*Embed Links, Attach Files/);
    expect(panel.text).not.toContain('Everything is ready');
  });

  it('keeps what two managers change at once', async () => {
    const [first, second] = [await managerOf(app().discord, 'Max'), await managerOf(app().discord, 'Moa')];
    const changed = await Promise.all([
      first.manager.selects(first.panel, 'What music does', ['lift']),
      second.manager.selects(second.panel, 'Language of answers to posts', ['de']),
      first.manager.clicks(first.panel, 'Allow explicit tracks'),
      second.manager.clicks(second.panel, 'Allow explicit tracks'),
    ]);
    await Promise.all(changed.map((use) => use.reply(PATIENT)));
    const { panel } = await managerOf(app().discord, 'Mia');
    expect(panel.text).toContain('**Music** if nothing else is asked for: lead somebody up.');
    expect(panel.text).toContain('Deutsch');
    expect(panel.text).toContain('**Explicit tracks** are allowed.');
  });

  it('is refused to whoever may not manage the server any more', async () => {
    const { manager: max, panel } = await managerOf(app().discord, 'Max');
    app().discord.channel.permit(max, { deny: PERMISSION.manageGuild });
    const refused = await (await max.clicks(panel, 'Leave explicit tracks out')).nextMessage(PATIENT);
    expect(saidIn(refused)).toContain('Only people who may manage this server');
    const form = await (await max.clicks(panel, 'Quiet hours')).reply(PATIENT);
    expect(saidIn(form)).toContain('Only people who may manage this server');
  });
});

describe('what was set', () => {
  it('is what music does where nobody says, and in which language posts are answered', async () => {
    const channel = app().discord.guild.addTextChannel('auf-deutsch');
    const { manager, panel } = await watching(app().discord, channel);
    await (await manager.selects(panel, 'What music does', ['calm'])).reply(PATIENT);
    await (await manager.selects(panel, 'Language of answers to posts', ['de'])).reply(PATIENT);
    const { member, card } = await agreedMember(app().discord, 'Cleo', smile);
    expect(saidIn(card)).toContain('Music to calm down');
    expect(saidIn(await sends(member, smile, { intent: 'party' }))).toContain('Music for a party');
    const post = await member.posts(photo(), { in: channel });
    const reply = await app().discord.nextMessage(isReplyTo(post), { ...PATIENT, after: post });
    expect(saidIn(reply)).not.toContain('You look happy');
    await (await manager.selects(panel, 'What music does', ['match'])).reply(PATIENT);
    await (await manager.selects(panel, 'Language of answers to posts', ['server'])).reply(PATIENT);
  });

  it('keeps out who has none of the roles, and tells them', async () => {
    const role = app().discord.guild.addRole('Ravers');
    const { manager, panel } = await managerOf(app().discord);
    await (await manager.selects(panel, 'Roles that may use me (none: everyone)', [role])).reply(PATIENT);
    const dora = app().discord.addMember('Dora');
    const refused = await sends(dora, smile);
    expect(refused.isEphemeral).toBe(true);
    expect(saidIn(refused)).toContain('only people with certain roles');
    app().discord.guild.giveRole(dora, role);
    expect((await sends(dora, smile)).text).toContain('emotion recognition');
    await undo();
  });

  it('makes answers private in quiet hours, and posts go unanswered', async () => {
    const channel = app().discord.guild.addTextChannel('asleep');
    const { member } = await agreedMember(app().discord, 'Eve', smile);
    const fay = app().discord.addMember('Fay');
    const { manager, panel } = await watching(app().discord, channel);
    const form = await (await manager.clicks(panel, 'Quiet hours')).modal();
    const wrong = await (await manager.submits(form, { From: '25:00', To: '7' })).nextMessage(PATIENT);
    expect(saidIn(wrong)).toContain('do not understand those times');
    const again = await (await manager.clicks(panel, 'Quiet hours')).modal();
    const nowhere = { From: inHours(-1), To: inHours(1), 'Time zone': 'Mars/Olympus' };
    expect(saidIn(await (await manager.submits(again, nowhere)).nextMessage(PATIENT))).toContain(
      'no time zone',
    );
    const right = await (await manager.clicks(panel, 'Quiet hours')).modal();
    await (
      await manager.submits(right, { From: inHours(-1), To: inHours(1), 'Time zone': 'utc' })
    ).reply(PATIENT);
    expect(panel.text).toContain('(UTC)');

    const post = await member.posts(photo(), { in: channel });
    const answer = await sends(member, smile);
    expect(answer.isEphemeral).toBe(true);
    expect(saidIn(answer)).toContain('You look happy');
    // An answer that had to wait for the notice stays private too.
    expect((await agrees(fay, await sends(fay, smile))).isEphemeral).toBe(true);
    const bot = `<@${app().discord.applicationId}>`;
    const asked = await member.posts({ content: bot, files: [photo()] });
    const sentence = await app().discord.nextMessage(isReplyTo(asked), { ...PATIENT, after: asked });
    expect(sentence.content).toContain('quiet hours');
    expect(channel.messages.filter(isReplyTo(post))).toEqual([]);
    await undo();
    expect((await sends(member, smile)).isEphemeral).toBe(false);
  });
});

it('nothing of all that was refused by Discord', () => {
  expect(app().discord.refusals).toEqual([]);
});
