// A process that writes a synthetic catalogue as `catalog import` would, and as lines: `write.ts TRACKS ARROW [LINES]`.
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

import type { Track } from '../../src/domain/playlist.ts';
import { writeColumns } from '../../src/music/catalogue/arrow.ts';
import { columnsOf } from '../../src/music/catalogue/columns-of.ts';
import { syntheticTracks } from './synthetic.ts';

const [tracks, arrow, lines] = z
  .tuple([z.coerce.number(), z.string(), z.string().optional()])
  .parse(process.argv.slice(2));

await writeFile(arrow, writeColumns(columnsOf(syntheticTracks(tracks))));
if (lines !== undefined)
  await pipeline(Readable.from(linesOf(syntheticTracks(tracks))), createWriteStream(lines));

function* linesOf(tracks: Iterable<Track>): Generator<string> {
  for (const track of tracks) yield `${JSON.stringify(track)}\n`;
}
