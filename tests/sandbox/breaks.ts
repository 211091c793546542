import { LIMITS } from '../../sandbox/discord/index.ts';
import type { Channel, RuleName } from '../../sandbox/discord/index.ts';
import { button, command, many, option, row, select, text } from './scene.ts';
import type { Scene } from './scene.ts';

type Break = (scene: Scene) => Promise<unknown>;

const thinking = { type: 5 };
const elsewhere = '111111111111111111';

const refuseEmbed =
  (embed: object): Break =>
  ({ say }) =>
    say({ embeds: [{ title: 'x', ...embed }] });

const refuseRows =
  (...components: object[]): Break =>
  ({ say }) =>
    say({ components });

const inChannel =
  (botPermissions: bigint, act: (scene: Scene, channel: Channel) => Promise<unknown>): Break =>
  (scene) =>
    act(scene, scene.discord.guild.addTextChannel('closed', { botPermissions }));

/** For each rule, a request that breaks it and no other. */
export const breaks: Readonly<Record<RuleName, Break>> = {
  'route-exists': ({ call }) => call('GET', '/no-such-route'),
  authorized: ({ call }) => call('GET', '/users/@me', undefined, { token: 'stolen' }),
  'json-parses': ({ call, discord }) =>
    call('POST', `/channels/${discord.channel.id}/messages`, undefined, { raw: '{"content":' }),
  'form-shape': ({ say }) => say({ content: 5 }),
  'rate-limit': async ({ call, discord }) => {
    await call('POST', `/channels/${discord.channel.id}/typing`);
    await call('POST', `/channels/${discord.channel.id}/typing`);
  },

  'application-known': ({ call }) => call('GET', `/applications/${elsewhere}/commands`),
  'channel-known': ({ call, discord }) => {
    const gone = discord.guild.addTextChannel('gone');
    gone.delete();
    return call('POST', `/channels/${gone.id}/messages`, { content: 'x' });
  },
  'guild-known': ({ call }) => call('GET', `/guilds/${elsewhere}`),
  'member-known': ({ call, discord }) => call('GET', `/guilds/${discord.guild.id}/members/${elsewhere}`),
  'user-known': ({ call }) => call('POST', '/users/@me/channels', { recipient_id: elsewhere }),
  'message-known': async ({ call, ada, discord }) => {
    const message = await ada.posts('gone in a moment');
    await ada.deletes(message);
    await call('GET', `/channels/${discord.channel.id}/messages/${message.id}`);
  },
  'ephemeral-private': async ({ call, asked, discord }) => {
    await call('POST', (await asked()).callback, { type: 4, data: { content: 'psst', flags: 64 } });
    await call('GET', `/channels/${discord.channel.id}/messages/${discord.channel.messages[0]?.id ?? ''}`);
  },
  'command-known': ({ call, discord }) =>
    call('GET', `/applications/${discord.applicationId}/commands/${elsewhere}`),

  'respond-in-time': async ({ call, asked, clock }) => {
    const { callback } = await asked();
    clock.advance(LIMITS.firstResponseMs);
    await call('POST', callback, thinking);
  },
  'respond-once': async ({ call, asked }) => {
    const { callback } = await asked();
    await call('POST', callback, thinking);
    await call('POST', callback, thinking);
  },
  'interaction-known': ({ call }) =>
    call('POST', `/interactions/${elsewhere}/no-such-token/callback`, thinking),
  'respond-before-follow-up': async ({ call, asked }) =>
    call('POST', (await asked()).webhook, { content: 'x' }),
  'token-in-time': async ({ call, asked, clock }) => {
    const { callback, webhook } = await asked();
    await call('POST', callback, thinking);
    clock.advance(LIMITS.tokenMs);
    await call('PATCH', `${webhook}/messages/@original`, { content: 'at last' });
  },
  'token-known': ({ call, discord }) =>
    call('POST', `/webhooks/${discord.applicationId}/made-up`, { content: 'x' }),
  'response-fits': async ({ call, asked }) => call('POST', (await asked()).callback, { type: 6 }),

  'view-channel': inChannel(0n, ({ call }, channel) => call('GET', `/channels/${channel.id}`)),
  'send-messages': inChannel(1n << 10n, ({ call }, channel) =>
    call('POST', `/channels/${channel.id}/messages`, { content: 'x' }),
  ),
  'attach-files': inChannel((1n << 10n) | (1n << 11n), ({ call }, channel) => {
    const files = [{ name: 'a.txt', bytes: new Uint8Array(1) }];
    return call('POST', `/channels/${channel.id}/messages`, {}, { files });
  }),
  'manage-messages': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('mine');
    await call('DELETE', `/channels/${discord.channel.id}/messages/${id}`);
  },
  'own-messages': async ({ call, ada, discord }) => {
    const { id } = await ada.posts('mine');
    await call('PATCH', `/channels/${discord.channel.id}/messages/${id}`, { content: 'yours' });
  },

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

  'file-count': ({ say }) =>
    say({}, { files: many(11, (n) => ({ name: `${n}.txt`, bytes: new Uint8Array(1) })) }),
  'file-size': ({ say }) =>
    say({}, { files: [{ name: 'big', bytes: new Uint8Array(LIMITS.fileBytes + 1) }] }),
  'file-described': refuseEmbed({ image: { url: 'attachment://forgotten.png' } }),

  'row-count': refuseRows(...many(6, (n) => row(button({ custom_id: `${n}` })))),
  'row-shape': refuseRows(row(...many(6, (n) => button({ custom_id: `${n}` })))),
  'component-kind': refuseRows(button()),
  'components-v2': refuseRows({ type: 17, components: [] }),
  'button-shape': refuseRows(row(button({ custom_id: undefined }))),
  'button-label': refuseRows(row(button({ label: 'x'.repeat(81) }))),
  'custom-id-length': refuseRows(row(button({ custom_id: 'x'.repeat(101) }))),
  'custom-id-unique': refuseRows(row(button(), button())),
  'select-options': refuseRows(row(select({ options: many(26, (n) => option(`${n}`)) }))),
  'select-option-text': refuseRows(row(select({ options: [option('x'.repeat(101))] }))),
  'select-range': refuseRows(row(select({ max_values: 2 }))),
  'placeholder-length': refuseRows(row(select({ placeholder: 'x'.repeat(151) }))),
  'modal-shape': async ({ call, asked }) => {
    const input = row({ type: 4, custom_id: 'i', style: 1, label: 'Why' });
    const data = { title: 'x'.repeat(46), custom_id: 'm', components: [input] };
    await call('POST', (await asked()).callback, { type: 9, data });
  },

  'command-name': ({ register }) => register(command({ name: 'Mood' })),
  'command-name-unique': ({ register }) => register(command(), command()),
  'command-description': ({ register }) => register(command({ description: '' })),
  'command-options': ({ register }) => register(command({ options: many(26, (n) => text(`o${n}`)) })),
  'command-option-order': ({ register }) =>
    register(command({ options: [text('a'), text('b', { required: true })] })),
  'command-option-kind': ({ register }) =>
    register(command({ options: [text('a'), { type: 1, name: 'sub', description: 'x' }] })),
  'command-choices': ({ register }) =>
    register(
      command({ options: [text('a', { choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] }),
    ),
  'command-count': ({ register }) => register(...many(101, (n) => command({ name: `c${n}` }))),
  'command-size': ({ register }) => {
    const choices = many(25, (n) => ({ name: `${n}`.padEnd(100, 'x'), value: `${n}`.padEnd(100, 'y') }));
    return register(command({ options: many(2, (n) => text(`o${n}`, { choices })) }));
  },
};
