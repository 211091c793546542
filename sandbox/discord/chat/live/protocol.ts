import { z } from 'zod';

const id = z.string().max(64);
const words = z.string().max(16_000);
const files = z.array(id).max(20);
const picks = z.array(z.string().max(200)).max(30);
const values = z.record(z.string().max(100), words);

/** What somebody at the page does. `ref` is how the answer is told from others. */
export const actionShape = z.discriminatedUnion('do', [
  z.object({ do: z.literal('look'), ref: z.int(), as: id, at: id, most: z.int().min(1).max(5_000) }),
  z.object({ do: z.literal('post'), ref: z.int(), content: words, files, replyTo: id.optional() }),
  z.object({ do: z.literal('use'), ref: z.int(), line: words, values }),
  z.object({ do: z.literal('suggest'), ref: z.int(), line: words, values, typing: id }),
  z.object({ do: z.literal('useOnMessage'), ref: z.int(), command: words, message: id }),
  z.object({ do: z.literal('useOnPerson'), ref: z.int(), command: words, person: id }),
  z.object({ do: z.literal('press'), ref: z.int(), message: id, button: words }),
  z.object({ do: z.literal('open'), ref: z.int(), message: id, select: words }),
  z.object({ do: z.literal('select'), ref: z.int(), message: id, select: words, picks }),
  z.object({
    do: z.literal('submit'),
    ref: z.int(),
    form: z.int(),
    values: z.record(z.string().max(100), z.union([words, z.boolean(), picks])),
  }),
  z.object({ do: z.literal('edit'), ref: z.int(), message: id, content: words }),
  z.object({ do: z.literal('remove'), ref: z.int(), message: id }),
  z.object({ do: z.literal('react'), ref: z.int(), message: id, emoji: z.string().max(32) }),
  z.object({ do: z.literal('thread'), ref: z.int(), name: z.string().trim().min(1).max(100) }),
]);

/** What somebody at the page does. */
export type Action = z.infer<typeof actionShape>;

/** An action without its number, as parts of the page ask for it. */
export type Deed = Action extends infer A ? (A extends Action ? Omit<A, 'ref'> : never) : never;

/** Somebody in the chat. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** A few words on who they are. */
  readonly about: string;
  /** As the address of a picture. */
  readonly avatar: string;
  readonly bot: boolean;
}

/** A guild. */
export interface GuildSeen {
  readonly id: string;
  readonly name: string;
}

/** A channel that a person sees. */
export interface PlaceSeen {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'forum' | 'thread' | 'dm' | 'category';
  /** The guild that it is in; none for direct messages. */
  readonly guild: string | null;
  /** The channel that a thread hangs on. */
  readonly parent: string | null;
  /** Whether this person can write there. */
  readonly writes: boolean;
  /** The newest message there that this person sees. */
  readonly newest: string | null;
}

/** One thing that can be picked. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly about?: string;
  readonly chosen?: boolean;
}

/** One option of a command. */
export interface OptionOffered {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  /** In a word or two: `text`, `file`, `whole number`. */
  readonly type: string;
  readonly required: boolean;
  readonly isFile: boolean;
  /** What it can be, if it can only be one of these. */
  readonly choices: readonly Choice[] | null;
  /** Whether the bot suggests choices as one types. */
  readonly suggests: boolean;
}

/** A command that is typed, as it is offered: `/playlist save` is one by itself. */
export interface CommandOffered {
  readonly line: string;
  readonly label: string;
  readonly about: string;
  readonly options: readonly OptionOffered[];
}

/** A command of a menu. */
export interface MenuOffered {
  readonly name: string;
  readonly label: string;
}

/** All that stands around the messages. */
export interface State {
  readonly kind: 'state';
  readonly you: string;
  readonly at: string;
  /** Whom one can be. */
  readonly cast: readonly Person[];
  /** Who is in this place, the bot too. */
  readonly present: readonly Person[];
  readonly guilds: readonly GuildSeen[];
  readonly places: readonly PlaceSeen[];
  readonly commands: readonly CommandOffered[];
  readonly onMessage: readonly MenuOffered[];
  readonly onPerson: readonly MenuOffered[];
  readonly bot: Person & { readonly online: boolean };
  /** Bytes of the largest file that this person may send here. */
  readonly fileBytes: number;
}

/** One message, drawn. */
export interface Entry {
  readonly id: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly html: string;
  /** What its writer may change, if the reader is the writer. */
  readonly words: string | null;
  readonly removable: boolean;
  /** Whether a reply to it and a command on it are possible. */
  readonly usable: boolean;
}

/** The messages of the place: all ids in order, and those that are new or look different now. */
export interface View {
  readonly kind: 'view';
  readonly at: string;
  readonly order: readonly string[];
  readonly entries: readonly Entry[];
  /** Whether there are older ones that are not shown. */
  readonly more: boolean;
}

/** A field of a form. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly kind: 'line' | 'lines' | 'picks' | 'tick' | 'files';
  readonly required: boolean;
  readonly value: string;
  readonly placeholder: string;
  readonly least: number;
  readonly most: number;
  readonly choices: readonly Choice[];
}

/** A form that the bot opened. */
export interface Form {
  readonly id: number;
  readonly title: string;
  readonly texts: readonly string[];
  readonly fields: readonly FormField[];
}

/** What can be picked in a select. */
export interface Offer {
  readonly least: number;
  readonly most: number;
  readonly choices: readonly Choice[];
}

/** What came of an action. Each action has exactly one. */
export interface Outcome {
  readonly kind: 'outcome';
  readonly ref: number;
  /** Why Discord's client does not let this person do it. */
  readonly refused?: string;
  /** What Discord says because the bot did not answer. */
  readonly failed?: string;
  readonly form?: Form;
  readonly offer?: Offer;
  readonly choices?: readonly Choice[];
  /** A place to go to. */
  readonly place?: string;
}

/** What a page has at hand. */
export interface Welcome {
  readonly kind: 'welcome';
  /** What the page names itself by when it sends files. */
  readonly tab: string;
  readonly samples: readonly { readonly name: string; readonly about: string }[];
  readonly tour: readonly TourStep[];
}

/**
 * A step of a tour. `at` and `until` name something on the page: `write`, `attach`, `people`, `channels`, `help`,
 * `sample`, `command:/mood`, `option:image`, `send`, `button:Agree`, `link:Open in Spotify`, `select:Mood`, `message`.
 */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** What to look at. */
  readonly at: string;
  /** What shows that the step is done. Without it, only *Next* leads on. */
  readonly until?: string;
}

/** What the sandbox tells a page. */
export type Told = Welcome | State | View | Outcome;
