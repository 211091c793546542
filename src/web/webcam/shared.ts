import * as z from 'zod';

import { EMOTIONS, type EmotionScores, emotionScores } from '../../domain/emotion.ts';
import { MOOD_NAMES } from '../../domain/mood.ts';

/** How far from 1 the sum of seven numbers may be that were rounded on their way. */
const SUM_TOLERANCE = 0.01;

const probability = z.number().min(0).max(1);

/** What *Use this mood* sends: a distribution over the seven emotions. */
export const scoresShape = z
  .strictObject({
    angry: probability,
    disgust: probability,
    fear: probability,
    happy: probability,
    sad: probability,
    surprise: probability,
    neutral: probability,
  } satisfies Record<keyof EmotionScores, z.ZodType>)
  .refine(
    (scores) => Math.abs(EMOTIONS.reduce((sum, emotion) => sum + scores[emotion], 0) - 1) <= SUM_TOLERANCE,
  )
  .transform((scores) => emotionScores((emotion) => scores[emotion]));

const words = z.record(z.string(), z.string());

/** The words that the page's script says itself; those that never change stand in the page already. */
export const wordsShape = z.object({
  sure: z.record(z.enum(EMOTIONS), z.string()),
  /** By the likeliest emotion, then by the second. */
  unsure: z.record(z.enum(EMOTIONS), words),
  howSure: z.object({ sure: z.string(), notSure: z.string() }),
  inMusic: z.record(z.enum(MOOD_NAMES), z.string()),
  loading: z.string(),
  asking: z.string(),
  looking: z.string(),
  noFace: z.string(),
  sending: z.string(),
  reading: z.string(),
  sent: z.string(),
  sentOnlyHere: z.string(),
  openList: z.string(),
  cannotRead: z.string(),
  refused: z.string(),
  missing: z.string(),
  inUse: z.string(),
  unsupported: z.string(),
  lost: z.string(),
  unreachable: z.string(),
});

export type PageWords = z.infer<typeof wordsShape>;

/** What the page's script is told by its page. Addresses are relative to the page's. */
export const settingsShape = z.object({
  /** Where the worker lies. */
  worker: z.string(),
  /** Under which what the person does is sent. */
  link: z.string(),
  /** A BCP 47 tag. */
  locale: z.string(),
  /** The leading probability from which on a reading is sure. */
  sureFrom: z.number(),
  words: wordsShape,
});

export type PageSettings = z.infer<typeof settingsShape>;

/** What the page gets for a mood or a snapshot. */
export const songsShape = z.object({
  title: z.string(),
  /** Whether Discord took the answer too. */
  told: z.boolean(),
  /** The list's own page. */
  page: z.string().nullable(),
  tracks: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      artists: z.string(),
      reason: z.string(),
      mood: z.enum(MOOD_NAMES),
    }),
  ),
});

export type Songs = z.infer<typeof songsShape>;

/** What the page gets where something is refused: a sentence for the person. */
export const refusalShape = z.object({ code: z.string(), text: z.string() });

export type Refusal = z.infer<typeof refusalShape>;
