// A process that keeps every track as an object, and sorts them all for each slot: `naive.ts FILE LISTS`.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

import { arcOf } from '../../src/domain/arc.ts';
import { moodDistance } from '../../src/domain/mood.ts';
import type { Track } from '../../src/domain/playlist.ts';
import { decadeOf } from '../../src/domain/wish.ts';
import type { Wish } from '../../src/music/choose.ts';
import { play } from './play.ts';
import { TRACKS_A_LIST } from './wishes.ts';

/** Nothing is checked: that would be its greatest part. */
const track = z.custom<Track>();

const [file, lists] = z.tuple([z.string(), z.coerce.number()]).parse(process.argv.slice(2));

await play(
  async () => {
    const tracks: Track[] = [];
    for await (const line of createInterface({ input: createReadStream(file) }))
      tracks.push(track.parse(JSON.parse(line)));
    return {
      size: tracks.length,
      idAt: (row) => tracks[row]?.id ?? '',
      choose: (wish) => nearest(tracks, wish),
    };
  },
  lists,
  0,
);

/** For each slot the nearest track that fits and was not taken. */
function nearest(
  tracks: readonly Track[],
  { mood, intent, filters = {}, heard = [] }: Wish,
): readonly Track[] {
  const { genre, decade } = filters;
  const known = new Set(heard);
  const taken = new Set<Track>();
  return arcOf(mood, intent, TRACKS_A_LIST).flatMap((slot) => {
    const next = tracks
      .filter(
        (track) =>
          track.explicit !== true &&
          !known.has(track.id) &&
          (genre === undefined || track.genre === genre) &&
          (decade === undefined || decadeOf(track.year ?? 0) === decade),
      )
      .map((track) => ({ track, distance: moodDistance(track, slot) }))
      .toSorted((a, b) => a.distance - b.distance)
      .find(({ track }) => !taken.has(track))?.track;
    if (!next) return [];
    taken.add(next);
    return [next];
  });
}
