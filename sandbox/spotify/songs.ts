/** A song as a test tells of it; all else is made up. */
export interface SongPlan {
  /** 22 letters and digits; made up if left out. */
  readonly id?: string;
  readonly title: string;
  /** Main artist first. */
  readonly artists: readonly [string, ...string[]];
  /** As the title if left out. */
  readonly album?: string;
  readonly seconds?: number;
  readonly explicit?: boolean;
  /** The markets it can be played in; all if left out. */
  readonly markets?: readonly string[];
  /** The id of another song that is played in its place. */
  readonly relinkedTo?: string;
}

/** A song that Spotify has. */
export interface Song extends Required<Omit<SongPlan, 'markets' | 'relinkedTo'>> {
  readonly markets: readonly string[] | undefined;
  readonly relinkedTo: string | undefined;
}

const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ID_LENGTH = 22;

/** An id in Spotify's form: the same number gives the same id. */
export function idOf(number: number): string {
  let id = '';
  for (let rest = number; id.length < ID_LENGTH; rest = Math.floor(rest / BASE62.length))
    id = (BASE62[rest % BASE62.length] ?? '0') + id;
  return id;
}

/** Whether Spotify would look an id up at all. */
export const isId = (id: string): boolean => /^[0-9A-Za-z]{22}$/.test(id);

/** What Spotify has, in the order of its coming. */
export class Songs {
  readonly #songs = new Map<string, Song>();
  readonly #gone = new Set<string>();

  add(plan: SongPlan): Song {
    const song = songOf(plan, plan.id ?? idOf(1_000_000 + this.#songs.size));
    this.#songs.set(song.id, song);
    this.#gone.delete(song.id);
    return song;
  }

  /** It is gone, as songs at Spotify come and go. */
  remove(id: string): void {
    this.#songs.delete(id);
    this.#gone.add(id);
  }

  /** Whether it was removed. */
  isGone(id: string): boolean {
    return this.#gone.has(id);
  }

  get(id: string): Song | undefined {
    return this.#songs.get(id);
  }

  /** What an id that nobody told of stands for, so that lists of any songs can be kept. */
  unknown(id: string): Song {
    return songOf({ title: 'Untitled', artists: ['Unknown'] }, id);
  }

  /** Those that a query finds: words, and fields as in `track:"Hey Jude" artist:"The Beatles"`. */
  find(query: string): readonly Song[] {
    const fields = [...query.matchAll(/(track|artist|album):(?:"([^"]*)"|(\S+))/g)].map(
      ([, field, quoted, bare]) => ({ field, words: wordsOf(quoted ?? bare ?? '') }),
    );
    const words = wordsOf(query.replace(/(track|artist|album):(?:"[^"]*"|\S+)/g, ' '));
    return [...this.#songs.values()].filter((song) => {
      const texts = { track: song.title, artist: song.artists.join(' '), album: song.album };
      const everything = wordsOf(Object.values(texts).join(' '));
      return (
        words.every((word) => everything.includes(word)) &&
        fields.every(({ field, words: wanted }) => {
          const there = wordsOf(
            field === 'track' || field === 'artist' || field === 'album' ? texts[field] : '',
          );
          return wanted.every((word) => there.includes(word));
        })
      );
    });
  }
}

function songOf(plan: SongPlan, id: string): Song {
  const { title, artists, album = title, seconds = 200, explicit = false, markets, relinkedTo } = plan;
  return { id, title, artists, album, seconds, explicit, markets, relinkedTo };
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
