import type { Playlist } from '../domain/playlist.ts';
import { clipped, oneLine } from './discord-text.ts';
import { joined } from './joined.ts';
import type { Words } from './words.ts';

/** Names of artists and genres come from tables of others, and may be of any length there. */
const NAME_LIMIT = 30;

/** What a listener asked of the music besides its mood, in plain text ("80s rock, well known"); empty for nothing. */
export function filtersText({ filters }: Pick<Playlist, 'filters'>, t: Words): string {
  const { artist, popularity } = filters;
  const wishes = [
    ...genreAndDecade(filters, t),
    ...(artist === undefined ? [] : [t('list.artist', { artist: nameText(artist) })]),
    ...(popularity === undefined || popularity === 'mixed' ? [] : [t(`popularity.${popularity}`)]),
  ];
  return joined(wishes, 'list', t);
}

/** The wishes that may have to give way, by their names in the sentences about that. */
export function wishText({ genre = '', decade }: Playlist['filters'], t: Words) {
  return { genre: nameText(genre), decade: decade === undefined ? '' : decadeText(decade, t) };
}

/** A decade as people call it: "80s", and "2010s" where two digits would leave the century open. */
export function decadeText(decade: number, t: Words): string {
  return t('list.decade', { years: decade > 1920 && decade < 2000 ? decade % 100 : decade });
}

/** The name of an artist or a genre on one line, of a length that leaves room for other words. */
export function nameText(name: string): string {
  return clipped(oneLine(name), NAME_LIMIT);
}

function genreAndDecade({ genre, decade }: Playlist['filters'], t: Words): readonly string[] {
  if (genre === undefined) return decade === undefined ? [] : [decadeText(decade, t)];
  const name = nameText(genre);
  return [
    decade === undefined ? name : t('list.genreOfDecade', { decade: decadeText(decade, t), genre: name }),
  ];
}
