import type { BaseInteraction } from 'discord.js';

import { type GuildSettings, isQuiet, mayUse } from '../domain/guild.ts';
import { MoodringError } from '../errors.ts';
import type { MusicWish } from '../flows/answer-mood.ts';
import type { Context } from './command.ts';

/** What holds where somebody asks for music. */
export interface HouseRules {
  readonly settings: GuildSettings;
  /** Whether the server wants to be left in peace now: answers are for the person alone then. */
  readonly quiet: boolean;
}

/**
 * What the managers of a server have set, held against who uses the bot there.
 * @throws MoodringError `role-needed`
 */
export async function houseRules(
  { parts }: Context,
  { guildId, member }: Pick<BaseInteraction, 'guildId' | 'member'>,
): Promise<HouseRules> {
  const settings = await parts.guilds.get(guildId);
  if (guildId !== null && !mayUse(settings, rolesOf(member))) throw new MoodringError('role-needed');
  return { settings, quiet: isQuiet(settings, new Date()) };
}

/** What somebody asked of the music, and what the server has set where they said nothing. */
export function inHouse({ settings }: HouseRules, wish: MusicWish): MusicWish {
  return {
    ...wish,
    intent: wish.intent ?? settings.intent,
    filters: { ...wish.filters, explicit: settings.explicit },
  };
}

/** The roles of a member, who comes as over the wire in a server that the bot is not in. */
export function rolesOf(member: BaseInteraction['member']): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
