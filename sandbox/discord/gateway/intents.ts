/**
 * Discord's bits for what a bot wants to hear of.
 * Source: https://discord.com/developers/docs/events/gateway#list-of-intents.
 */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildModeration: 1 << 2,
  guildExpressions: 1 << 3,
  guildIntegrations: 1 << 4,
  guildWebhooks: 1 << 5,
  guildInvites: 1 << 6,
  guildVoiceStates: 1 << 7,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
  guildScheduledEvents: 1 << 16,
  autoModerationConfiguration: 1 << 20,
  autoModerationExecution: 1 << 21,
  guildMessagePolls: 1 << 24,
  directMessagePolls: 1 << 25,
} as const;

/** Intents that an application has to be allowed first. */
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

const PRIVILEGED: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: INTENT.guildMembers,
  GuildPresences: INTENT.guildPresences,
  MessageContent: INTENT.messageContent,
};

const sum = (bits: readonly number[]): number => bits.reduce((all, bit) => all | bit, 0);

const KNOWN = sum(Object.values(INTENT));
const ALL_PRIVILEGED = sum(Object.values(PRIVILEGED));

/** Whether `intents` are made of bits that Discord knows. */
export const areIntents = (intents: number): boolean =>
  intents >= 0 && intents <= KNOWN && (intents & ~KNOWN) === 0;

/** Whether `intents` ask for a privileged one that is not among `allowed`. */
export function asksTooMuch(intents: number, allowed: readonly PrivilegedIntent[]): boolean {
  const granted = sum(allowed.map((name) => PRIVILEGED[name]));
  return (intents & ALL_PRIVILEGED & ~granted) !== 0;
}

/** Whether a session with `intents` hears of the event. */
export function hears(intents: number, event: string, inGuild: boolean): boolean {
  const wanted = wantedFor(event)?.[inGuild ? 'guild' : 'direct'] ?? 0;
  return wanted === 0 || (intents & wanted) !== 0;
}

interface Wanted {
  readonly guild: number;
  readonly direct?: number;
}

/** The intents of events by how their names begin; the first that fits counts, and what fits none comes to all. */
const WANTED: readonly (readonly [RegExp, Wanted])[] = [
  [/^MESSAGE_REACTION_/, { guild: INTENT.guildMessageReactions, direct: INTENT.directMessageReactions }],
  [/^MESSAGE_POLL_/, { guild: INTENT.guildMessagePolls, direct: INTENT.directMessagePolls }],
  [/^MESSAGE_/, { guild: INTENT.guildMessages, direct: INTENT.directMessages }],
  [/^TYPING_/, { guild: INTENT.guildMessageTyping, direct: INTENT.directMessageTyping }],
  [/^CHANNEL_PINS_/, { guild: INTENT.guilds, direct: INTENT.directMessages }],
  [/^THREAD_MEMBERS_/, { guild: INTENT.guilds | INTENT.guildMembers }],
  [/^GUILD_MEMBERS_CHUNK$/, { guild: 0 }],
  [/^GUILD_MEMBER_/, { guild: INTENT.guildMembers }],
  [/^GUILD_(AUDIT|BAN)_/, { guild: INTENT.guildModeration }],
  [/^GUILD_(EMOJIS|STICKERS|SOUNDBOARD)_/, { guild: INTENT.guildExpressions }],
  [/^GUILD_INTEGRATIONS_|^INTEGRATION_/, { guild: INTENT.guildIntegrations }],
  [/^GUILD_SCHEDULED_/, { guild: INTENT.guildScheduledEvents }],
  [/^WEBHOOKS_/, { guild: INTENT.guildWebhooks }],
  [/^INVITE_/, { guild: INTENT.guildInvites }],
  [/^VOICE_(STATE|CHANNEL)_/, { guild: INTENT.guildVoiceStates }],
  [/^PRESENCE_/, { guild: INTENT.guildPresences }],
  [/^AUTO_MODERATION_RULE_/, { guild: INTENT.autoModerationConfiguration }],
  [/^AUTO_MODERATION_/, { guild: INTENT.autoModerationExecution }],
  [/^(GUILD|CHANNEL|THREAD|STAGE_INSTANCE)_/, { guild: INTENT.guilds }],
];

const wantedFor = (event: string): Wanted | undefined => WANTED.find(([name]) => name.test(event))?.[1];
