import { type Client, Events, type Message, type PartialMessage } from 'discord.js';

import type { Context } from '../commands/command.ts';
import { within } from '../commands/within.ts';
import type { Log } from '../log.ts';
import { createPostAnswers } from './answer-posts.ts';
import type { Cooldowns } from './cooldowns.ts';
import { createPassing } from './passing.ts';
import { photosIn, postOf } from './post.ts';

/** How long a stop waits for answers under way, in milliseconds; process managers kill after ten seconds. */
const DRAIN_WITHIN = 9_000;

export interface ListeningOptions {
  readonly cooldowns?: Cooldowns;
  /** How long what is said in passing stays, in milliseconds. */
  readonly stays?: number;
}

/**
 * Listens to what happens without a command: posts, their edits and ends, and servers that the bot leaves.
 * @returns stops it, once what is under way is answered
 */
export function listen(
  client: Client<true>,
  context: Context,
  log: Log,
  { cooldowns, stays }: ListeningOptions = {},
): () => Promise<void> {
  const { guilds } = context.parts;
  const passing = createPassing(client, context.parts, log, stays);
  const answers = createPostAnswers({ client, context, passing, log, ...(cooldowns ? { cooldowns } : {}) });
  const noting = (work: Promise<unknown>, what: string): void => {
    work.catch((error: unknown) => log.error({ err: error }, what));
  };

  client.on(Events.MessageCreate, (message) => {
    const post = postOf(message);
    if (post) void answers.answer(post);
  });
  const gone = ({ guildId, id }: Message | PartialMessage) => void answers.postGone(guildId, id);
  client.on(Events.MessageUpdate, (before, message) => {
    // What was there before is not known of old messages: they are let be.
    if (before.partial) return;
    const [had, has] = [before, message].map(({ attachments }) => photosIn(attachments.values()).length > 0);
    if (had && !has) gone(message);
    const added = message.attachments.filter((_, id) => !before.attachments.has(id));
    const post = postOf(message, added.values());
    if (post) void answers.answer(post);
  });
  client.on(Events.MessageDelete, gone);
  client.on(Events.MessageBulkDelete, (messages) => messages.forEach(gone));
  // Discord says so only where the bot is really out; a server that cannot be reached is another event. What is under way
  // there is waited for, so that it leaves nothing behind.
  client.on(Events.GuildDelete, ({ id }) =>
    noting(
      answers.idle().then(() => guilds.forget(id)),
      'a server is not erased yet',
    ),
  );

  noting(passing.clearOld(), 'what was said in passing is still there');
  noting(forgetLeft(client, context), 'servers are not erased yet');

  return async () => {
    await within(DRAIN_WITHIN, answers.drain());
    passing.stop();
  };
}

/** Erases what is kept of servers that the bot left while it was not running. */
async function forgetLeft(client: Client<true>, { parts }: Context): Promise<void> {
  // One of several shards knows only its own servers.
  if ((client.options.shardCount ?? 1) > 1) return;
  for (const id of await parts.guilds.ids()) if (!client.guilds.cache.has(id)) await parts.guilds.forget(id);
}
