/** What is left of a text in Discord: what a person reads, and what became markup on the way. */
export interface Shown {
  readonly text: string;
  readonly markup: readonly string[];
}

/** The rules of Discord's renderer that a title or a name could set off, anywhere in a line. */
const RULES =
  /\\([^0-9A-Za-z\s])|(\*|_|~~|\|\||`|<@|<#|<a?:|<t:|<id:|<\/|<https?:|@everyone|@here|\[|https?:\/\/)/g;

/** Reads a text as Discord does: a backslash makes the sign after it mean itself, and the rest is markup where it can be. */
export function shownByDiscord(source: string): Shown {
  const markup: string[] = [];
  const text = source.replaceAll(RULES, (match: string, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    markup.push(match);
    return '';
  });
  return { text, markup };
}
