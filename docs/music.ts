import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { format, resolveConfig } from 'prettier';
import sharp from 'sharp';
import { z } from 'zod';

import { painted } from '../src/cards/picture.ts';
import { wordsFor } from '../src/cards/words.ts';
import { benchContract, musicContract } from '../src/cli/contract.ts';
import { listsTable } from '../src/cli/evaluate/music-lists.ts';
import { EMOTION_PLACES, mixtureOf, MOOD_PLACES, moodAt } from '../src/domain/mood.ts';
import { loadCatalogue } from '../src/music/catalogue/load.ts';
import { choose } from '../src/music/choose.ts';
import { moodsOfGrid, TRACKS_A_LIST } from '../src/music/measure/grid.ts';
import { type Drawn, musicMapSvg } from './music-map.ts';

// docs/music.md and its picture, from what `evaluate -- music --json` and `bench -- music --json` printed into the two
// files named here.

const [figuresFile, benchFile] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2));
const { map, lists, baselines } = musicContract.parse(JSON.parse(await readFile(figuresFile, 'utf8')));
const { machine, rows } = benchContract.parse(JSON.parse(await readFile(benchFile, 'utf8')));
const { cpu, cores, memoryGb, node } = machine;
const day = (await stat(figuresFile)).mtime.toISOString().slice(0, 10);
const page = resolve(import.meta.dirname, 'music.md');
const picture = resolve(import.meta.dirname, 'pictures/music-map.png');

const catalogue = await loadCatalogue();
const length = { tracks: TRACKS_A_LIST };
const drawn: readonly Drawn[] = [
  {
    title: 'lift, from sad',
    colour: '#ffd866',
    playlist: choose(catalogue, { mood: moodAt(EMOTION_PLACES.sad), intent: 'lift', length, seed: 1 }),
  },
  {
    title: 'calm, from angry',
    colour: '#7fe3ff',
    playlist: choose(catalogue, { mood: moodAt(EMOTION_PLACES.angry), intent: 'calm', length, seed: 1 }),
  },
  {
    title: 'match, for two: one energetic, one romantic',
    colour: '#ff9bd2',
    playlist: choose(catalogue, {
      mood: mixtureOf([moodAt(MOOD_PLACES.energetic), moodAt(MOOD_PLACES.romantic)]),
      intent: 'match',
      length,
      seed: 1,
    }),
  },
];
const tracks = Array.from({ length: catalogue.size }, (_, row) => catalogue.trackAt(row));

function table([head = [], ...body]: readonly (readonly string[])[], side = '---:'): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : side))), ...body.map(line)].join('\n');
}

function listsSideBySide(): string {
  const picks = Array.from({ length: TRACKS_A_LIST }, (_, at) => [
    String(at + 1),
    ...drawn.map(({ playlist }) => {
      const track = playlist.picks[at]?.track;
      return track ? `${track.title} · ${track.artists[0]}` : '';
    }),
  ]);
  return table([['', ...drawn.map(({ title }) => title)], ...picks], '---');
}

function mapTable(): string {
  const { models } = map.tags;
  const side = ({ r2, interval: [low, high] }: (typeof models)['rule']['valence']): string =>
    `${r2.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
  const model = (what: string, { valence, arousal }: (typeof models)['rule']) => [
    what,
    side(valence),
    side(arousal),
  ];
  return table([
    ['share of variance explained (95 %)', 'valence', 'arousal'],
    model('plain rule by hand', models.rule),
    model('ridge regression', models.ridge),
    model('the map, audio features alone', models.features),
    model('the map, with scenes', models.scenes),
  ]);
}

function benchTable(): string {
  const figure = (value: number | undefined): string =>
    value === undefined ? '' : value >= 100 ? String(Math.round(value)) : value.toFixed(1);
  return table([
    ['', 'Moodring', 'naive'],
    ...rows
      .filter(({ name }) => name.startsWith('music: '))
      .map(({ name, unit, ours, peers }) => [
        `${name.slice('music: '.length)} (${unit})`,
        figure(ours),
        figure(peers['naive']),
      ]),
  ]);
}

const text = `# The mood map, and the lists on it

What \`npm run evaluate -- music\` and \`npm run bench -- music\` measured on ${day}: ${cpu}, ${cores} cores,
${memoryGb} GB, Node ${node}. Times hold for that machine. This page is written by \`docs/music.ts\`.

![The mood map: named moods as soft regions, ${catalogue.size} tracks as dots, and three playlists with their picks numbered](pictures/music-map.png)

Every track has a place between unpleasant and pleasant, quiet and intense, and so has every mood. A playlist follows a
path there: a pick is numbered by its turn and tied to the slot that it was chosen for (dots that would hide each other
stand a little apart). The dotted rings are a mood that
two people share: each gets half of the list, instead of a middle where nobody is.

${listsSideBySide()}

## What the lists are worth

${lists.lists} lists of ${TRACKS_A_LIST} from the embedded catalogue: ${moodsOfGrid().length} moods (sure ones evenly over the square, the seven
emotions as unsure ones, a group of two) with every intent, each ten times with another seed. Beside them, on the same
moods and slots: any tracks that carry the slot's label, as simple programs do it (_label → random_), and the tracks
nearest to the mood whatever the intent (_nearest_).

${table(listsTable({ lists, baselines }))}

Distances are in mood space, where the square is 2 wide. Diversity in sound is 1 − likeness in genre, decade, tempo and
energy, over all pairs of a list. Flow is a logarithm of odds: 0 is no step at all. The genres of the whole catalogue have
${lists.genreEntropy.catalogue.toFixed(2)} bits. With ever more lists every way but _nearest_ comes to pick every track; here each picks about one
list for each track. \`--check\` asks for half of the labels' distance at most, no broken rule, nine tenths of the
catalogue, and at most 35 % of the best-known tenth.

## The map beside people

Against listeners' tags on ${map.tags.n} songs that nothing was fitted to:

${mapTable()}

Of ${map.labels.n} tracks that people labelled happy, energetic, calm or sad, audio features alone find
${(100 * map.labels.ours.accuracy).toFixed(1)} % (standard error ${(100 * map.labels.ours.standardError).toFixed(1)}), a rule by hand ${(100 * map.labels.rule.accuracy).toFixed(1)} %.

## A large catalogue

A synthetic catalogue, loaded and asked in a fresh process. _naive_ keeps an object for each track and sorts them all for
each slot.

${benchTable()}

## Again

\`\`\`sh
mkdir -p out
npm run -s evaluate -- music --check --json > out/evaluate-music.json
npm run -s bench -- music --check --json > out/bench-music.json
npx node docs/music.ts out/evaluate-music.json out/bench-music.json
\`\`\`

Behind the lists: picks are drawn with the odds of their score; variety is weighed as maximal marginal relevance
(Carbonell and Goldstein, SIGIR 1998), and neighbours are put in order by 2-opt (Croes, Operations Research 1958).
`;

await writeFile(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
const png = await painted(musicMapSvg(tracks, drawn, wordsFor('en')));
await sharp(png).png({ palette: true, effort: 10 }).toFile(picture);
