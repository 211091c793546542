import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMoodMapTables } from '../../../../src/cli/mood-map-tables.ts';
import { songsOf } from '../../../../src/music/catalogue/song.ts';
import { fitLabels } from '../../../../src/music/mood-map/fit/fit-labels.ts';
import { fitPlaces } from '../../../../src/music/mood-map/fit/fit-places.ts';
import type { LabelledTrack, TaggedSong } from '../../../../src/music/mood-map/fit/people.ts';
import { correlation } from '../../../../src/music/mood-map/fit/statistics.ts';
import { labelChances, placeOf } from '../../../../src/music/mood-map/mood-map.ts';
import { embeddedWeights, LABELS } from '../../../../src/music/mood-map/weights.ts';
import { randomFrom } from '../../../../src/music/random.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../../../shared-data.ts';
import { row } from '../../catalogue/rows.ts';

const folder = dirname(sharedData('tracks', 'mood_labels_686.csv') ?? '');

const random = randomFrom(5);

/** Songs whose listeners hear valence in valence and energy, and arousal in energy alone. */
const tagged: readonly TaggedSong[] = Array.from({ length: 400 }, (_, index) => {
  const [valence, energy] = [random(), random()];
  const scene = index % 4 === 0 ? 'gloom' : 'other';
  return {
    track: { ...row({ valence, energy }), mode: 0.5, scenes: [scene] },
    tag: {
      valence: 3 * valence + energy - 2 - (scene === 'gloom' ? 1 : 0),
      arousal: 2 * energy - 1,
    },
  };
});

const labelled: readonly LabelledTrack[] = Array.from({ length: 200 }, (_, index) => {
  const label = LABELS[index % 4] ?? 'sad';
  const energy = (label === 'energetic' || label === 'happy' ? 0.5 : 0) + random() / 2;
  const valence = (label === 'calm' || label === 'happy' ? 0.5 : 0) + random() / 2;
  return { label, features: row({ valence, energy }) };
});

describe('fitPlaces', () => {
  const songs = tagged.map(({ track }) => track);
  const places = fitPlaces(tagged, [], songs);
  const at = songs.map((song) => placeOf(song, { places }));

  it('follows what listeners hear, scenes too', () => {
    const follows = (axis: 'valence' | 'arousal'): number =>
      correlation(
        at.map((place) => place[axis]),
        tagged.map(({ tag }) => tag[axis]),
      );
    expect(follows('valence')).toBeGreaterThan(0.9);
    expect(follows('arousal')).toBeGreaterThan(0.9);
    expect(places.valence.scenes['gloom']).toBeLessThan((places.valence.scenes['other'] ?? 0) - 0.5);
  });

  it('puts neutral where listeners do, and fills both sides', () => {
    for (const axis of ['valence', 'arousal'] as const) {
      const below = at.filter((place) => place[axis] < 0).length;
      expect(below).toBeCloseTo(tagged.filter(({ tag }) => tag[axis] < 0).length, -1);
      expect(Math.max(...at.map((place) => place[axis]))).toBeGreaterThan(0.8);
      expect(Math.min(...at.map((place) => place[axis]))).toBeLessThan(-0.8);
    }
  });
});

describe('fitLabels', () => {
  it('learns what sets labels apart', () => {
    const moods = fitLabels(labelled);
    const right = labelled.filter(({ features, label }) =>
      LABELS.every(
        (other) => labelChances(features, { moods })[other] <= labelChances(features, { moods })[label],
      ),
    );
    expect(right.length / labelled.length).toBeGreaterThan(0.95);
  });
});

describe.skipIf(!folder.endsWith('tracks'))(`the weights that ship (${NEEDS_SHARED_DATA})`, () => {
  it('are what the tables give', async () => {
    const { rows, people, sources } = await readMoodMapTables(folder);
    const { fittedTo, places, moods } = embeddedWeights();
    expect(sources).toEqual(fittedTo);
    const songs = songsOf(rows);
    const anew = fitPlaces(people.training, people.labelled, songs);
    const labels = fitLabels(people.labelled);
    for (const song of songs.slice(0, 500)) {
      const [ours, fresh] = [placeOf(song, { places }), placeOf(song, { places: anew })];
      expect(ours.valence).toBeCloseTo(fresh.valence, 2);
      expect(ours.arousal).toBeCloseTo(fresh.arousal, 2);
      expect(labelChances(song, { moods }).calm).toBeCloseTo(labelChances(song, { moods: labels }).calm, 2);
    }
  });
});
