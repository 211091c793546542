import type { RawData, WebSocket } from 'ws';
import { Channel } from '../../members/channel.ts';
import type { Modal } from '../../members/modal.ts';
import type { World } from '../../world/world.ts';
import type { Cast, CastRole } from './cast.ts';
import { perform } from './perform.ts';
import type { Actor, Result } from './perform.ts';
import { actionShape } from './protocol.ts';
import type { Action, Told, View } from './protocol.ts';
import { placesOf, stateOf, viewFor } from './state.ts';
import type { Looking } from './state.ts';
import { Uploads } from './uploads.ts';

/** Changes come in bursts; a page is told once of each. */
const PAUSE_MS = 25;

/** Messages that are shown until somebody wants to see more. */
const SHOWN = 80;

/** What a page needs to know of Discord. */
export interface Stage {
  readonly world: World;
  readonly cast: Cast;
  readonly isOnline: () => boolean;
}

/** One open page: who somebody is on it, where they are, and what it was told last. */
export class Tab {
  readonly id: string;
  readonly uploads = new Uploads();
  readonly #stage: Stage;
  readonly #socket: WebSocket;
  readonly #forms = new Map<number, Modal>();
  readonly #told = new Map<string, string>();
  #state = '';
  #order = '';
  #most = SHOWN;
  #role: CastRole;
  #at: string;
  #timer: NodeJS.Timeout | null = null;

  constructor(id: string, socket: WebSocket, stage: Stage) {
    this.id = id;
    this.#stage = stage;
    this.#socket = socket;
    const [first] = stage.cast.people;
    if (!first) throw new Error('The chat page needs somebody to be');
    this.#role = first;
    this.#at = stage.cast.guilds[0]?.record.channels[0]?.id ?? first.member.dm.id;
    const { samples, tour } = stage.cast;
    this.#say({
      kind: 'welcome',
      tab: id,
      tour,
      samples: samples.map(({ file, about }) => ({ name: file.name, about })),
    });
    const unwatch = stage.world.watch(() => this.#soon());
    socket.on('close', () => {
      unwatch();
      if (this.#timer) clearTimeout(this.#timer);
    });
    // The close event follows and says all there is to say.
    socket.on('error', () => undefined);
    socket.on('message', (data) => void this.#hear(textOf(data)));
  }

  /** Bytes of the largest file that may be sent from here. */
  get fileBytes(): number {
    const { world, cast, isOnline } = this.#stage;
    return stateOf(world, cast, isOnline(), this.#looking).fileBytes;
  }

  async #hear(text: string): Promise<void> {
    const action = actionIn(text);
    if (!action) {
      this.#socket.close(1003, 'That is not an action');
      return;
    }
    if (action.do === 'look') {
      this.#look(action);
      this.#say({ kind: 'outcome', ref: action.ref });
      return;
    }
    const result = await perform(this.#actor, action).catch(refusal);
    // What came of it is shown before the page is told that it came.
    this.#tell();
    this.#say({ kind: 'outcome', ref: action.ref, ...result });
  }

  #look({ as, at, most }: Extract<Action, { do: 'look' }>): void {
    this.#role = this.#stage.cast.people.find(({ member }) => member.id === as) ?? this.#role;
    this.#at = at;
    this.#most = most;
    // All anew: the page may have been loaded again, or shows another place.
    this.#told.clear();
    this.#order = this.#state = '';
    this.#tell();
  }

  get #looking(): Looking {
    const { world, cast } = this.#stage;
    const user = world.users.get(this.#role.member.id);
    if (!user) throw new Error('Nobody is at the page');
    const places = placesOf(world, cast, user);
    const channel = places.find((it) => it.id === this.#at) ?? places[0];
    if (!channel) throw new Error('There is no place to be');
    return { user, channel };
  }

  get #actor(): Actor {
    const { world, cast } = this.#stage;
    const { user, channel } = this.#looking;
    const { member } = this.#role;
    return {
      ...{ world, cast, member, user, uploads: this.uploads, forms: this.#forms },
      channel: new Channel(world, channel),
    };
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), PAUSE_MS);
  }

  #tell(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const { world, cast, isOnline } = this.#stage;
    if (world.stopped) return;
    const looking = this.#looking;
    const state = stateOf(world, cast, isOnline(), looking);
    const known = JSON.stringify(state);
    if (known !== this.#state) this.#say(state);
    this.#state = known;
    this.#show(viewFor(world, looking, this.#most));
  }

  #show({ entries, ...view }: Omit<View, 'kind' | 'order'>): void {
    const changed = entries.filter((entry) => this.#told.get(entry.id) !== JSON.stringify(entry));
    const order = entries.map(({ id }) => id);
    const known = JSON.stringify([view, order]);
    if (changed.length === 0 && known === this.#order) return;
    for (const entry of changed) this.#told.set(entry.id, JSON.stringify(entry));
    this.#order = known;
    this.#say({ kind: 'view', ...view, order, entries: changed });
  }

  #say(told: Told): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(told));
  }
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)).toString();

function actionIn(text: string): Action | null {
  try {
    return actionShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const refusal = (error: unknown): Result => ({
  refused: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
});
