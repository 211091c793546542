import { LIMITS } from '../../../sandbox/discord/index.ts';
import { many } from '../scene.ts';
import type { Break, Breaks } from './break.ts';

const V2 = 1 << 15;
const text = (content: string): object => ({ type: 10, content });
const picture = (url: string): object => ({ type: 12, items: [{ media: { url } }] });
const file = { name: 'notes.txt', bytes: new Uint8Array(1) };

const refuseLayout =
  (...components: object[]): Break =>
  ({ say }) =>
    say({ flags: V2, components });

export const layout = {
  'v2-flag': ({ say }) => say({ components: [text('x')] }),
  'v2-alone': ({ say }) => say({ flags: V2, content: 'x', components: [text('x')] }),
  'v2-for-good': async ({ call, say, discord }) => {
    await say({ flags: V2, components: [text('x')] });
    const { id } = discord.channel;
    const message = discord.channel.messages[0]?.id ?? '';
    await call('PATCH', `/channels/${id}/messages/${message}`, {
      flags: 0,
      content: 'old ways',
      components: [],
    });
  },
  'v2-count': refuseLayout(...many(LIMITS.components + 1, () => ({ type: 14 }))),
  'v2-text-total': refuseLayout(text('x'.repeat(2_001)), text('x'.repeat(2_000))),
  'v2-files-shown': async ({ say, discord }) => {
    await say({ flags: V2, components: [text('x')] }, { files: [file] });
    return discord.channel.messages[0]?.json.attachments.length;
  },
  'container-shape': refuseLayout({ type: 17, components: [text('x')], accent_color: 0x1000000 }),
  'section-shape': refuseLayout({ type: 9, components: [text('x')] }),
  'text-length': refuseLayout(text(' ')),
  'gallery-items': refuseLayout({
    type: 12,
    items: many(11, () => ({ media: { url: 'https://example.org/a.png' } })),
  }),
  'media-link': refuseLayout(picture('file:///etc/passwd')),
  'media-attached': refuseLayout(picture('attachment://forgotten.png')),
  'media-description': refuseLayout({
    type: 12,
    items: [{ media: { url: 'https://example.org/a.png' }, description: 'x'.repeat(1_025) }],
  }),
  'file-attached': refuseLayout({ type: 13, file: { url: 'https://example.org/notes.txt' } }),
  'separator-spacing': refuseLayout({ type: 14, spacing: 3 }),
} satisfies Breaks;
