import { LIMITS, type Message, type Use } from '../../sandbox/discord/index.ts';
import english from '../../data/languages/en.json' with { type: 'json' };
import { type Deed, type Doing, nth } from './deed.ts';
import type { Game, Known } from './game.ts';
import { must } from './wrong.ts';

/** The pages for webcams. */
export interface WebcamSubject {
  /** Opens a link in a browser that nobody knows, and sends a mood twice at once; how often that was taken. */
  sends(url: string): Promise<number>;
}

/** A way to the webcam page that somebody asked for: it waits for consent, or for a press of its button. */
export interface Live {
  state: Known<'waiting' | 'gone'>;
}

/** Somebody opens the webcam page by a link, and sends a mood. What comes of it answers what the link answered. */
export function sendMood(game: Game, act: Doing<'sends'>): Deed | undefined {
  const by = game.person(act.who);
  const links = game.messages(by.member).flatMap((message) => {
    const url = linkIn(message);
    return url === undefined || isOld(game, message) ? [] : [{ message, url }];
  });
  const link = nth(links, act.which);
  const asked = game.uses.filter(({ use }) => use.messages.some(({ id }) => id === link?.message.id));
  if (!link || asked.length === 0) return undefined;
  const words = `${by.name} sends a mood by the webcam page of ${link.message.id.slice(-6)}`;
  return {
    by,
    words,
    lag: act.lag,
    changes: true,
    right: ['list', 'webcam.linkTitle'],
    start: async () => {
      const before = asked.map(({ use }) => answersTo(use));
      const taken = await game.subject.webcam.sends(link.url);
      must(taken <= 1, () => `${words}: answered twice`);
      must(taken === 0 || !game.gone.has(link.url), () => `${words}: answered again`);
      if (taken > 0) game.gone.add(link.url);
      const answered = asked.find(({ use }, at) => answersTo(use) > (before[at] ?? 0))?.use;
      if (answered) game.sent.add(answered.interaction.token);
      // A list that Discord does not take any more is kept all the same.
      else by.unseen += taken;
      return answered;
    },
  };
}

const answersTo = ({ interaction }: Use): number => interaction.followUps.length;

function linkIn({ json }: Message): string | undefined {
  const buttons = json.components.flatMap((row) => row.components ?? []);
  return buttons.find(({ label }) => label === english.button.webcamOpen)?.url ?? undefined;
}

/** Discord takes no more answers for it. */
function isOld({ subject }: Game, { json }: Message): boolean {
  return subject.clock.now() - Date.parse(json.timestamp) > LIMITS.tokenMs / 2;
}
