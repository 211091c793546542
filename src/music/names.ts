/**
 * The form in which two spellings of a name are the same: no case, accents, punctuation or leading "the".
 * Names that hold no letter or digit at all keep their own spelling.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/\$/g, 's')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain === '' ? name.trim() : plain;
}

/** The form in which two releases of a song are the same: its title and its main artist. */
export function songKey(song: {
  readonly title: string;
  readonly artists: readonly [string, ...string[]];
}): string {
  const title = song.title.replace(/\s[([].*?[)\]]/g, '');
  return `${nameKey(song.artists[0])}/${nameKey(title)}`;
}
