import type { z } from 'zod';

import { listTitle, shortcomings } from '../cards/list-card.ts';
import { reasonText } from '../cards/reason-text.ts';
import type { Words } from '../cards/words.ts';
import { type Playlist, spotifyUrl } from '../domain/playlist.ts';
import type { pickContract } from './contract.ts';

/** A playlist's picks as the programs print them with `--json`. */
export function picksJson(playlist: Playlist, t: Words): z.infer<typeof pickContract>[] {
  return playlist.picks.map(({ track: { id, title, artists, valence, arousal }, track }, index) => ({
    id,
    title,
    artists: [...artists],
    valence,
    arousal,
    reason: reasonText(playlist, index, t),
    url: spotifyUrl(track),
  }));
}

/** A playlist as the programs print it for people, with what it owes to what was asked. */
export function listOutput(playlist: Playlist, t: Words): string {
  const lines = playlist.picks.map(
    ({ track }, index) =>
      `${String(index + 1).padStart(2)}. ${track.title} · ${track.artists.join(', ')}${track.year === undefined ? '' : ` (${track.year})`}\n` +
      `    ${reasonText(playlist, index, t)}\n    ${spotifyUrl(track)}\n`,
  );
  const missing = shortcomings(playlist, t).map((sentence) => `${sentence}\n`);
  return [`${listTitle(playlist, t)}, seed ${playlist.seed}\n`, ...lines, ...missing].join('');
}
