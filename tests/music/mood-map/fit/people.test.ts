import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { joinTags, readLabels } from '../../../../src/music/mood-map/fit/people.ts';
import { row } from '../../catalogue/rows.ts';

const tagged = {
  artist_name: 'The ARTIST',
  track_name: 'Song (2004 Remaster)',
  valence: '0.5',
  arousal: '-1',
};

describe('joinTags', () => {
  it('finds a song under other spellings', () => {
    const [song, ...more] = joinTags([row(), row({ title: 'Another' })], [tagged]);
    expect(more).toEqual([]);
    expect(song?.tag).toEqual({ valence: 0.5, arousal: -1 });
    expect(song?.track.scenes).toEqual(['electropop']);
  });

  it('hears the best known original, and knows the scenes of all releases', () => {
    const [song] = joinTags(
      [
        row({ energy: 0.1, popularity: 20 }),
        row({ energy: 0.2, popularity: 60, scene: 'neo soul' }),
        row({ energy: 0.9, popularity: 99, title: 'Song (Club Remix)' }),
      ],
      [tagged],
    );
    expect(song?.track.energy).toBe(0.2);
    expect(song?.track.scenes).toEqual(['electropop', 'neo soul', 'electropop']);
  });

  it('leaves out what only one table has', () => {
    expect(joinTags([row()], [{ ...tagged, track_name: 'Else' }])).toEqual([]);
  });
});

describe('readLabels', () => {
  it('reads a label beside the audio features', () => {
    const [track] = readLabels([{ ...row(), mood: 'Calm' }]);
    expect(track?.label).toBe('calm');
    expect(track?.features.tempo).toBe(120);
  });

  it('refuses a label that it does not know', () => {
    expect(() => readLabels([{ ...row(), mood: 'Hungry' }])).toThrow(ZodError);
  });
});
