import { Growing } from '../growing.ts';
import { TextsBuilder } from '../texts.ts';
import type { Listing, Listings } from './listing.ts';

/** Stands between the names of artists, and in none of them. */
const BETWEEN_NAMES = '\u0000';

/** Listings by columns, some 200 bytes each: a million of them as objects would fill the memory. */
export class PackedListings implements Listings {
  readonly #id = new TextsBuilder();
  readonly #title = new TextsBuilder();
  readonly #artists = new TextsBuilder();
  readonly #album = new TextsBuilder();
  readonly #list = new TextsBuilder();
  readonly #genre = new TextsBuilder();
  readonly #scene = new TextsBuilder();
  readonly #year = numbers();
  readonly #popularity = numbers();
  readonly #mode = numbers();
  readonly #tonic = numbers();
  readonly #seconds = numbers();
  readonly #explicit = numbers();
  readonly #valence = numbers();
  readonly #energy = numbers();
  readonly #loudness = numbers();
  readonly #danceability = numbers();
  readonly #acousticness = numbers();
  readonly #instrumentalness = numbers();
  readonly #liveness = numbers();
  readonly #speechiness = numbers();
  readonly #tempo = numbers();

  get length(): number {
    return this.#id.size;
  }

  push(listing: Listing): void {
    this.#id.push(listing.id);
    this.#title.push(listing.title);
    this.#artists.push(listing.artists.map((name) => name.replaceAll(BETWEEN_NAMES, '')).join(BETWEEN_NAMES));
    this.#album.push(listing.album ?? '');
    this.#list.push(listing.list ?? '');
    this.#genre.push(listing.genre ?? '');
    this.#scene.push(listing.scene ?? '');
    this.#year.push(listing.year ?? NaN);
    this.#popularity.push(listing.popularity ?? NaN);
    this.#mode.push(listing.mode ?? NaN);
    this.#tonic.push(listing.tonic ?? NaN);
    this.#seconds.push(listing.seconds ?? NaN);
    this.#explicit.push(listing.explicit === undefined ? NaN : Number(listing.explicit));
    this.#valence.push(listing.valence);
    this.#energy.push(listing.energy);
    this.#loudness.push(listing.loudness);
    this.#danceability.push(listing.danceability);
    this.#acousticness.push(listing.acousticness);
    this.#instrumentalness.push(listing.instrumentalness);
    this.#liveness.push(listing.liveness);
    this.#speechiness.push(listing.speechiness);
    this.#tempo.push(listing.tempo);
  }

  at(index: number): Listing | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const [main = '', ...others] = this.#artists.at(index).split(BETWEEN_NAMES);
    const explicit = known(this.#explicit, index);
    return {
      id: this.#id.at(index),
      title: this.#title.at(index),
      artists: [main, ...others],
      album: this.#album.at(index) || undefined,
      list: this.#list.at(index) || undefined,
      genre: this.#genre.at(index) || undefined,
      scene: this.#scene.at(index) || undefined,
      year: known(this.#year, index),
      popularity: known(this.#popularity, index),
      mode: known(this.#mode, index),
      tonic: known(this.#tonic, index),
      seconds: known(this.#seconds, index),
      explicit: explicit === undefined ? undefined : explicit === 1,
      valence: this.#valence.at(index),
      energy: this.#energy.at(index),
      loudness: this.#loudness.at(index),
      danceability: this.#danceability.at(index),
      acousticness: this.#acousticness.at(index),
      instrumentalness: this.#instrumentalness.at(index),
      liveness: this.#liveness.at(index),
      speechiness: this.#speechiness.at(index),
      tempo: this.#tempo.at(index),
    };
  }
}

/** Unknown ones are NaN. */
const numbers = () => new Growing((length) => new Float64Array(length));

function known(values: Growing<Float64Array>, index: number): number | undefined {
  const value = values.at(index);
  return Number.isNaN(value) ? undefined : value;
}
