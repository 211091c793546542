import {
  type Channel,
  type Guild,
  LIMITS,
  type Member,
  type Message,
  type Use,
} from '../../sandbox/discord/index.ts';
import type { Person as Holder } from '../../sandbox/spotify/index.ts';
import type { Intent } from '../../src/domain/arc.ts';
import type { Purpose } from '../../src/flows/spotify-account.ts';
import { PEOPLE } from './acts.ts';
import type { Photo } from './photos.ts';
import type { Subject } from './subject.ts';
import type { Live } from './webcam.ts';

/** What one knows of something after people did several things at once may be less than before. */
export type Known<State> = State | 'unsure';

/** A list that was made for a person. */
export interface List {
  readonly id: string;
  readonly url: string;
  readonly owner: Person;
  readonly intent: Intent;
  /** What was read in the photo, in words. */
  readonly reading: string;
  /** Whether no face was read for it: it needs no agreement. */
  readonly told: boolean;
  state: Known<'kept' | 'gone'>;
}

/** A photo that somebody sent and asked to have read. */
export interface Wish {
  readonly photo: Photo;
  /** The name of the file on Discord, its own for each. */
  readonly file: string;
  /** What was asked of the music, or comes of itself; undefined where that hangs on how many faces there are. */
  readonly intent: Intent | undefined;
  readonly group: boolean;
  readonly private: boolean;
  /** When the link to the file was made, by Discord's clock. */
  readonly linkedAt: number;
  state: Known<'waiting' | 'gone'>;
}

/** A person, and what the bot should know of them. */
export interface Person {
  readonly member: Member;
  readonly name: string;
  consent: 'yes' | 'no' | 'none';
  readonly lists: Map<string, List>;
  /** Kept lists whose card never came through. */
  unseen: number;
  /** By the id of the notice that asks about them. */
  readonly wishes: Map<string, Wish>;
  /** By the id of the message whose button leads to the webcam page, once it is pressed. */
  readonly lives: Map<string, Live>;
  /** Their account at Spotify, and what of it the bot may use; nothing where it is not linked. */
  readonly holder: Holder;
  linkedFor: Known<ReadonlySet<Purpose>>;
}

const NAMES = ['Ada', 'Ben', 'Çelik', '李', 'Eva_*', 'Zoë'] as const;
/** Whoever speaks none of our languages is answered in English, which is what is listened for. */
const LOCALES = ['en-US', 'en-GB', 'pl', 'ko'] as const;

/** A few people who have never met the bot, in channels of their own, and what happened to them. */
export class Game {
  readonly subject: Subject;
  readonly people: readonly Person[];
  readonly lists = new Map<string, List>();
  /** Whose photo a file on Discord is. */
  readonly files = new Map<string, { readonly owner: Person; asked: boolean }>();
  /** Which photo a posted file is, and where it stands. */
  readonly posted = new Map<string, { readonly photo: Photo; readonly message: Message }>();
  /** Who a message of the bot was an answer to. */
  readonly answered = new Map<string, Person>();
  /** The ids of messages that a moderator took away. */
  readonly removed = new Set<string>();
  /** The ways to Spotify, and to the webcam page, that were gone. */
  readonly gone = new Set<string>();
  /** The messages with such ways, by the tokens of what they answer: they change once more when somebody is back. */
  readonly ways = new Map<string, Message>();
  /** The tokens of what was answered twice: with a link to the webcam page, and with what came of that. */
  readonly sent = new Set<string>();
  /** What was asked of the bot. */
  readonly uses: { readonly words: string; readonly use: Use }[] = [];
  /** What happened, a line each. */
  readonly story: string[] = [];
  readonly #guilds: readonly [Guild, Guild];
  readonly #number: number;
  readonly #channels: [Channel, Channel];
  #files = 0;

  constructor(subject: Subject, number: number) {
    const guilds = [subject.discord.guild, subject.elsewhere] as const;
    this.subject = subject;
    this.#number = number;
    this.#guilds = guilds;
    this.#channels = [guilds[0].addTextChannel(`game-${number}`), guilds[1].addTextChannel(`game-${number}`)];
    this.people = Array.from({ length: PEOPLE }, (_, n) => this.#newcomer(n));
  }

  person(n: number): Person {
    const person = this.people[n % this.people.length];
    if (!person) throw new Error('nobody plays');
    return person;
  }

  /** A place where the person can write. */
  place(person: Person, n: number): Channel {
    return [...this.#channels, person.member.dm][n % 3] ?? person.member.dm;
  }

  /** A guild's channel, in which nobody asks to be read by posting a photo. */
  channel(n: number): Channel {
    return this.#channels[n % 2 === 0 ? 0 : 1];
  }

  /** Takes a guild's channel away; people go on in a new one. */
  close(n: number): Channel {
    const at = n % 2 === 0 ? 0 : 1;
    const old = this.#channels[at];
    old.delete();
    this.#channels[at] = this.#guilds[at].addTextChannel(`game-${this.#number}`);
    return old;
  }

  /** Every message that is still there, the newest first; for one person, those that they see. */
  messages(viewer?: Member): readonly Message[] {
    const dms = this.people.map(({ member }) => member.dm);
    return [...this.#channels, ...dms]
      .flatMap((channel) => channel.messages)
      .filter((message) => !viewer || message.visibleTo(viewer))
      .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  }

  /** Whether a message is the bot's. */
  isBots({ json }: Message): boolean {
    return json.author.id === this.subject.discord.applicationId;
  }

  /** A photo of a person's under a name that tells it from all others. */
  newFile(owner: Person, photo: Photo): { readonly name: string; readonly bytes: Buffer } {
    const name = `${this.#number}-${(this.#files += 1)}-${photo.name}`;
    this.files.set(name, { owner, asked: false });
    return { name, bytes: photo.bytes };
  }

  /** Everything said goes, ephemeral messages too once their interaction is over, and the channels with it. */
  async end(): Promise<void> {
    await this.subject.discord.botIsOnline();
    this.subject.clock.jump(LIMITS.tokenMs);
    for (const { member } of this.people) member.dm.purge();
    for (const channel of this.#channels) {
      channel.purge();
      channel.delete();
    }
  }

  #newcomer(n: number): Person {
    const name = `${NAMES[n % NAMES.length]} ${this.#number}`;
    const member = this.subject.discord.addMember(name, { locale: LOCALES[n % LOCALES.length] ?? 'en-US' });
    this.subject.elsewhere.admit(member);
    const holder = this.subject.spotify.standIn.people.add({
      name: `${name} at Spotify`,
      premium: n !== 1,
      devices: n === 2 ? [] : [{ id: `device-${n}`, name: 'Kitchen', active: true }],
      topArtists: n === 3 ? [] : ['Queen', 'Maluma', 'Nobody'],
    });
    return {
      member,
      name,
      consent: 'none',
      lists: new Map(),
      unseen: 0,
      wishes: new Map(),
      lives: new Map(),
      holder,
      linkedFor: new Set(),
    };
  }
}
