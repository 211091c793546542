import { describe, expect, it } from 'vitest';
import { missedBars } from '../../../bench/bars.ts';
import { type Measurement, type Reading, VISION_BARS, visionRows } from '../../../bench/vision/rows.ts';

const happy = { happy: 0.9, sad: 0.1 };
const sad = { happy: 0.2, sad: 0.8 };

function reading(photo: Reading['photo'], ms: number, emotions?: Reading['emotions']): Reading {
  return { photo, ms, found: emotions !== undefined, emotions };
}

const smile = { set: 'clear', file: 'smile.jpg', truth: 'happy' } as const;
const nobody = { set: 'clear', file: 'nobody-noted.jpg' } as const;
const tears = { set: 'posed', file: 'tears.jpg', truth: 'sad' } as const;
const tree = { set: 'none', file: 'tree.jpg' } as const;

const ours: Measurement = {
  system: 'moodring',
  engine: 'wasm',
  readings: [
    reading({ set: 'timed', file: 'a.jpg' }, 10, happy),
    reading({ set: 'timed', file: 'b.jpg' }, 40, happy),
    reading({ set: 'timed', file: 'a.jpg' }, 1000, happy),
    reading({ set: 'timed', file: 'b.jpg' }, 40, happy),
    reading({ set: 'timed', file: 'a.jpg' }, 20, happy),
    reading({ set: 'timed', file: 'b.jpg' }, 40, happy),
    reading(smile, 1, happy),
    reading(nobody, 1, sad),
    reading(tears, 1, sad),
    reading(tree, 5),
  ],
  net: [4, 5, 99],
  peak: 300,
};

const peer: Measurement = {
  system: 'human',
  engine: 'wasm',
  readings: [
    reading({ set: 'timed', file: 'a.jpg' }, 60, happy),
    reading({ set: 'timed', file: 'b.jpg' }, 60, happy),
    reading(smile, 1, sad),
    reading(nobody, 1),
    reading(tears, 1, happy),
    reading(tree, 10, happy),
  ],
  net: [],
  peak: 200,
};

/** Finds faces, and has no trained net. */
const cascade: Measurement = {
  ...peer,
  system: 'haar + cnn',
  readings: peer.readings.map(({ photo }) => ({ photo, ms: 30, found: true })),
};

describe('the rows of bench vision', () => {
  const rows = visionRows([cascade, ours, peer]);
  const named = (name: string) => rows.find((row) => row.name === `vision on wasm: ${name}`);

  it("hold medians over the photos of each one's rounds", () => {
    expect(named('one face of 1920 px')).toMatchObject({ ours: 30, peers: { human: 60 } });
    expect(named('one face of 1920 px')?.ratios).toMatchObject({ human: 0.5, 'haar + cnn': 1 });
    expect(named('the emotion net alone')).toMatchObject({ ours: 5, peers: {} });
  });

  it('count what was missed and what was seen where nothing is', () => {
    expect(named('clear faces missed')).toMatchObject({ unit: 'of 2', ours: 0, peers: { human: 1 } });
    expect(named('false alarms')).toMatchObject({ unit: 'of 1', ours: 0, peers: { human: 1 } });
  });

  it('hold emotions only against photos that show one, and of systems that know any', () => {
    expect(named('clear happy or sad faces mistaken')).toMatchObject({ unit: 'of 1', peers: { human: 1 } });
    expect(named('posed emotions wrong')).toEqual({
      name: 'vision on wasm: posed emotions wrong',
      unit: '% of 1',
      ours: 0,
      peers: { human: 100 },
      ratios: { human: 0 },
    });
  });

  it('leave out what was not measured, and engines without us', () => {
    expect(named('hard faces missed')).toBeUndefined();
    expect(visionRows([peer])).toEqual([]);
  });

  it('miss their bars with one more mistake than they may make', () => {
    const missed = (made: Measurement) =>
      missedBars(visionRows([made]), VISION_BARS).filter((line) => line.includes('clear'));
    expect(missed(ours)).toEqual([]);
    const blind = { ...ours, readings: ours.readings.map((each) => ({ ...each, found: false })) };
    expect(missed(blind)).toEqual(['vision on wasm: clear faces missed: 2 of 2, at most 0']);
  });
});
