import { expect } from 'vitest';
import { z } from 'zod';

import type { Card } from '../../src/cards/card.ts';

const text = (limit: number) => z.string().trim().min(1).max(limit);
const fileName = text(100);

/** Discord's limits on what a message of ours is made of. */
const buttonRow = z.object({
  components: z
    .array(
      z.union([
        z.object({ type: z.literal(2), style: z.literal(5), label: text(80), url: z.url().max(512) }),
        z.object({
          type: z.literal(2),
          style: z.number().min(1).max(4),
          label: text(80),
          custom_id: text(100),
        }),
      ]),
    )
    .min(1)
    .max(5),
});
const option = z.object({ label: text(100), description: text(100).optional(), value: text(100) });
const selectRow = z.object({
  components: z.tuple([
    z.object({
      type: z.literal(3),
      custom_id: text(100),
      placeholder: text(150),
      options: z.array(option).min(1).max(25),
    }),
  ]),
});
const embedShape = z.object({
  title: text(256).optional(),
  description: text(4096).optional(),
  url: z.url().optional(),
  footer: z.object({ text: text(2048) }).optional(),
  fields: z
    .array(z.object({ name: text(256), value: text(1024) }))
    .max(25)
    .optional(),
  author: z.undefined().optional(),
});

export type Embed = z.infer<typeof embedShape>;

/** A card as Discord gets it. */
export interface Sent {
  readonly embeds: readonly Embed[];
  readonly buttons: readonly { label: string; style: number; custom_id?: string; url?: string }[];
  readonly options: readonly z.infer<typeof option>[];
  readonly files: readonly { name: string; description: string | undefined; content: string }[];
}

/** Checks a card against every limit of Discord's that it could break, and gives it as it is sent. */
export function sent(card: Card): Sent {
  const embeds = z
    .array(embedShape)
    .max(10)
    .parse(card.embeds.map((embed) => embed.toJSON()));
  const letters = embeds
    .flatMap(({ title = '', description = '', footer, fields = [] }) => [
      title,
      description,
      footer?.text ?? '',
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .join('').length;
  expect(letters).toBeLessThanOrEqual(6000);

  const rows = z
    .array(z.union([buttonRow, selectRow]))
    .max(5)
    .parse(card.components.map((row) => row.toJSON()));
  const parts = rows.flatMap(({ components }) => [...components]);
  const ids = parts.flatMap((part) => ('custom_id' in part ? [part.custom_id] : []));
  expect(new Set(ids).size, 'custom ids are unique').toBe(ids.length);

  const files = (card.files ?? []).map(({ name, description, attachment }) => {
    return {
      name: fileName.parse(name),
      content: Buffer.isBuffer(attachment) ? attachment.toString() : '',
      description: text(1024)
        .optional()
        .parse(description ?? undefined),
    };
  });
  expect(files.length).toBeLessThanOrEqual(10);
  // A word that nobody filled in, or a value that was not there.
  expect(JSON.stringify({ embeds, rows })).not.toMatch(/\{\{\w+\}\}|\bundefined\b|\bNaN\b/);
  return {
    embeds,
    buttons: parts.flatMap((part) => ('label' in part ? [part] : [])),
    options: parts.flatMap((part) => ('options' in part ? part.options : [])),
    files,
  };
}
