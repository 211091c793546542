import { LIMITS } from '../../../sandbox/discord/index.ts';
import type { Member, Message, Where } from '../../../sandbox/discord/index.ts';
import { PIXEL } from '../bot.ts';
import type { Breaks } from './break.ts';

const photo = (ada: Member, where?: Where): Promise<Message> =>
  ada.posts({ files: [{ name: 'me.png', bytes: PIXEL }] }, where);
const linkTo = (message: Message): URL => new URL(message.json.attachments[0]?.url ?? '');
const statusOf = async (link: URL): Promise<number> => (await fetch(link)).status;

export const cdn = {
  'link-signed': async ({ ada }) => {
    const link = linkTo(await photo(ada));
    link.search = '';
    return statusOf(link);
  },
  'link-unforged': async ({ ada }) => {
    const link = linkTo(await photo(ada));
    link.searchParams.set('ex', 'ffffffff');
    return statusOf(link);
  },
  'link-in-time': async ({ ada, clock }) => {
    const link = linkTo(await photo(ada));
    clock.advance(LIMITS.linkMs);
    return statusOf(link);
  },
  'file-of-message': async ({ ada }) => {
    const message = await photo(ada);
    const link = linkTo(message);
    await ada.deletes(message);
    return statusOf(link);
  },
  'file-of-channel': async ({ ada, discord }) => {
    const gone = discord.guild.addTextChannel('gone');
    const link = linkTo(await photo(ada, { in: gone }));
    gone.delete();
    return statusOf(link);
  },
} satisfies Breaks;
