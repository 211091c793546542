import { describe, expect, it } from 'vitest';
import type { Message } from '../../sandbox/discord/index.ts';
import { scene } from './scene.ts';
import type { Scene } from './scene.ts';
import type { CallFile } from './calls.ts';

const file = (name: string): CallFile => ({ name, bytes: new Uint8Array(1) });

const last = ({ discord }: Pick<Scene, 'discord'>): Message => {
  const message = discord.channel.messages.at(-1);
  if (!message) throw new Error('nothing was said');
  return message;
};

describe('blanks around what a bot says', () => {
  it('are not kept', async () => {
    const set = await scene();
    const fields = [{ name: ' Why ', value: '\nIt is bright\n' }];
    await set.say({
      content: '\n hello \n',
      embeds: [{ title: ' Sunny ', footer: { text: 'so ' }, fields }],
    });
    const { content, embeds } = last(set).json;
    expect([content, embeds[0]?.title, embeds[0]?.footer?.text]).toEqual(['hello', 'Sunny', 'so']);
    expect(embeds[0]?.fields).toMatchObject([{ name: 'Why', value: 'It is bright' }]);
  });

  it('alone are an empty message, or an empty field', async () => {
    const { say } = await scene();
    expect(await say({ content: ' \n ' })).toMatchObject({ status: 400, code: 50006 });
    const blank = { title: 'x', fields: [{ name: 'x', value: ' ' }] };
    expect(await say({ embeds: [blank] })).toMatchObject({ status: 400, code: 50035 });
  });

  it('do not count', async () => {
    const { say, discord } = await scene();
    await say({ content: ` ${'x'.repeat(2_000)} ` });
    expect(discord.refusals).toEqual([]);
  });
});

describe('whom a message pings', () => {
  it.each<[string, (ada: string) => object, number]>([
    ['everyone it mentions', () => ({}), 1],
    ['nobody where nothing is parsed', () => ({ allowed_mentions: { parse: [] } }), 0],
    ['those who are named', (ada) => ({ allowed_mentions: { users: [ada] } }), 1],
    ['not those who are not named', () => ({ allowed_mentions: { users: ['111111111111111111'] } }), 0],
  ])('is %s', async (_, more, count) => {
    const set = await scene();
    await set.say({ content: `Look, ${set.ada.mention}`, ...more(set.ada.id) });
    expect(last(set).pings.users).toHaveLength(count);
    expect(last(set).json.mentions).toHaveLength(count);
  });

  it('is the author of what it answers, unless it says otherwise', async () => {
    const set = await scene();
    const { id: message_id } = await set.ada.posts('hello');
    await set.say({ content: 'hi', message_reference: { message_id } });
    expect(last(set).pings.users).toEqual([set.ada.id]);
    await set.say({
      content: 'hi',
      message_reference: { message_id },
      allowed_mentions: { replied_user: false },
    });
    expect(last(set).pings.users).toEqual([]);
  });
});

describe('a nonce', () => {
  it('comes back, and without being enforced keeps nothing away', async () => {
    const set = await scene();
    await set.say({ content: 'x', nonce: 'n' });
    await set.say({ content: 'x', nonce: 'n' });
    expect(set.discord.channel.messages).toHaveLength(2);
    expect(last(set).json.nonce).toBe('n');
  });

  it('that is enforced is good for a few minutes', async () => {
    const set = await scene();
    const payload = { content: 'x', nonce: 1, enforce_nonce: true };
    const [first, again] = [await set.say(payload), await set.say(payload)];
    expect(again.json).toMatchObject({ id: last(set).id });
    expect(first.json).toMatchObject({ id: last(set).id });
    set.clock.advance(10 * 60_000);
    await set.say(payload);
    expect(set.discord.channel.messages).toHaveLength(2);
  });
});

describe('a file’s name', () => {
  it.each([
    ['my photo.png', 'my_photo.png'],
    ['hello (world).png', 'hello_world.png'],
    ['_bug1.png', 'bug1.png'],
    ['../../etc/passwd', 'etc_passwd'],
    ['Grüße.txt', 'Grue.txt'],
    ['画像', 'unknown'],
  ])('%s becomes %s', async (name, kept) => {
    const set = await scene();
    await set.say({}, { files: [file(name)] });
    expect(last(set).json.attachments.map((it) => it.filename)).toEqual([kept]);
  });

  it('is found by attachment:// under the name that the bot gave it', async () => {
    const set = await scene();
    const embeds = [{ image: { url: 'attachment://_chart(1).png' } }];
    await set.say({ embeds }, { files: [file('_chart(1).png')] });
    const { attachments, embeds: shown } = last(set).json;
    expect(attachments).toEqual([]);
    expect(shown[0]?.image?.url).toContain('/chart1.png?');
  });
});

describe('an edit', () => {
  it('keeps the files that it lists, beside new ones', async () => {
    const set = await scene();
    await set.say({ content: 'x' }, { files: [file('a.txt'), file('b.txt')] });
    const path = `/channels/${set.discord.channel.id}/messages/${last(set).id}`;
    const kept = last(set).json.attachments[1]?.id;
    const attachments = [{ id: kept }, { id: 0, filename: 'c.txt', description: 'the third' }];
    await set.call('PATCH', path, { attachments }, { files: [file('ignored')] });
    expect(last(set).json.attachments.map((it) => [it.filename, it.description])).toEqual([
      ['b.txt', undefined],
      ['c.txt', 'the third'],
    ]);
  });

  it('cannot add an eleventh file', async () => {
    const set = await scene();
    const ten = Array.from({ length: 10 }, (_, n) => file(`${n}.txt`));
    await set.say({}, { files: ten });
    const path = `/channels/${set.discord.channel.id}/messages/${last(set).id}`;
    expect(await set.call('PATCH', path, {}, { files: [file('11.txt')] })).toMatchObject({ code: 30015 });
  });

  it('hides embeds and shows them again', async () => {
    const set = await scene();
    await set.say({ content: 'x', embeds: [{ title: 'x' }] });
    const path = `/channels/${set.discord.channel.id}/messages/${last(set).id}`;
    await set.call('PATCH', path, { flags: 4 });
    expect(last(set).json.embeds).toEqual([]);
    await set.call('PATCH', path, { flags: 0 });
    expect(last(set).json.embeds).toHaveLength(1);
  });

  it('turns a message into one of components, once what it said is taken back', async () => {
    const set = await scene();
    await set.say({ content: 'x', embeds: [{ title: 'x' }] });
    const path = `/channels/${set.discord.channel.id}/messages/${last(set).id}`;
    const upgrade = { flags: 1 << 15, components: [{ type: 10, content: 'new' }] };
    expect((await set.call('PATCH', path, upgrade)).code).toBe(50035);
    expect((await set.call('PATCH', path, { ...upgrade, content: null, embeds: [] })).status).toBe(200);
    expect(last(set).json).toMatchObject({ content: '', embeds: [], flags: 1 << 15 });
  });
});

describe('what a bot sends', () => {
  it('is measured in characters, of which an emoji is one', async () => {
    const { say, discord } = await scene();
    const emojis = (count: number): string => '🎵'.repeat(count);
    await say({ content: emojis(2_000), embeds: [{ title: emojis(256), description: emojis(4_096) }] });
    expect(discord.refusals).toEqual([]);
    expect(await say({ content: emojis(2_001) })).toMatchObject({ status: 400, code: 50035 });
  });

  it('may hold ids as numbers, and they are not rounded', async () => {
    const { ada, discord, call } = await scene();
    const { id } = await ada.posts('hello');
    const raw = `{"content":"hi ${ada.mention}","message_reference":{"message_id":${id}},"allowed_mentions":{"users":[${ada.id}]}}`;
    await call('POST', `/channels/${discord.channel.id}/messages`, undefined, { raw });
    const { json, pings } = last({ discord });
    expect(json.referenced_message).toMatchObject({ id });
    expect(pings.users).toEqual([ada.id]);
  });

  it('is refused when it is no multipart form but says so', async () => {
    const { discord } = await scene();
    const answer = await fetch(`${discord.restUrl}/v10/channels/${discord.channel.id}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bot ${discord.token}`,
        'content-type': 'multipart/form-data; boundary=there-is-none',
      },
      body: 'not a form',
    });
    expect([answer.status, discord.refusals.map((it) => it.rule)]).toEqual([400, ['json-parses']]);
  });
});
