import { escapeHtml, safeHref, timeHtml } from './escape.ts';

/** The name that a mention of this id shows. */
export type NameOf = (id: string) => string | undefined;

interface Span {
  readonly pattern: RegExp;
  readonly html: (match: RegExpExecArray, inner: (text: string) => string, nameOf: NameOf) => string;
}

const wrap =
  (open: string, close: string): Span['html'] =>
  (match, inner) =>
    `${open}${inner(match[1] ?? '')}${close}`;

// In the order in which Discord tries them: the first that fits at the earliest place wins.
const SPANS: readonly Span[] = [
  { pattern: /\\([^\sA-Za-z0-9])/, html: (m) => escapeHtml(m[1] ?? '') },
  { pattern: /``(.+?)``|`([^`\n]+)`/, html: (m) => `<code>${escapeHtml(m[1] ?? m[2] ?? '')}</code>` },
  {
    pattern: /\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/,
    html: (m, inner) => link(m[2], inner(m[1] ?? '')),
  },
  { pattern: /<(https?:\/\/[^\s>]+)>/, html: (m) => link(m[1], escapeHtml(m[1] ?? '')) },
  { pattern: /<@!?(\d+)>/, html: (m, _, nameOf) => mention(`@${nameOf(m[1] ?? '') ?? 'unknown-user'}`) },
  { pattern: /<#(\d+)>/, html: (m, _, nameOf) => mention(`# ${nameOf(m[1] ?? '') ?? 'unknown'}`) },
  { pattern: /<\/([^:>]+):\d+>/, html: (m) => mention(`/${m[1] ?? ''}`) },
  { pattern: /<a?:(\w+):\d+>/, html: (m) => escapeHtml(`:${m[1] ?? ''}:`) },
  {
    pattern: /<t:(-?\d+)(?::([tTdDfFR]))?>/,
    html: (m) => `<span class="stamp">${stampHtml(Number(m[1]), m[2] ?? 'f')}</span>`,
  },
  { pattern: /https?:\/\/[^\s<]*[^\s<.,:;"')\]]/, html: (m) => link(m[0], escapeHtml(m[0])) },
  { pattern: /\*\*([^]+?)\*\*(?!\*)/, html: wrap('<strong>', '</strong>') },
  { pattern: /__([^]+?)__(?!_)/, html: wrap('<u>', '</u>') },
  { pattern: /~~([^]+?)~~/, html: wrap('<s>', '</s>') },
  { pattern: /\|\|([^]+?)\|\|/, html: wrap('<span class="spoiler">', '</span>') },
  { pattern: /\*(?!\s)([^*]+?)(?<!\s)\*/, html: wrap('<em>', '</em>') },
  { pattern: /(?<!\w)_([^_]+?)_(?!\w)/, html: wrap('<em>', '</em>') },
];

/** Discord's inline markup as HTML. */
export function inlineHtml(text: string, nameOf: NameOf): string {
  let best: { readonly match: RegExpExecArray; readonly span: Span } | null = null;
  for (const span of SPANS) {
    const match = span.pattern.exec(text);
    if (match && (best === null || match.index < best.match.index)) best = { match, span };
  }
  if (!best) return escapeHtml(text).replaceAll('\n', '<br>');
  const { match, span } = best;
  const inner = (part: string): string => inlineHtml(part, nameOf);
  const after = text.slice(match.index + match[0].length);
  const before = escapeHtml(text.slice(0, match.index)).replaceAll('\n', '<br>');
  return before + span.html(match, inner, nameOf) + (after === '' ? '' : inner(after));
}

const mention = (text: string): string => `<span class="mention">${escapeHtml(text)}</span>`;

/** The latest moment that there is a date for, in seconds: ECMA-262, 21.4.1.1. */
const LATEST = 8.64e12;

function stampHtml(seconds: number, style: string): string {
  if (Math.abs(seconds) > LATEST) return 'Invalid Date';
  const words = new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return timeHtml(seconds * 1000, words, style);
}

function link(url: string | undefined, html: string): string {
  const href = safeHref(url ?? '');
  return href === null ? html : `<a href="${href}">${html}</a>`;
}
