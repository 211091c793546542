import type { Message } from '../../sandbox/discord/index.ts';
import { BUTTONS, parseCustomId } from '../../src/cards/custom-ids.ts';
import { INTENTS, type Intent } from '../../src/domain/arc.ts';
import english from '../../data/languages/en.json' with { type: 'json' };

/** A list as a card shows it. */
export interface ShownList {
  readonly id: string;
  readonly url: string;
  readonly intent: Intent;
  /** What was read in the photo, in words. */
  readonly reading: string;
}

/** What `/privacy` shows. */
export interface ShownKept {
  readonly consent: 'yes' | 'no' | 'none';
  readonly lists: number;
}

/** What a message says. */
export interface Outcome {
  /** `list`, `track`, or the key of its sentence in the language file; `unknown` where it is none of them. */
  readonly says: string;
  readonly list?: ShownList;
  readonly kept?: ShownKept;
}

const sentences = [
  ...Object.entries(english.error).map(([key, text]) => [`error.${key}`, text] as const),
  ...Object.entries(english.consent).map(([key, text]) => [`consent.${key}`, text] as const),
  ...Object.entries(english.privacy).map(([key, text]) => [`privacy.${key}`, text] as const),
  ...Object.entries(english.spotify).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`spotify.${key.replace(/_(?:one|other)$/, '')}`, text] as const] : [],
  ),
  ['help.title', english.help.title] as const,
  ['webcam.linkTitle', english.webcam.linkTitle] as const,
  ['webcam.done', english.webcam.done] as const,
].map(([key, text]) => ({ key, pattern: patternOf(text) }));

const titles = INTENTS.map((intent) => ({
  intent,
  pattern: patternOf(english.list.title[intent], '( · .+)?'),
}));

/** What a message of the bot says. */
export function outcomeOf(message: Message): Outcome {
  const { embeds, components } = message.json;
  const list = listIn(message);
  if (list) return { says: 'list', list };
  const [first] = embeds;
  const says = keyOf(first?.title) ?? keyOf(first?.description) ?? 'unknown';
  if (says === 'privacy.title') return { says, kept: keptIn(first?.description ?? '') };
  const opens = components.some((row) => row.components?.some(({ url }) => isTrack(url)));
  return opens && isTrack(first?.url) ? { says: 'track' } : { says };
}

/** Everything that the bot itself says in a message; titles and artists are others' words. */
export function ownWordsIn(message: Message): string {
  const { content, embeds, components } = message.json;
  const controls = components.flatMap((row) => row.components ?? []);
  return [
    content,
    ...embeds
      .filter(({ url }) => !isTrack(url))
      .flatMap(({ title, description, footer, fields }) => [
        title,
        description,
        footer?.text,
        ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      ]),
    ...controls.flatMap(({ label, placeholder }) => [label, placeholder]),
  ]
    .filter((text) => typeof text === 'string')
    .join('\n');
}

const LIST_ID = /(?:list-[a-z]+:(?:[a-z0-9]+:)?|\/list\/)([\w-]{16})/g;

/** The ids of all lists that a message leads to, by its buttons and links. */
export function listIdsIn({ json: { embeds, components } }: Message): readonly string[] {
  return [...JSON.stringify([embeds, components]).matchAll(LIST_ID)].map(([, id = '']) => id);
}

function listIn(message: Message): ShownList | undefined {
  const { embeds, components } = message.json;
  const ids = components
    .flatMap((row) => row.components ?? [])
    .map((it) => parseCustomId(it.custom_id ?? ''));
  const id = ids.find(({ name }) => name === BUTTONS.listMore)?.args[0];
  const whole = embeds.at(-1);
  const intent = titles.find(({ pattern }) => pattern.test(whole?.title ?? ''))?.intent;
  const reading = embeds.find(({ image }) => image);
  if (id === undefined || intent === undefined || !reading) return undefined;
  return { id, url: whole?.url ?? '', intent, reading: `${reading.title}\n${reading.description}` };
}

function keptIn(text: string): ShownKept {
  const lines = text.split('\n').map((line) => line.replace(/^- /, ''));
  const says = (key: string) => lines.some((line) => keyOf(line) === key);
  const count = lines.map((line) => /^\*\*(\d+) playlists?\*\*/.exec(line)?.[1]).find(Boolean);
  return {
    consent: says('privacy.agreed') ? 'yes' : says('privacy.declined') ? 'no' : 'none',
    lists: Number(count ?? 0),
  };
}

function keyOf(text: string | null | undefined): string | undefined {
  return text ? sentences.find(({ pattern }) => pattern.test(text))?.key : undefined;
}

function isTrack(url: string | null | undefined): boolean {
  return url?.startsWith('https://open.spotify.com/track/') ?? false;
}

/** A sentence of the language file with anything but nothing in its blanks, and what may come after it. */
function patternOf(sentence: string, after = ''): RegExp {
  const parts = sentence.split(/\{\{[^}]*\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}${after}$`, 's');
}
