import type { Emotion } from '../../src/domain/emotion.ts';

/** Ours, and the peers that a Node developer can install or that the seeds used. */
export const SYSTEMS = ['moodring', 'face-api tiny', 'face-api ssd', 'human', 'haar + cnn'] as const;

export type SystemName = (typeof SYSTEMS)[number];

/** What a system makes of a photo. */
export interface Seen {
  readonly found: boolean;
  /** Of the face it would speak about; nothing where it found none or has no trained emotion net. */
  readonly emotions?: Readonly<Partial<Record<Emotion, number>>> | undefined;
}

/** A way from a photo's bytes to a reading, its nets loaded. */
export interface System {
  readonly read: (bytes: Uint8Array) => Promise<Seen>;
  /** One face that is already cropped through the emotion net alone, to its probabilities. */
  readonly net?: () => Promise<unknown>;
}
