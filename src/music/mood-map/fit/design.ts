import type { AudioFeatures } from '../../catalogue/audio-features.ts';
import { basisOf, BASIS_LENGTH } from '../curves.ts';
import type { Row } from './least-squares.ts';

/** A track as a row of a fit: its splines, then more values of its own. */
export function withCurves(features: AudioFeatures, more: readonly number[]): Row {
  const { at, values } = basisOf(features);
  return {
    at: Uint16Array.from([...at, ...more.map((_, index) => BASIS_LENGTH + index)]),
    values: Float64Array.from([...values, ...more]),
  };
}
