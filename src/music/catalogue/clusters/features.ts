import { audioFeaturesSchema, type AudioFeatures } from '../audio-features.ts';
import { Growing } from '../growing.ts';

/** What tracks are clustered by, in this order. */
export const FEATURES = audioFeaturesSchema.keyof().options;

/** The audio features of many tracks, one after the other. */
export class FeatureTable {
  readonly #values = new Growing((length) => new Float32Array(length));

  get size(): number {
    return this.#values.length / FEATURES.length;
  }

  push(features: AudioFeatures): void {
    for (const feature of FEATURES) this.#values.push(features[feature]);
  }

  /**
   * Gives every feature mean 0 and standard deviation 1 over the table, so that tempo in beats counts no more than
   * valence; a feature that is the same everywhere is 0.
   * @returns the features of a track, in the order of `FEATURES`
   */
  standardised(): (track: number) => number[] {
    const scales = FEATURES.map((_, column) => this.#scaleOf(column));
    return (track) =>
      scales.map(
        ({ mean, unit }, column) => (this.#values.at(track * FEATURES.length + column) - mean) / unit,
      );
  }

  #scaleOf(column: number): { readonly mean: number; readonly unit: number } {
    let [sum, squares] = [0, 0];
    for (let at = column; at < this.#values.length; at += FEATURES.length) {
      sum += this.#values.at(at);
      squares += this.#values.at(at) ** 2;
    }
    const mean = sum / this.size;
    return { mean, unit: Math.sqrt(Math.max(0, squares / this.size - mean ** 2)) || 1 };
  }
}
