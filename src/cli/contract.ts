import { z } from 'zod';

import { EMOTIONS } from '../domain/emotion.ts';
import { ENGINES } from '../domain/engine.ts';
import { MOOD_NAMES } from '../domain/mood.ts';
import { listFiguresSchema } from '../music/measure/figures.ts';
import { mapFiguresSchema } from '../music/mood-map/figures.ts';
import { calibrationShape } from '../vision/core/calibration.ts';

/** The schema of everything the programs print with `--json`; other programs rely on it. */

const unit = z.number().min(-1).max(1);
const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0);

export const errorContract = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const emotions = z.record(z.enum(EMOTIONS), share);

export const readingContract = z.object({
  /** Boxes in pixels of the upright photo, largest face first. */
  faces: z.array(z.object({ box, score: share, emotions, sure: z.boolean() })),
});

export const moodContract = z.object({
  name: z.enum(MOOD_NAMES),
  points: z.array(z.object({ weight: share, valence: unit, arousal: unit, spread: z.number().min(0) })),
});

/** `read PHOTO…` */
export const readContract = z.array(
  z.union([
    readingContract.extend({
      file: z.string(),
      mood: moodContract,
      timings: z.object({
        decode: milliseconds,
        faces: milliseconds,
        emotions: milliseconds,
        total: milliseconds,
      }),
    }),
    errorContract.extend({ file: z.string() }),
  ]),
);

export const pickContract = z.object({
  id: z.string(),
  title: z.string(),
  artists: z.array(z.string()),
  valence: unit,
  arousal: unit,
  reason: z.string(),
  url: z.url(),
});

/** `choose` */
export const chooseContract = z.object({
  arc: z.array(z.object({ valence: unit, arousal: unit })),
  picks: z.array(pickContract),
});

/** `demo` */
export const demoContract = z.object({
  /** The final message exactly as Discord received it, and its files. */
  reply: z.looseObject({
    embeds: z.array(z.looseObject({})),
    files: z.array(z.object({ name: z.string(), contentType: z.string(), bytes: z.number() })),
  }),
  reading: readingContract,
  mood: moodContract,
  playlist: z.object({
    title: z.string(),
    intent: z.string(),
    seed: z.number(),
    picks: z.array(pickContract),
  }),
  /** The page's address and what it answered, or the name of the attached list. */
  link: z.union([
    z.object({ kind: z.literal('page'), url: z.url(), status: z.number() }),
    z.object({ kind: z.literal('attached'), name: z.string() }),
  ]),
  /** With `--spotify`: where the list was saved, and what the account there holds now. */
  spotify: z
    .object({
      url: z.url(),
      playlists: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          description: z.string(),
          public: z.boolean(),
          /** `spotify:track:ID`, in order. */
          tracks: z.array(z.string()),
          coverBytes: z.number(),
        }),
      ),
    })
    .optional(),
  timings: z.object({
    /** From starting the bot to its being ready. */
    start: milliseconds,
    /** From pressing *Agree* to the final message. */
    answer: milliseconds,
    decode: milliseconds,
    faces: milliseconds,
    emotions: milliseconds,
  }),
});

/** Answers by their confidence: how many, how confident on average, how many of them right. */
const reliability = z.array(z.object({ n: z.number(), confidence: share, accuracy: share }));

/** `evaluate emotion` */
export const emotionContract = z.object({
  model: z.object({ sha256: z.string() }),
  n: z.number(),
  /** Heads are `labels`, `votes` and `shown`, the mix that people see; `+flip` averages with the mirrored view. */
  results: z.array(
    z.object({
      head: z.string(),
      engine: z.enum(ENGINES),
      accuracy: share,
      /** 95 % confidence. */
      interval: z.tuple([share, share]),
      /** Without the faces that have a pixel-identical twin in a test set. */
      leakFree: z.object({ n: z.number(), accuracy: share }),
      macroF1: share,
      recall: emotions,
      happySad: share,
      /** Expected calibration error. */
      ece: share,
      nll: z.number(),
      reliability,
      /** Faces by label (rows) and by answer (columns), both in the order of the emotions. */
      confusion: z.array(z.array(z.number())),
      /** Against the emotion with most FER+ votes. */
      ferplus: z.object({ n: z.number(), accuracy: share, ece: share, reliability }),
      /** How often the answer would be called sure, and is right then. */
      sureShare: share,
      accuracyWhenSure: share,
    }),
  ),
  /** What is in force, and with `--fit` what was fitted, judged on the fifth of the faces it was not fitted on. */
  calibration: calibrationShape,
  fit: z
    .object({
      calibration: calibrationShape,
      heldOut: z.object({
        labels: share,
        votes: share,
        shown: share,
        sureShare: share,
        accuracyWhenSure: share,
      }),
    })
    .optional(),
});

/** `evaluate photos`; a missed face counts as wrong. */
export const photosContract = z.object({
  n: z.number(),
  found: z.number(),
  accuracy: share,
  balancedAccuracy: share,
  recall: z.record(z.string(), share),
  happySad: share,
  sureShare: share,
  accuracyWhenSure: share,
  none: z.object({ n: z.number(), falseAlarms: z.number() }),
});

/** `evaluate mixes`; a missed face counts as wrong. */
export const mixesContract = z.object({
  n: z.number(),
  found: z.number(),
  rows: z.array(
    z.object({
      /** 2 with the mirrored one. */
      views: z.number(),
      shares: z.object({ labels: share, votes: share, expressions: share }),
      accuracy: share,
      balancedAccuracy: share,
      happySad: share,
    }),
  ),
});

/** `evaluate steps`; a missed face counts as wrong. */
export const stepsContract = z.object({
  n: z.number(),
  rows: z.array(z.object({ step: z.string(), accuracy: share, balancedAccuracy: share, happySad: share })),
});

const checked = z.object({
  n: z.number(),
  found: z.number(),
  missed: z.array(z.string()),
  /** Of those with an emotion, the photos in which the likelier of happy and sad is theirs; a missed face is wrong. */
  toldApart: z.object({ n: z.number(), right: z.number() }),
});

/** `evaluate faces` */
export const facesContract = z.object({
  clear: checked,
  hard: checked,
  none: z.object({ n: z.number(), falseAlarms: z.number() }),
});

const answered = z.object({ n: z.number(), answered: z.number(), which: z.array(z.string()) });

/** `evaluate selfies`: how many posted pictures would be answered. */
export const selfiesContract = z.object({
  /** Of one clear face that fills at least 15 % of the height; `which` are those left unanswered. */
  clear: answered,
  /** Hard to see. */
  hard: answered,
  /** Without a face; `which` are those answered, here and below. */
  none: answered,
  drawings: answered,
  /** Of four people or more. */
  crowds: answered,
  /** Screenshots, memes, charts, receipts, emoji and drawn faces that the program makes. */
  made: answered,
});

/** `catalog stats` */
export const coverageContract = z.object({
  tracks: z.number(),
  artists: z.number(),
  /** Tracks a cell; rows are arousal from quiet to intense, columns valence from dark to bright. */
  grid: z.array(z.array(z.number()).readonly()).readonly(),
  genres: z.array(z.tuple([z.string(), z.number()]).readonly()).readonly(),
  decades: z.array(z.tuple([z.number(), z.number()]).readonly()).readonly(),
});

/** `catalog build` */
export const builtContract = coverageContract.extend({ file: z.string() });

/** Rows for one reason, most rows first; and where the first of them stands. */
const reasons = z
  .array(
    z.object({
      reason: z.string(),
      rows: z.number(),
      first: z.object({ file: z.string(), line: z.number() }).readonly(),
    }),
  )
  .readonly();

/** `catalog import` */
export const importContract = builtContract.extend({
  files: z.array(z.object({ file: z.string(), rows: z.number(), refused: z.number() })).readonly(),
  /** Rows that are not right. */
  refused: reasons,
  /** Rows that are right and yet no track of their own: not music to choose, or there already. */
  leftOut: reasons,
  clusters: z.object({
    silhouette: unit,
    /** With the genres that the tables give, where they give some. */
    agreement: z.object({ adjustedRand: z.number(), mutualInformation: share }).optional(),
    named: z.array(z.object({ name: z.string(), tracks: z.number() })).readonly(),
    genresGiven: z.number(),
  }),
});

const named = { id: z.string(), title: z.string(), artists: z.array(z.string()).readonly() };

/** `catalog check` */
export const checkedContract = z.object({
  /** Where the checked catalogue is. */
  file: z.string(),
  /** How many tracks Spotify still plays. */
  alive: z.number(),
  /** The tracks that have another id now, `to`. */
  replaced: z.array(z.object({ ...named, to: z.string() })).readonly(),
  retired: z.array(z.object(named)).readonly(),
  /** How many were not asked for, or have no id of Spotify's. */
  unknown: z.number(),
  /** What to give as `--skip` to go on; null when the end was reached. */
  next: z.number().nullable(),
  /** Why it ended before that. */
  stopped: errorContract.shape.error.nullable(),
});

/** `catalog fit` */
export const fittedContract = z.object({ file: z.string(), map: mapFiguresSchema });

/** `evaluate music` */
export const musicContract = z.object({
  map: mapFiguresSchema.extend({
    /** From tables that were given, or what the fit of the weights measured. */
    measured: z.enum(['now', 'when fitted']),
  }),
  /** Of lists over a grid of moods and intents. */
  lists: listFiguresSchema,
  /** The same grid by plainer ways: any tracks of the slot's label, and the tracks nearest to the mood. */
  baselines: z.object({ label: listFiguresSchema, nearest: listFiguresSchema }),
  /** With `--check`: the bars that were missed, one sentence each. */
  missed: z.array(z.string()).readonly().optional(),
});

/** `engine` */
export const engineContract = z.object({
  /** What photos are read with. */
  engine: z.enum(ENGINES),
  /** Whether `ENGINE` asks for it. */
  forced: z.boolean(),
  /** How tfjs-node does here; null where nobody looked, since WebAssembly is forced. */
  native: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('runs'), version: z.string() }),
      z.object({ state: z.literal('fails'), reason: z.string() }),
      z.object({ state: z.literal('absent') }),
      z.object({ state: z.literal('not-offered') }),
    ])
    .nullable(),
  /** What to run for a faster engine, where there is one to get. */
  install: z.string().nullable(),
});

const byPeer = z.record(z.string(), z.number());

/** `bench` */
export const benchContract = z.object({
  machine: z.object({ cpu: z.string(), cores: z.number(), memoryGb: z.number(), node: z.string() }),
  rows: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      ours: z.number(),
      /** The same, measured of others in the same run. */
      peers: byPeer,
      /** Ours divided by theirs. */
      ratios: byPeer,
    }),
  ),
  /** With `--check`: the bars that were missed, one sentence each. */
  missed: z.array(z.string()).optional(),
});

/** `spotify link-operator`, `spotify unlink-operator` */
export const operatorContract = z.object({
  /** Whether the operator's account is linked now. */
  linked: z.boolean(),
});
