/** Discord's bits for what a bot wants to hear of. */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildVoiceStates: 1 << 7,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Intents that an application has to be allowed first. */
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

const PRIVILEGED: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: INTENT.guildMembers,
  GuildPresences: INTENT.guildPresences,
  MessageContent: INTENT.messageContent,
};

const ALL_PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;

/** Whether `intents` ask for a privileged one that is not among `allowed`. */
export function asksTooMuch(intents: number, allowed: readonly PrivilegedIntent[]): boolean {
  const granted = allowed.reduce((bits, name) => bits | PRIVILEGED[name], 0);
  return (intents & ALL_PRIVILEGED & ~granted) !== 0;
}

/** Whether a session with `intents` hears of the event. */
export function hears(intents: number, event: string, inGuild: boolean): boolean {
  const wanted = intentOf(event, inGuild);
  return wanted === 0 || (intents & wanted) !== 0;
}

function intentOf(event: string, inGuild: boolean): number {
  if (event.startsWith('MESSAGE_')) return inGuild ? INTENT.guildMessages : INTENT.directMessages;
  if (event.startsWith('GUILD_MEMBER_')) return INTENT.guildMembers;
  if (event.startsWith('VOICE_STATE_')) return INTENT.guildVoiceStates;
  if (event.startsWith('GUILD_') || event.startsWith('CHANNEL_')) return INTENT.guilds;
  return 0;
}
