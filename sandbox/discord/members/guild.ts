import { EVERYONE } from '../world/permissions.ts';
import { join, openChannel } from '../world/places.ts';
import type { GuildRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { Channel } from './channel.ts';
import type { Member } from './member.ts';

/** What a channel allows. */
export interface ChannelOptions {
  /** What the bot may do here; what everyone may, when nothing is said. */
  readonly botPermissions?: bigint;
}

/** A guild that the bot is in. */
export class Guild {
  readonly #world: World;
  readonly #record: GuildRecord;

  constructor(world: World, record: GuildRecord) {
    this.#world = world;
    this.#record = record;
  }

  get id(): string {
    return this.#record.id;
  }

  get name(): string {
    return this.#record.name;
  }

  /** Opens a text channel. */
  addTextChannel(name: string, { botPermissions = EVERYONE }: ChannelOptions = {}): Channel {
    return new Channel(this.#world, openChannel(this.#world, this.#record, name, botPermissions));
  }

  /** Lets a member of another guild in here too. */
  admit(member: Member, { permissions = 0n }: { readonly permissions?: bigint } = {}): void {
    const user = this.#world.users.get(member.id);
    if (user) join(this.#world, this.#record, user, permissions);
  }
}
