import { type Emotion, EMOTIONS } from '../../src/domain/emotion.ts';
import { type EngineName, ENGINES } from '../../src/domain/engine.ts';
import type { Bar } from '../bars.ts';
import { type Row, row } from '../row.ts';
import { median } from '../statistics.ts';
import type { TimedSeen } from './messages.ts';
import type { BenchPhoto, PhotoSet } from './photos.ts';
import type { SystemName } from './system.ts';

/** A photo as a system read it. */
export interface Reading extends TimedSeen {
  readonly photo: Pick<BenchPhoto, 'set' | 'file' | 'truth'>;
}

/** All that was measured of one system on one engine. */
export interface Measurement {
  readonly system: SystemName;
  readonly engine: EngineName;
  readonly readings: readonly Reading[];
  /** How long one face took through the emotion net alone, in milliseconds. */
  readonly net: readonly number[];
  /** The most that its process held in memory, in MB. */
  readonly peak: number | undefined;
}

/** One value of a system; nothing where it has none. */
type Figure = (of: Measurement) => number | undefined;

/** What the rows have to keep below. Counts hold for the whole of the hand-checked sets. */
export const VISION_BARS: readonly Bar[] = [
  { rows: /one face of 1920 px/, against: 'face-api ssd', atMost: 0.5 },
  { rows: /one face of 1920 px/, against: 'face-api tiny', atMost: 1 },
  { rows: /wasm: the emotion net/, atMost: 10 },
  { rows: /tfjs-node: the emotion net/, atMost: 4 },
  { rows: /clear faces missed/, atMost: 0 },
  { rows: /hard faces missed/, atMost: 3 },
  { rows: /false alarms/, atMost: 3 },
  { rows: /clear happy or sad faces mistaken/, atMost: 1 },
  { rows: /hard happy or sad faces mistaken/, atMost: 7 },
  { rows: /posed faces missed/, atMost: 2.5 },
  { rows: /posed emotions wrong/, atMost: 15 },
];

/** Ours beside the peers on the same engine. What nobody was asked has no row. */
export function visionRows(measurements: readonly Measurement[]): readonly Row[] {
  return ENGINES.flatMap((engine) => {
    const here = measurements.filter((each) => each.engine === engine);
    const ours = here.find(({ system }) => system === 'moodring');
    if (!ours) return [];
    const compared = (name: string, unit: string, figure: Figure): Row[] => {
      const value = figure(ours);
      const peers = here
        .filter((each) => each !== ours)
        .flatMap((each) => {
          const theirs = figure(each);
          return theirs === undefined ? [] : [[each.system, theirs] as const];
        });
      return value === undefined
        ? []
        : [row(`vision on ${engine}: ${name}`, unit, value, Object.fromEntries(peers))];
    };
    const of = (set: PhotoSet, which = anyPhoto) => `of ${photosOf(ours, set, which).length}`;
    return [
      ...compared('one face of 1920 px', 'ms', time('timed')),
      ...compared('a photo without a face', 'ms', time('none')),
      ...compared('the emotion net alone', 'ms', ({ net }) => (net.length > 0 ? median(net) : undefined)),
      ...compared('peak memory', 'MB', ({ peak }) => peak),
      ...compared('clear faces missed', of('clear'), count('clear', missed)),
      ...compared('hard faces missed', of('hard'), count('hard', missed)),
      ...compared(
        'false alarms',
        of('none'),
        count('none', ({ found }) => found),
      ),
      ...compared('posed faces missed', `% ${of('posed')}`, share('posed', missed)),
      ...compared('posed emotions wrong', `% ${of('posed')}`, withEmotions(share('posed', wrong))),
      ...compared(
        'clear happy or sad faces mistaken',
        of('clear', happyOrSad),
        withEmotions(count('clear', mistaken, happyOrSad)),
      ),
      ...compared(
        'hard happy or sad faces mistaken',
        of('hard', happyOrSad),
        withEmotions(count('hard', mistaken, happyOrSad)),
      ),
    ];
  });
}

type Test = (reading: Reading) => boolean;

const anyPhoto: Test = () => true;
const happyOrSad: Test = ({ photo: { truth } }) => truth === 'happy' || truth === 'sad';

/** Each of these is a fault; a missed face counts as wrong. */
const missed: Test = ({ found }) => !found;
const wrong: Test = ({ photo: { truth }, emotions }) => !emotions || leading(emotions) !== truth;
const mistaken: Test = ({ photo: { truth }, emotions }) =>
  !emotions || (emotions.happy ?? 0) > (emotions.sad ?? 0) !== (truth === 'happy');

function leading(emotions: Readonly<Partial<Record<Emotion, number>>>): Emotion {
  return EMOTIONS.reduce((best, each) => ((emotions[each] ?? 0) > (emotions[best] ?? 0) ? each : best));
}

function photosOf({ readings }: Measurement, set: PhotoSet, which = anyPhoto): readonly Reading[] {
  return readings.filter((reading) => reading.photo.set === set && which(reading));
}

/** The median over a set's photos of each one's median over the rounds. */
function time(set: PhotoSet): Figure {
  return (of) => {
    const files = [...Map.groupBy(photosOf(of, set), ({ photo }) => photo.file).values()];
    return files.length > 0 ? median(files.map((rounds) => median(rounds.map(({ ms }) => ms)))) : undefined;
  };
}

function count(set: PhotoSet, fault: Test, which = anyPhoto): Figure {
  return (of) => {
    const photos = photosOf(of, set, which);
    return photos.length > 0 ? photos.filter(fault).length : undefined;
  };
}

/** In per cent. */
function share(set: PhotoSet, fault: Test): Figure {
  return (of) => {
    const faults = count(set, fault)(of);
    return faults === undefined ? undefined : (100 * faults) / photosOf(of, set).length;
  };
}

/** Of systems that say something about emotions. */
function withEmotions(figure: Figure): Figure {
  return (of) => (of.readings.some(({ emotions }) => emotions) ? figure(of) : undefined);
}
