import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { labelAgreement, tagAgreement } from '../../../src/music/catalogue/agreement.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../../shared-data.ts';
import { row } from './rows.ts';

const labels = sharedData('tracks', 'mood_labels_686.csv');
const songs = sharedData('tracks', 'spotify_songs.csv.gz');
const tags = sharedData('tracks', 'deezer_valence_arousal_train.csv.gz');

async function read(file = ''): Promise<readonly unknown[]> {
  const bytes = await readFile(file);
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
}

const quiet = { valence: 0.2, energy: 0.1, loudness: -20, danceability: 0.4, acousticness: 0.95, tempo: 80 };

describe('labelAgreement', () => {
  it('is the share of tracks nearest to their own label', () => {
    const table = ['Calm', 'Calm', 'Calm', 'Energetic'].map((mood) => ({ ...quiet, mood }));
    expect(labelAgreement(table)).toEqual({ tracks: 4, accuracy: 0.75 });
  });

  it.skipIf(!labels)(`agrees with most of the labelled tracks (${NEEDS_SHARED_DATA})`, async () => {
    const { tracks, accuracy } = labelAgreement(await read(labels));
    expect(tracks).toBe(686);
    expect(accuracy).toBeGreaterThan(0.6);
  });
});

describe('tagAgreement', () => {
  const heard = [0.1, 0.4, 0.9].map((valence, index) =>
    row({ track_id: `t${index}`, track_name: `Song ${index}`, valence, energy: valence }),
  );
  const tagged = (valence: number, index: number) => ({
    artist_name: 'ARTIST',
    track_name: `Song ${index} (2004 Remaster)`,
    valence,
    arousal: valence,
  });

  it('is 1 where the order is the same, −1 where it is reversed', () => {
    const same = tagAgreement(heard, [-1, 0, 2].map(tagged));
    const reversed = tagAgreement(heard, [2, 0, -1].map(tagged));
    expect([same.valence, same.arousal].map((value) => value.toFixed(6))).toEqual(['1.000000', '1.000000']);
    expect([reversed.valence, reversed.arousal].map((value) => value.toFixed(6))).toEqual([
      '-1.000000',
      '-1.000000',
    ]);
  });

  it('counts only songs that both tables have', () => {
    expect(tagAgreement(heard, [tagged(1, 0), tagged(2, 7)]).tracks).toBe(1);
  });

  it.skipIf(!songs || !tags)(
    `agrees with listeners’ tags better than chance (${NEEDS_SHARED_DATA})`,
    async () => {
      const { tracks, valence, arousal } = tagAgreement(await read(songs), await read(tags));
      expect(tracks).toBeGreaterThan(400);
      expect(valence).toBeGreaterThan(0.45);
      expect(arousal).toBeGreaterThan(0.3);
    },
  );
});
