import { LIMITS } from '../../../sandbox/discord/index.ts';
import { many } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const refuseEmbed =
  (embed: object): Break =>
  ({ say }) =>
    say({ embeds: [{ title: 'x', ...embed }] });

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

  'file-count': ({ say }) =>
    say({}, { files: many(11, (n) => ({ name: `${n}.txt`, bytes: new Uint8Array(1) })) }),
  'file-size': ({ say }) =>
    say({}, { files: [{ name: 'big', bytes: new Uint8Array(LIMITS.fileBytes + 1) }] }),
  'file-described': refuseEmbed({ image: { url: 'attachment://forgotten.png' } }),
} satisfies Breaks;
