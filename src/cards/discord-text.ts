/** Text from elsewhere on one line: what breaks lines or cannot be seen becomes a space. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/**
 * Text from elsewhere where Discord renders markdown, so that it shows as it is: a sign behind a backslash means
 * nothing but itself. The escapeMarkdown of discord.js leaves mentions and addresses alive, and what stands in them.
 */
export function inMarkdown(text: string): string {
  return text.replaceAll(/[\\*_~`|<[@]|:(?=\/\/)/g, '\\$&');
}

/** Text of at most `limit` UTF-16 units, which is the strictest way to count; no sign is cut in two. */
export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
