import { CHANNEL } from '../world/channel-types.ts';
import { addRole, boost, closeGuild, giveRole, inviteBot, join, kickBot } from '../world/guilds.ts';
import { openChannel } from '../world/places.ts';
import type { ChannelPlan } from '../world/places.ts';
import type { BoostLevel, GuildRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { Channel } from './channel.ts';
import type { Member } from './member.ts';
import { Role } from './role.ts';

/** What a channel allows. */
export interface ChannelOptions {
  /** What the bot may do here; what everyone may, when nothing is said. */
  readonly botPermissions?: bigint;
  /** Whether it is for adults only. */
  readonly ageRestricted?: boolean;
  /** Seconds that a person has to wait between two posts. */
  readonly slowmode?: number;
}

/** What a role gives. */
export interface RoleOptions {
  readonly permissions?: bigint;
  /** As 0xRRGGBB. */
  readonly colour?: number;
}

/** What a person brings along into a guild. */
export interface Membership {
  /** Permission bits beyond what everyone has. */
  readonly permissions?: bigint;
  readonly roles?: readonly Role[];
}

/** A guild with its channels, roles and people. */
export class Guild {
  /** The sandbox's own record; not for tests. */
  readonly record: GuildRecord;
  readonly #world: World;

  constructor(world: World, record: GuildRecord) {
    this.#world = world;
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  get name(): string {
    return this.record.name;
  }

  /** Everyone's role, for what a channel says of everyone. */
  get everyone(): Role {
    const [role] = this.record.roles;
    if (!role) throw new Error(`${this.name} has no roles`);
    return new Role(role);
  }

  /** Opens a text channel. */
  addTextChannel(name: string, options: ChannelOptions = {}): Channel {
    return this.#open(name, { ...options, type: CHANNEL.text });
  }

  /** Opens a voice channel, which has a text chat too. */
  addVoiceChannel(name: string, options: ChannelOptions = {}): Channel {
    return this.#open(name, { ...options, type: CHANNEL.voice });
  }

  /** Opens a stage, which has a text chat too. */
  addStage(name: string, options: ChannelOptions = {}): Channel {
    return this.#open(name, { ...options, type: CHANNEL.stage });
  }

  /** Opens an announcement channel. */
  addAnnouncementChannel(name: string, options: ChannelOptions = {}): Channel {
    return this.#open(name, { ...options, type: CHANNEL.announcement });
  }

  /** Opens a forum: nothing is written in it but in its threads. */
  addForum(name: string, options: ChannelOptions = {}): Channel {
    return this.#open(name, { ...options, type: CHANNEL.forum });
  }

  /** Adds a category, in which nothing is written. */
  addCategory(name: string, options: ChannelOptions = {}): Channel {
    return this.#open(name, { ...options, type: CHANNEL.category });
  }

  /** Makes a role. */
  addRole(name: string, { permissions = 0n, colour = 0 }: RoleOptions = {}): Role {
    return new Role(addRole(this.#world, this.record, { name, permissions, colour }));
  }

  /** Gives a member a role. */
  giveRole(member: Member, role: Role): void {
    const record = this.record.members.get(member.id);
    if (!record) throw new Error(`${member.name} is not in ${this.name}`);
    giveRole(this.#world, this.record, record, role.record);
  }

  /** Lets a member of another guild in here too. */
  admit(member: Member, { permissions = 0n, roles = [] }: Membership = {}): void {
    const user = this.#world.users.get(member.id);
    if (user) join(this.#world, this.record, user, { permissions, roles: roles.map((role) => role.record) });
  }

  /** Boosts the guild: from level 2 on, larger files may be uploaded. */
  boost(level: BoostLevel): void {
    boost(this.#world, this.record, level);
  }

  /** Lets the bot in. */
  inviteBot(): void {
    inviteBot(this.#world, this.record);
  }

  /** Shows the bot the door. */
  kickBot(): void {
    kickBot(this.#world, this.record);
  }

  /** Takes the guild away, with all that is in it. */
  delete(): void {
    closeGuild(this.#world, this.record);
  }

  #open(name: string, plan: ChannelPlan): Channel {
    return new Channel(this.#world, openChannel(this.#world, this.record, name, plan));
  }
}
