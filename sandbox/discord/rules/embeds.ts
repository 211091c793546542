import type { Embed } from '../wire/embed.ts';
import { picturesOf } from '../wire/message.ts';
import { fault, notWithin, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

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
  const fields = embed.fields ?? [];
  return [
    ...(isEmpty(embed)
      ? [fault('embed-not-empty', [...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : []),
    ...tooLong('embed-title', [...path, 'title'], embed.title, LIMITS.embedTitle),
    ...tooLong('embed-description', [...path, 'description'], embed.description, LIMITS.embedDescription),
    ...tooLong('embed-fields', [...path, 'fields'], fields, LIMITS.embedFields),
    ...fields.flatMap((field, at) => [
      ...notWithin('embed-field-name', [...path, 'fields', at, 'name'], field.name, LIMITS.embedFieldName),
      ...notWithin(
        'embed-field-value',
        [...path, 'fields', at, 'value'],
        field.value,
        LIMITS.embedFieldValue,
      ),
    ]),
    ...tooLong('embed-footer', [...path, 'footer', 'text'], embed.footer?.text, LIMITS.embedFooter),
    ...tooLong('embed-author', [...path, 'author', 'name'], embed.author?.name, LIMITS.embedAuthor),
    ...badLinks(embed, path),
  ];
}

function badLinks(embed: Embed, path: Path): FormFault[] {
  const links = [embed.url, embed.author?.url].filter((url) => typeof url === 'string' && url !== '');
  const bad = [
    ...links.filter((url) => !isWeb(url)),
    ...picturesOf(embed).filter((url) => !isWeb(url) && !url.startsWith('attachment://')),
  ];
  return bad.map((url) =>
    fault('embed-url', [...path, 'url'], 'URL_TYPE_INVALID_URL', `Not a well formed URL: ${String(url)}`),
  );
}

const isWeb = (url: string | null | undefined): boolean =>
  /^https?:$/.test((URL.canParse(url ?? '') ? new URL(url ?? '') : null)?.protocol ?? '');

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
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
