/**
 * The form in which two spellings of a name are the same: no case, accents, punctuation or leading "the",
 * and letters for the signs that stand for them ("A$AP", "P!nk").
 * Names that hold no letter or digit at all keep their own spelling.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/\$/g, 's')
    .replace(/(?<=\p{L})!(?=\p{L})/gu, 'i')
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
