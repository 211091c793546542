import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

import { errorText } from '../cards/error-card.ts';
import { askCard, plainCard } from '../cards/selfie-card.ts';
import { type Words, wordsFor } from '../cards/words.ts';
import type { Context } from '../commands/command.ts';
import { rolesOf } from '../commands/house-rules.ts';
import { type GuildSettings, isQuiet, mayUse, watchedIn } from '../domain/guild.ts';
import { mayRead } from '../domain/listener.ts';
import { asMoodringError, type ErrorCode, MoodringError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Cooldowns, createCooldowns } from './cooldowns.ts';
import { deleteMessage, type Passing } from './passing.ts';
import { canSpeak, lackingAt } from './permissions.ts';
import type { Post } from './post.ts';
import { readPost, wishOf } from './read-post.ts';
import { reply } from './reply.ts';

/** Answers what people post. */
export interface PostAnswers {
  /** Answers a post, or keeps silent; never throws. */
  answer(post: Post): Promise<void>;
  /** Takes the reply to a post away, or sees to it that none comes; never throws. */
  postGone(guild: string | null, post: string): Promise<void>;
  /** Resolves once the posts that are under way now are answered. */
  idle(): Promise<void>;
  /** Takes no more posts, and resolves once those under way are answered. */
  drain(): Promise<void>;
}

export interface PostAnswersOptions {
  readonly client: Client;
  readonly context: Context;
  readonly passing: Passing;
  readonly log: Log;
  readonly cooldowns?: Cooldowns;
}

/** What the operator should look into; all else that keeps a post from being answered is no more than a note. */
const OUR_FAULT: ReadonlySet<ErrorCode> = new Set(['unexpected', 'reading-failed']);

/**
 * Answers selfies in the channels that managers picked, and photos that come with a mention of the bot or in direct
 * messages. Where nobody asked, whatever is no selfie, not allowed or too much is met with silence.
 */
export function createPostAnswers({
  client,
  context,
  passing,
  log,
  cooldowns = createCooldowns(),
}: PostAnswersOptions): PostAnswers {
  const { parts, waiting } = context;
  const running = new Set<Promise<void>>();
  const underWay = new Set<string>();
  let draining = false;

  const answerPost = async (post: Post): Promise<void> => {
    const settings = await parts.guilds.get(post.guild);
    if (!post.asked && !watchedIn(settings).includes(post.place)) return;
    if (underWay.has(post.message.id) || (await parts.meetings.hasReply(post.guild, post.message.id))) return;
    const t = wordsFor(settings.language ?? post.message.guild?.preferredLocale ?? 'en');
    underWay.add(post.message.id);
    try {
      requireWelcome(settings, post);
      const consent = await parts.listeners.consent(post.author);
      if (mayRead(consent)) await answerAgreed(post, settings, t);
      else if (post.asked || consent?.answer !== 'no') await ask(post, settings, t);
    } catch (cause) {
      const error = asMoodringError(cause);
      log[OUR_FAULT.has(error.code) && !isGone(cause) ? 'error' : 'info'](
        { name: 'post', code: error.code, err: error },
        'a post was not answered',
      );
      if (post.asked && !isGone(cause) && canSpeak(lackingAt(post.message)))
        await passing.say(post.message, plainCard(errorText(error, t)));
    } finally {
      underWay.delete(post.message.id);
    }
  };

  /** A place for what nobody asked for, as `Cooldowns.take`; whoever asked needs none. */
  const takePlace = ({ asked, author, message }: Post) =>
    asked ? () => undefined : cooldowns.take(author, message.channelId);

  /** Asks who has not agreed whether they want to be read; unasked, once. Nothing is fetched. */
  const ask = async (post: Post, settings: GuildSettings, t: Words): Promise<void> => {
    const { author, guild, asked, message, photos } = post;
    if (!canSpeak(lackingAt(message))) return;
    const giveBack = takePlace(post);
    if (!giveBack) return;
    const first = await parts.listeners.inTurn(author, () => parts.meetings.askedFirst(guild, author));
    if (!first && !asked) {
      giveBack();
      return;
    }
    const request = waiting.put(wishOf(post, photos[0] ?? '', settings));
    await passing.say(message, askCard(author, request, asked, t)).catch(async (error: unknown) => {
      giveBack();
      if (first) await parts.meetings.notAsked(guild, author);
      throw error;
    });
  };

  const answerAgreed = async (post: Post, settings: GuildSettings, t: Words): Promise<void> => {
    if (await sayLacking(post, t)) return;
    const { message } = post;
    const giveBack = takePlace(post);
    if (!giveBack) return;
    try {
      const started = performance.now();
      const isThere = () => !parts.meetings.isGone(message.id);
      const card = await readPost(context, post, settings, t, isThere);
      if (!card || !isThere()) {
        giveBack();
        return;
      }
      const { id } = await reply(message, card, 'card');
      await keepReply(post, id);
      log.info({ name: 'post', ms: Math.round(performance.now() - started) }, 'answered');
    } catch (error) {
      giveBack();
      throw error;
    }
  };

  /** Says once in a channel what is not permitted there. @returns whether anything is not */
  const sayLacking = async ({ message, guild, place }: Post, t: Words): Promise<boolean> => {
    const lacking = lackingAt(message);
    if (guild === null || lacking.length === 0) return false;
    log.info({ name: 'post', lacking }, 'a permission is missing');
    if (canSpeak(lacking) && (await parts.meetings.lacksFirst(guild, place))) {
      const permissions = lacking.map((name) => t(`setup.permission.${name}`));
      await reply(message, plainCard(t('selfie.lacks', { permissions })), 'lack');
    }
    return true;
  };

  /** Remembers which reply goes with a post; one that cannot be, and one to a post that is gone, is not left behind. */
  const keepReply = async ({ author, guild, message }: Post, id: string): Promise<void> => {
    const said = { owner: author, channel: message.channelId, message: id };
    let kept = false;
    try {
      kept = await parts.listeners.whileAgreed(author, () =>
        parts.meetings.keepReply(guild, message.id, said),
      );
    } finally {
      if (!kept) await deleteMessage(client, said);
    }
  };

  const takeBack = async (guild: string | null, post: string): Promise<void> => {
    const said = await parts.meetings.takeReply(guild, post);
    if (said) await deleteMessage(client, said);
  };

  const noted = async (work: Promise<void>): Promise<void> => {
    const done = work.catch((error: unknown) =>
      log.warn({ name: 'post', err: error }, 'Discord cannot be reached, or does not permit it'),
    );
    running.add(done);
    await done;
    running.delete(done);
  };

  const idle = async (): Promise<void> => {
    await Promise.all(running);
  };

  return {
    answer: async (post) => {
      if (!draining) await noted(answerPost(post));
    },
    postGone: (guild, post) => noted(takeBack(guild, post)),
    idle,
    drain: () => {
      draining = true;
      return idle();
    },
  };
}

/** @throws MoodringError `role-needed`, `quiet-hours` */
function requireWelcome(settings: GuildSettings, { message, guild }: Post): void {
  if (guild !== null && !mayUse(settings, rolesOf(message.member))) throw new MoodringError('role-needed');
  if (isQuiet(settings, new Date())) throw new MoodringError('quiet-hours');
}

/** Whether a reply was refused because its post, or the place where it was, is gone. */
function isGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  const { code, rawError } = error;
  return (
    code === RESTJSONErrorCodes.UnknownMessage ||
    code === RESTJSONErrorCodes.UnknownChannel ||
    // Discord calls a reply to nothing an invalid form.
    (code === RESTJSONErrorCodes.InvalidFormBodyOrContentType &&
      JSON.stringify(rawError).includes('message_reference'))
  );
}
