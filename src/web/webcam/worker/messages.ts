import type { Face } from '../../../domain/reading.ts';

/** A picture for the worker, which owns its pixels from then on: RGBA, 8 bits a channel. */
export interface PictureMessage {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What the worker says: once that it can read faces or cannot, then a word for every picture. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'read'; readonly face: Face | undefined };
