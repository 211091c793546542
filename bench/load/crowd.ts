import type { Channel, Discord, LocalFile, Member } from '../../sandbox/discord/index.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** People are spread over this many guilds, for no guild gets more than its share of the turns. */
const GUILDS = 4;

/** Someone, and where they are. */
interface Person {
  readonly member: Member;
  readonly home: Channel;
}

/** Lets people into several guilds. */
export function gather(discord: Discord, size: number): readonly Person[] {
  const guilds = Array.from({ length: GUILDS }, (_, n) => {
    const guild = discord.addGuild(`Guild ${n}`);
    return { guild, home: guild.addTextChannel('selfies') };
  });
  return Array.from({ length: size }, (_, n) => {
    const member = discord.addMember(`Person ${n}`);
    const { guild, home } = guilds[n % GUILDS] ?? { guild: discord.guild, home: discord.channel };
    guild.admit(member);
    return { member, home };
  });
}

/** Everyone sends `/mood` with the photo at once. Resolves when all have their answer, or will not get one. */
export function askAtOnce(people: readonly Person[], image: LocalFile): Promise<readonly Outcome[]> {
  return Promise.all(
    people.map(async ({ member, home }) => outcomeOf(await member.uses('/mood', { image }, { in: home }))),
  );
}
