import { randomBytes } from 'node:crypto';

/** Something that somebody plays Spotify on. */
export interface Device {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** A person with an account, as a test tells of them. */
export interface PersonPlan {
  readonly name: string;
  /** True if left out. */
  readonly premium?: boolean;
  /** None if left out. */
  readonly devices?: readonly Device[];
  /** Most heard first; none if left out. */
  readonly topArtists?: readonly string[];
}

/** A playlist as it really is. */
export interface Playlist {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly public: boolean;
  /** `spotify:track:ID`, in order. */
  readonly uris: readonly string[];
  /** The JPEG, decoded. */
  readonly cover: Uint8Array | undefined;
  /** Whether its owner still follows it: otherwise it is as good as deleted, though it can be looked at. */
  readonly followed: boolean;
}

/** Something that somebody's device was told to play next. */
export interface Queued {
  readonly uri: string;
  /** Its id. */
  readonly device: string;
}

/** A playlist that can be changed. */
export type OwnPlaylist = { -readonly [Name in keyof Playlist]: Playlist[Name] } & {
  readonly owner: Person;
  changes: number;
};

/** Somebody with an account at Spotify. */
export class Person {
  /** What changes when a person renames their account, and what does not. */
  readonly id = randomBytes(13).toString('hex').slice(0, 25);
  readonly accountId = randomBytes(8).toString('hex');
  readonly name: string;
  premium: boolean;
  devices: readonly Device[];
  topArtists: readonly string[];
  readonly queue: Queued[] = [];
  readonly #made: OwnPlaylist[] = [];

  constructor({ name, premium = true, devices = [], topArtists = [] }: PersonPlan) {
    this.name = name;
    this.premium = premium;
    this.devices = devices;
    this.topArtists = topArtists;
  }

  /** The playlists in their library, the newest first. */
  get playlists(): readonly Playlist[] {
    return this.library;
  }

  /** Every playlist that was ever made in their account, the newest first. */
  get everMade(): readonly Playlist[] {
    return this.#made;
  }

  get library(): readonly OwnPlaylist[] {
    return this.#made.filter(({ followed }) => followed);
  }

  make(plan: Pick<Playlist, 'id' | 'name' | 'description' | 'public'>): OwnPlaylist {
    const playlist = { ...plan, uris: [], cover: undefined, followed: true, owner: this, changes: 0 };
    this.#made.unshift(playlist);
    return playlist;
  }

  find(id: string): OwnPlaylist | undefined {
    return this.#made.find((playlist) => playlist.id === id);
  }
}

/** Everybody with an account, and who sits before the browser. */
export class People {
  readonly #people: Person[] = [];
  #signedIn: Person | undefined;

  /** The first one is signed in. */
  add(plan: PersonPlan): Person {
    const person = new Person(plan);
    this.#people.push(person);
    this.#signedIn ??= person;
    return person;
  }

  /** Now this person sits before the browser. */
  signIn(person: Person): void {
    this.#signedIn = person;
  }

  /** Whoever answers the consent page; somebody is made up where nobody was added. */
  get signedIn(): Person {
    return this.#signedIn ?? this.add({ name: 'Somebody' });
  }

  /** Anybody's playlist. */
  playlist(id: string): OwnPlaylist | undefined {
    for (const person of this.#people) {
      const playlist = person.find(id);
      if (playlist) return playlist;
    }
    return undefined;
  }
}
