import type { Genre, Track } from '../../domain/playlist.ts';
import { nameKey, songKey } from '../names.ts';
import { UNKNOWN, type Columns } from './columns.ts';
import { keyNumber } from './key-number.ts';
import { Growing } from './growing.ts';
import { TextsBuilder, type Texts } from './texts.ts';

/** Where names stand in a file: a catalogue's texts, before they are decoded. */
export interface PackedNames {
  readonly ids: Texts;
  readonly titles: Texts;
  readonly artists: Texts;
  readonly genres: Texts;
}

/** Columns whose names are packed texts, as a file keeps them. */
export interface PackedColumns extends Columns {
  readonly texts: PackedNames;
}

/** The columns of a list of tracks, in its order. Of two tracks with one id the first is kept. */
export function columnsOf(tracks: Iterable<Track>): PackedColumns {
  const builder = new ColumnsBuilder();
  const songs = new Map<string, number>();
  const ids = new Set<string>();
  for (const track of tracks) {
    if (ids.has(track.id)) continue;
    ids.add(track.id);
    builder.add(track, numberIn(songs, songKey(track)));
  }
  return builder.columns();
}

/** A catalogue's columns from numbers that are there already and packed texts. */
export function packedColumns(numbers: Omit<Columns, 'size' | 'names'>, texts: PackedNames): PackedColumns {
  const { ids, titles, artists, genres } = texts;
  return {
    ...numbers,
    size: ids.size,
    texts,
    names: {
      id: (row) => ids.at(row),
      title: (row) => titles.at(row),
      artist: (number) => artists.at(number),
      genre: (number) => genres.at(number),
      artistCount: artists.size,
      genreCount: genres.size,
    },
  };
}

/** A track whose genre may come later. */
export type Ungrouped = Omit<Track, 'genre'> & { readonly genre?: Genre | undefined };

/** The most that fits; no table has that many genres. */
const NO_GENRE = 2 ** 16 - 1;

/** The most that fits, some 18 hours. */
const MOST_SECONDS = 2 ** 16 - 1;

/** Makes columns from tracks that come one by one, and keeps none of them. */
export class ColumnsBuilder {
  readonly #valence = float32();
  readonly #arousal = float32();
  readonly #popularity = uint8();
  readonly #year = uint16();
  readonly #genre = uint16();
  readonly #tempo = float32();
  readonly #energy = float32();
  readonly #key = uint8();
  readonly #seconds = uint16();
  readonly #explicit = uint8();
  readonly #song = uint32();
  readonly #artistStarts = uint32();
  readonly #artists = uint32();

  readonly #ids = new TextsBuilder();
  readonly #titles = new TextsBuilder();
  readonly #artistNames = new Numbered(nameKey);
  readonly #genreNames = new Numbered(nameKey);

  /** @param song the number of its song, lower than the number of tracks that there will be */
  add(track: Ungrouped, song: number): void {
    this.#ids.push(track.id);
    this.#titles.push(track.title);
    this.#valence.push(track.valence);
    this.#arousal.push(track.arousal);
    this.#popularity.push(track.popularity ?? UNKNOWN.popularity);
    this.#year.push(track.year ?? UNKNOWN.year);
    this.#genre.push(track.genre === undefined ? NO_GENRE : this.#genreNumber(track.genre));
    this.#tempo.push(track.tempo ?? UNKNOWN.tempo);
    this.#energy.push(track.energy ?? UNKNOWN.energy);
    this.#key.push(track.key ? keyNumber(track.key) : UNKNOWN.key);
    this.#seconds.push(Math.min(MOST_SECONDS, track.seconds ?? UNKNOWN.seconds));
    this.#explicit.push(track.explicit === undefined ? UNKNOWN.explicit : Number(track.explicit));
    this.#song.push(song);
    this.#artistStarts.push(this.#artists.length);
    for (const number of new Set(track.artists.map((name) => this.#artistNames.numberOf(name))))
      this.#artists.push(number);
  }

  /** @param genreOf the genre of a row whose track came without one */
  columns(genreOf: (row: number) => Genre = () => 'other'): PackedColumns {
    for (let row = 0; row < this.#genre.length; row += 1)
      if (this.#genre.at(row) === NO_GENRE) this.#genre.set(row, this.#genreNumber(genreOf(row)));
    this.#artistStarts.push(this.#artists.length);
    return packedColumns(
      {
        valence: this.#valence.values(),
        arousal: this.#arousal.values(),
        popularity: this.#popularity.values(),
        year: this.#year.values(),
        genre: this.#genre.values(),
        tempo: this.#tempo.values(),
        energy: this.#energy.values(),
        key: this.#key.values(),
        seconds: this.#seconds.values(),
        explicit: this.#explicit.values(),
        song: this.#song.values(),
        artistStarts: this.#artistStarts.values(),
        artists: this.#artists.values(),
      },
      {
        ids: this.#ids.texts(),
        titles: this.#titles.texts(),
        artists: this.#artistNames.texts(),
        genres: this.#genreNames.texts(),
      },
    );
  }

  #genreNumber(name: Genre): number {
    return Math.min(NO_GENRE - 1, this.#genreNames.numberOf(name));
  }
}

/** Names and their numbers; names that are the same to people share a number, and the first spelling stays. */
class Numbered {
  readonly #keyOf: (name: string) => string;
  readonly #numbers = new Map<string, number>();
  readonly #names = new TextsBuilder();

  constructor(keyOf: (name: string) => string) {
    this.#keyOf = keyOf;
  }

  numberOf(name: string): number {
    const number = numberIn(this.#numbers, this.#keyOf(name));
    if (number === this.#names.size) this.#names.push(name);
    return number;
  }

  texts(): Texts {
    return this.#names.texts();
  }
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

const float32 = () => new Growing((length) => new Float32Array(length));
const uint8 = () => new Growing((length) => new Uint8Array(length));
const uint16 = () => new Growing((length) => new Uint16Array(length));
const uint32 = () => new Growing((length) => new Uint32Array(length));
