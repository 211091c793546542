import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { type ChatPage, type Discord, type Member, PERMISSION } from '../../../sandbox/discord/index.ts';
import type { Words } from '../../cards/words.ts';
import { tourOf } from './tour.ts';

/** Who talks to the bot by itself, and the photo that is at hand. */
export interface Scene {
  readonly ada: Member;
  /** The path of a photo. */
  readonly sample: string;
}

/** Opens the chat as a page, with people to be and places to go. */
export async function openChat(discord: Discord, { ada, sample }: Scene, t: Words): Promise<ChatPage> {
  const { guild } = discord;
  guild.addTextChannel('selfies');
  guild.addForum('show-and-tell');
  const ben = discord.addMember('Ben');
  const mia = discord.addMember('Mia', { locale: 'de' });
  const mo = discord.addMember('Mo', { permissions: PERMISSION.manageGuild });
  // Where the bot is not, its commands go along with those who added it to their account.
  const elsewhere = discord.addGuild('Elsewhere', { withBot: false });
  elsewhere.addTextChannel('lounge');
  for (const member of [ada, ben]) {
    elsewhere.admit(member);
    member.installs();
  }
  const file = { name: basename(sample), bytes: await readFile(sample) };
  return discord.serveChat({
    people: [
      { member: ben, about: 'new here' },
      { member: ada, about: 'was here before you' },
      { member: mia, about: 'reads German' },
      { member: mo, about: 'manages the server' },
    ],
    guilds: [guild, elsewhere],
    samples: [{ file, about: 'a sample photo, if you have none' }],
    tour: tourOf(t),
  });
}
