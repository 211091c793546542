import type { Message } from '../../sandbox/discord/index.ts';
import { type Deed, described, type Doing, nth } from './deed.ts';
import type { Game } from './game.ts';

/** Somebody takes back a message of their own, or sends an ephemeral one away. */
export function deleteOwn(game: Game, act: Doing<'deletes'>): Deed | undefined {
  const by = game.person(act.who);
  const own = (it: Message) => it.json.author.id === by.member.id || (it.isEphemeral && !it.isThinking);
  const message = nth(game.messages(by.member).filter(own), act.which);
  if (!message) return undefined;
  return {
    by,
    words: `${by.name} takes away ${described(message)}`,
    lag: act.lag,
    ...disruptive(() => by.member.deletes(message)),
  };
}

/** A moderator takes away what the bot says to all. */
export function moderate(game: Game, act: Doing<'moderates'>): Deed {
  return {
    words: 'a moderator takes a message of the bot away',
    lag: act.lag,
    ...disruptive(async () => {
      // Looked up only now: the most telling is one that has just begun to think.
      const shown = game.messages(game.subject.moderator).filter((it) => game.isBots(it));
      const message = nth(shown, act.which);
      if (!message) return;
      game.removed.add(message.id);
      await game.subject.moderator.deletes(message);
    }),
  };
}

/** A channel goes away with all that is in it. */
export function closeChannel(game: Game, { where, lag }: Doing<'closes'>): Deed {
  return { words: 'a channel is closed', lag, ...disruptive(() => game.close(where)) };
}

/** The bot's line to Discord is cut, or Discord asks it to connect anew. */
export function disturb({ subject }: Game, { how, lag }: Doing<'disturbs'>): Deed {
  return {
    words: `the line: ${how}`,
    lag,
    right: [],
    start: () => {
      subject.discord.gateway[how]();
      return Promise.resolve(undefined);
    },
  };
}

function disruptive(work: () => unknown): Pick<Deed, 'right' | 'disrupts' | 'start'> {
  return {
    right: [],
    disrupts: true,
    start: async () => {
      await work();
      return undefined;
    },
  };
}
