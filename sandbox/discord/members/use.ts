import { waitUntil } from '../patience.ts';
import type { Patience, Probe } from '../patience.ts';
import type { Interaction, InteractionState } from '../world/interaction.ts';
import type { World } from '../world/world.ts';
import type { Choice } from '../rules/autocomplete.ts';
import { viewOf } from './message.ts';
import type { Message } from './message.ts';
import { Modal } from './modal.ts';

/** Something a person asked of the bot, and what came of it. */
export class Use {
  readonly interaction: Interaction;
  readonly #world: World;
  #read = 0;

  constructor(world: World, interaction: Interaction) {
    this.#world = world;
    this.interaction = interaction;
  }

  get state(): InteractionState {
    return this.interaction.state;
  }

  /**
   * Waits for the answer: the reply once it stopped thinking, or the message that a click changed.
   * @throws when the bot lets the time run out, or deletes its answer
   */
  reply(patience?: Patience): Promise<Message> {
    return this.#wait('the answer', patience, () => {
      const { answer, state } = this.interaction;
      if (state !== 'answered') return null;
      if (answer?.kind !== 'message' && answer?.kind !== 'update')
        return { never: 'the bot answered without a message' };
      if (answer.message.deleted) return { never: 'the bot deleted its answer' };
      return { found: viewOf(this.#world, answer.message) };
    });
  }

  /** Waits for the next follow-up to this interaction; each call gives the one after. */
  async nextMessage(patience?: Patience): Promise<Message> {
    const at = this.#read++;
    return this.#wait('a follow-up', patience, () => {
      const record = this.interaction.followUps[at];
      return record ? { found: viewOf(this.#world, record) } : null;
    });
  }

  /** The answer and what followed it, as far as it is there: oldest first, without what was deleted. */
  get messages(): readonly Message[] {
    const { answer, followUps } = this.interaction;
    const first = answer?.kind === 'message' || answer?.kind === 'update' ? [answer.message] : [];
    return [...first, ...followUps].filter((it) => !it.deleted).map((it) => viewOf(this.#world, it));
  }

  /** Waits for what the bot suggests to a person who types. */
  choices(patience?: Patience): Promise<readonly Choice[]> {
    return this.#wait('the choices', patience, () => {
      const { answer } = this.interaction;
      return answer?.kind === 'choices' ? { found: answer.choices } : null;
    });
  }

  /** Waits for the form that the bot opens. */
  modal(patience?: Patience): Promise<Modal> {
    return this.#wait('a form', patience, () => {
      const { answer, state } = this.interaction;
      if (answer?.kind === 'modal') return { found: new Modal(this.interaction, answer.modal) };
      return state === 'answered' ? { never: 'the bot answered without a form' } : null;
    });
  }

  /** Waits until the bot answered or failed to. */
  settled(patience?: Patience): Promise<'answered' | 'failed'> {
    const what = `The end of ${this.interaction.start.what}`;
    const probe = (): Probe<'answered' | 'failed'> => {
      const { state } = this.interaction;
      return state === 'answered' || state === 'failed' ? { found: state } : null;
    };
    return waitUntil(this.#world, what, probe, patience);
  }

  #wait<T>(what: string, patience: Patience | undefined, probe: () => Probe<T>): Promise<T> {
    const { start } = this.interaction;
    const orFailure = (): Probe<T> => {
      const { failure } = this.interaction;
      return failure === null ? probe() : { never: failure };
    };
    return waitUntil(this.#world, `Waiting for ${what} to ${start.what}`, orFailure, patience);
  }
}
