import { z } from 'zod';
import type { Embed } from '../wire/embed.ts';
import { charactersIn } from './characters.ts';
import { fault, notWithin, outside, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import { linkFaults } from './links.ts';
import type { FormFault } from './refusal.ts';

const TIMESTAMP = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }), z.iso.date()]);

/** What is wrong with the embeds of one message. */
export function embedFaults(embeds: readonly Embed[]): FormFault[] {
  const total = embeds.reduce((sum, embed) => sum + characters(embed), 0);
  const all = 'Embed size exceeds maximum size of 6000';
  return [
    ...tooLong('embed-count', ['embeds'], embeds, LIMITS.embeds),
    ...embeds.flatMap((embed, at) => oneEmbed(embed, ['embeds', at])),
    ...(total > LIMITS.embedCharacters
      ? [fault('embed-total', ['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', all)]
      : []),
  ];
}

function oneEmbed(embed: Embed, path: Path): FormFault[] {
  const { title, description, footer, author, color, timestamp } = embed;
  return [
    ...(isEmpty(embed)
      ? [fault('embed-not-empty', [...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : []),
    ...tooLong('embed-title', [...path, 'title'], title, LIMITS.embedTitle),
    ...tooLong('embed-description', [...path, 'description'], description, LIMITS.embedDescription),
    ...fieldFaults(embed, [...path, 'fields']),
    ...tooLong('embed-footer', [...path, 'footer', 'text'], footer?.text, LIMITS.embedFooter),
    ...tooLong('embed-author', [...path, 'author', 'name'], author?.name, LIMITS.embedAuthor),
    ...outside('embed-colour', [...path, 'color'], color, 0, 0xffffff),
    ...timeFaults(timestamp, [...path, 'timestamp']),
    ...linksOf(embed).flatMap((link) =>
      linkFaults('embed-url', [...path, ...link.path], link.url, link.schemes),
    ),
  ];
}

function fieldFaults({ fields }: Embed, path: Path): FormFault[] {
  return [
    ...tooLong('embed-fields', path, fields, LIMITS.embedFields),
    ...(fields ?? []).flatMap((field, at) => [
      ...notWithin('embed-field-name', [...path, at, 'name'], field.name, LIMITS.embedFieldName),
      ...notWithin('embed-field-value', [...path, at, 'value'], field.value, LIMITS.embedFieldValue),
    ]),
  ];
}

function timeFaults(timestamp: string | null | undefined, path: Path): FormFault[] {
  if (!timestamp || TIMESTAMP.safeParse(timestamp).success) return [];
  const message = `Could not parse ${timestamp}. Should be ISO8601.`;
  return [fault('embed-timestamp', path, 'DATE_TIME_TYPE_PARSE', message)];
}

interface EmbedLink {
  readonly path: Path;
  readonly url: string;
  readonly schemes: readonly string[];
}

const WEB = ['http', 'https'];
const PICTURE = [...WEB, 'attachment'];

function linksOf({ url, author, footer, image, thumbnail }: Embed): readonly EmbedLink[] {
  const links: readonly [Path, string | null | undefined, readonly string[]][] = [
    [['url'], url, WEB],
    [['author', 'url'], author?.url, WEB],
    [['author', 'icon_url'], author?.icon_url, PICTURE],
    [['footer', 'icon_url'], footer?.icon_url, PICTURE],
    [['image', 'url'], image?.url, PICTURE],
    [['thumbnail', 'url'], thumbnail?.url, PICTURE],
  ];
  return links.flatMap(([path, link, schemes]) => (link ? [{ path, url: link, schemes }] : []));
}

function isEmpty(embed: Embed): boolean {
  const said = [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    embed.image,
    embed.thumbnail,
  ];
  return !said.some(Boolean) && (embed.fields ?? []).length === 0;
}

function characters(embed: Embed): number {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  const fields = (embed.fields ?? []).flatMap((field) => [field.name, field.value]);
  return [...texts, ...fields].reduce((sum, text) => sum + charactersIn(text ?? ''), 0);
}
