import { LIMITS } from '../../../sandbox/discord/index.ts';
import type { CallFile } from '../calls.ts';
import { many } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const refuseEmbed =
  (embed: object): Break =>
  ({ say }) =>
    say({ embeds: [{ title: 'x', ...embed }] });

const small = (name: string): CallFile => ({ name, bytes: new Uint8Array(1) });

export const messages = {
  'message-not-empty': ({ say }) => say({ content: '' }),
  'content-length': ({ say }) => say({ content: 'x'.repeat(2001) }),
  'embed-count': ({ say }) => say({ embeds: many(11, () => ({ title: 'x' })) }),
  'embed-total': ({ say }) => say({ embeds: many(2, () => ({ description: 'x'.repeat(3001) })) }),
  'embed-not-empty': ({ say }) => say({ embeds: [{ color: 1 }] }),
  'embed-title': refuseEmbed({ title: 'x'.repeat(257) }),
  'embed-description': refuseEmbed({ description: 'x'.repeat(4097) }),
  'embed-fields': refuseEmbed({ fields: many(26, () => ({ name: 'x', value: 'x' })) }),
  'embed-field-name': refuseEmbed({ fields: [{ name: 'x'.repeat(257), value: 'x' }] }),
  'embed-field-value': refuseEmbed({ fields: [{ name: 'x', value: '' }] }),
  'embed-footer': refuseEmbed({ footer: { text: 'x'.repeat(2049) } }),
  'embed-author': refuseEmbed({ author: { name: 'x'.repeat(257) } }),
  'embed-url': refuseEmbed({ image: { url: 'file:///etc/passwd' } }),
  'embed-colour': refuseEmbed({ color: 0x1000000 }),
  'embed-timestamp': refuseEmbed({ timestamp: 'yesterday' }),
  'embed-attached': async ({ say, discord }) => {
    await say({ embeds: [{ title: 'x', image: { url: 'attachment://forgotten.png' } }] });
    return discord.channel.messages.filter((it) => it.json.embeds[0]?.image).length;
  },
  'embeds-suppressed': async ({ say, discord }) => {
    await say({ embeds: [{ title: 'x' }], flags: 4 });
    return discord.channel.messages[0]?.json.embeds.length;
  },
  'nonce-length': ({ say }) => say({ content: 'x', nonce: 'x'.repeat(26) }),
  'nonce-enforced': async ({ say, discord }) => {
    await say({ content: 'once', nonce: 'n', enforce_nonce: true });
    await say({ content: 'twice', nonce: 'n', enforce_nonce: true });
    return discord.channel.messages.length - 1;
  },
  'mentions-kind': ({ say }) => say({ content: 'x', allowed_mentions: { parse: ['here'] } }),
  'mentions-count': ({ say }) =>
    say({ content: 'x', allowed_mentions: { users: many(101, (n) => String(10n ** 17n + BigInt(n))) } }),
  'mentions-exclusive': ({ say, ada }) =>
    say({ content: ada.mention, allowed_mentions: { parse: ['users'], users: [ada.id] } }),
  'mentions-allowed': async ({ say, ada, discord }) => {
    await say({ content: `${ada.mention} @everyone`, allowed_mentions: { parse: [] } });
    return discord.channel.messages[0]?.pings.users.length;
  },
  'ephemeral-answers': async ({ say, discord }) => {
    await say({ content: 'psst', flags: 64 });
    return discord.channel.messages.filter((it) => it.isEphemeral).length;
  },
  simulated: ({ say }) =>
    say({ poll: { question: { text: 'How?' }, answers: [{ poll_media: { text: 'So' } }] } }),

  'file-count': ({ say }) => say({}, { files: many(11, (n) => small(`${n}.txt`)) }),
  'file-size': ({ say }) =>
    say({}, { files: [{ name: 'big', bytes: new Uint8Array(LIMITS.fileBytes + 1) }] }),
  'request-size': ({ say }) =>
    say({}, { files: many(3, (n) => ({ name: `${n}`, bytes: new Uint8Array(LIMITS.fileBytes) })) }),
  'file-described': ({ say }) => say({ content: 'x', attachments: [{ id: '0', filename: 'forgotten.png' }] }),
  'file-description': ({ say }) =>
    say({ attachments: [{ id: '0', description: 'x'.repeat(1_025) }] }, { files: [small('a.txt')] }),
  'files-kept': async ({ call, say, discord }) => {
    await say({ content: 'x' }, { files: [small('a.txt')] });
    const message = discord.channel.messages[0];
    await call('PATCH', `/channels/${discord.channel.id}/messages/${message?.id ?? ''}`, { attachments: [] });
    return message?.json.attachments.length;
  },
} satisfies Breaks;
