import type { Channel, Discord, Member, Message } from '../../sandbox/discord/index.ts';
import { PERMISSION } from '../../sandbox/discord/world/permissions.ts';
import { PATIENT } from '../commands/moodring.ts';

const CONFIRM = 'Neither a workplace nor a school';

/** Somebody who manages the server, and their panel. */
export async function managerOf(
  discord: Discord,
  name = 'Mo',
): Promise<{ readonly manager: Member; readonly panel: Message }> {
  const manager = discord.addMember(name, { permissions: PERMISSION.manageGuild });
  return { manager, panel: await (await manager.uses('/setup')).reply(PATIENT) };
}

/** A server in which selfies in some channels are answered, and who has set that. */
export async function watching(
  discord: Discord,
  ...channels: readonly Channel[]
): Promise<{ readonly manager: Member; readonly panel: Message }> {
  const { manager, panel } = await managerOf(discord);
  await (await manager.selects(panel, 'Channels for selfies', channels)).reply(PATIENT);
  if (panel.text.includes(CONFIRM)) await (await manager.clicks(panel, CONFIRM)).reply(PATIENT);
  return { manager, panel };
}

/** Whether a message is a reply to that one. */
export function isReplyTo(post: Message): (message: Message) => boolean {
  return ({ json: { message_reference: to } }) =>
    to !== undefined && 'message_id' in to && to.message_id === post.id;
}
