import type { Timer } from '../clock.ts';
import { LIMITS } from '../rules/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import type { CommandOption } from '../wire/command.ts';
import type { ModalForm } from '../wire/payload.ts';
import { fileBytesFor } from './file-sizes.ts';
import type { ChannelRecord, MessageRecord, Owners, UserRecord } from './records.ts';
import type { World } from './world.ts';

/** How far the bot has come with an interaction. */
export type InteractionState = 'waiting' | 'deferred' | 'answered' | 'failed';

/** Discord's numbers for what a person did. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** What a person reads when no answer came in time. */
const FAILURE = {
  [INTERACTION.command]: 'The application did not respond',
  [INTERACTION.component]: 'This interaction failed',
  [INTERACTION.autocomplete]: 'Loading options failed',
  [INTERACTION.modal]: 'Something went wrong. Try again.',
} as const;

/** What is known of an interaction when it begins. */
export interface InteractionStart {
  readonly type: (typeof INTERACTION)[keyof typeof INTERACTION];
  readonly user: UserRecord;
  readonly channel: ChannelRecord;
  /** In words, for messages to people: `/mood` or `the button Agree`. */
  readonly what: string;
  /** On whose behalf the application is here. */
  readonly owners: Owners;
  readonly commandName?: string;
  /** The option that suggests choices to what is typed into it. */
  readonly typing?: CommandOption;
  readonly target?: MessageRecord;
  readonly source?: MessageRecord;
  /** What the bot answered with the form that is sent back now. */
  readonly openedBy?: Interaction;
}

/** Where the answer goes: a new message, the message that was clicked, a form, or choices. */
export type Answer =
  | { readonly kind: 'message'; readonly message: MessageRecord }
  | { readonly kind: 'update'; readonly message: MessageRecord }
  | { readonly kind: 'modal'; readonly modal: ModalForm }
  | { readonly kind: 'choices'; readonly choices: readonly { name: string; value: string | number }[] };

/** One thing that a person asked of the bot, and its life until the token runs out. */
export class Interaction {
  readonly id: string;
  readonly token: string;
  readonly start: InteractionStart;
  readonly createdAt: number;
  /** Bytes of the largest file that may be put into an answer. */
  readonly fileBytes: number;
  /** Messages that the bot sent on top of the first response, in order. */
  readonly followUps: MessageRecord[] = [];
  state: InteractionState = 'waiting';
  answer: Answer | null = null;
  acknowledgedAt: number | null = null;
  /** What the person reads when it failed. */
  failure: string | null = null;
  #responding = false;
  readonly #world: World;
  readonly #deadline: Timer;
  readonly #expiry: Timer;

  constructor(world: World, start: InteractionStart) {
    this.#world = world;
    this.start = start;
    this.id = world.nextId();
    this.token = world.tokens.issue(this.id);
    this.createdAt = world.clock.now();
    this.fileBytes = fileBytesFor(start.user, start.channel.guild);
    this.#deadline = world.clock.setTimeout(() => this.#fail('waiting'), LIMITS.firstResponseMs);
    this.#expiry = world.clock.setTimeout(() => this.#fail('deferred'), LIMITS.tokenMs);
    world.begin(this);
  }

  /** Milliseconds until the first response, or null while there is none. */
  get acknowledgedAfterMs(): number | null {
    return this.acknowledgedAt === null ? null : this.acknowledgedAt - this.createdAt;
  }

  /** Refuses a first response that is late or not the first, then lets `respond` give it alone. */
  async respond(respond: () => Promise<void>): Promise<void> {
    if (this.state === 'failed') throw new Refusal('respond-in-time');
    if (this.#responding || this.acknowledgedAt !== null) throw new Refusal('respond-once');
    this.#responding = true;
    try {
      await respond();
    } finally {
      this.#responding = false;
      const spent = this.#world.clock.now() - this.createdAt;
      if (spent >= LIMITS.firstResponseMs) this.#fail('waiting');
    }
  }

  /** Takes the first response. */
  acknowledge(state: 'deferred' | 'answered', answer: Answer): void {
    this.acknowledgedAt = this.#world.clock.now();
    this.answer = answer;
    this.#deadline.cancel();
    if (state === 'answered') this.finish();
    else this.state = 'deferred';
  }

  /** The person has an answer now. */
  finish(): void {
    this.state = 'answered';
    this.#expiry.cancel();
  }

  /** Refuses edits and follow-ups before the first response and after 15 minutes. */
  requireAcknowledged(): void {
    if (this.#world.clock.now() - this.createdAt >= LIMITS.tokenMs) throw new Refusal('token-in-time');
    if (this.acknowledgedAt === null) throw new Refusal('respond-before-follow-up');
  }

  #fail(from: InteractionState): void {
    // A response that came in time is not late because it takes a while to store.
    if (this.state !== from || this.#responding) return;
    this.state = 'failed';
    this.#expiry.cancel();
    this.failure = FAILURE[this.start.type];
    this.#world.changed();
  }
}
