import { LIMITS, type Message } from '../../sandbox/discord/index.ts';
import type { Person as Holder, Spotify } from '../../sandbox/spotify/index.ts';
import english from '../../data/languages/en.json' with { type: 'json' };
import { type Purpose, PURPOSES, SCOPES } from '../../src/flows/spotify-account.ts';
import { type Deed, type Doing, nth } from './deed.ts';
import type { Game } from './game.ts';
import { must } from './wrong.ts';

/** The Spotify that the bot works with, and the way there. */
export interface SpotifySubject {
  readonly standIn: Spotify;
  /** Goes the way that a link button leads, and says on the consent page what somebody says; whether they are linked then. */
  goes(url: string, answer: (consentPage: string) => Promise<URLSearchParams>): Promise<boolean>;
}

/** Somebody follows a link to Spotify's consent page, and agrees there or does not. */
export function goToSpotify(game: Game, act: Doing<'goes'>): Deed | undefined {
  const by = game.person(act.who);
  const ways = game.messages(by.member).flatMap((message) => {
    const url = wayIn(message);
    return url === undefined || isOld(game, message) ? [] : [{ message, url }];
  });
  const way = nth(ways, act.which);
  if (!way) return undefined;
  return {
    by,
    words: `${by.name} goes to Spotify by ${way.message.id.slice(-6)} and ${act.agrees ? 'agrees' : 'does not agree'}`,
    lag: act.lag,
    links: true,
    right: [],
    start: async () => {
      const { spotify } = game.subject;
      let asked = '';
      const linked = await spotify.goes(way.url, (page) => {
        asked = new URL(page).searchParams.get('scope') ?? '';
        return answered(spotify.standIn, by.holder, page, act.agrees);
      });
      must(act.agrees || !linked, () => `${by.name} was linked without agreeing`);
      must(!linked || !game.gone.has(way.url), () => `${by.name} was linked twice by one way`);
      game.gone.add(way.url);
      if (linked) by.linkedFor = purposesIn(asked);
      return undefined;
    },
  };
}

/** No list was saved as two playlists: each has a mark of its own. */
export function judgeHolders(game: Game): void {
  for (const { name, holder } of game.people) {
    const marks = holder.playlists.map(({ description }) => / · (moodring-\w+)$/.exec(description)?.[1]);
    must(!marks.includes(undefined), () => `a playlist of ${name} cannot be found again`);
    must(new Set(marks).size === marks.length, () => `a list of ${name} was saved as two playlists`);
  }
  const { forbidden, violations } = game.subject.spotify.standIn;
  must(forbidden.length === 0, () => `Spotify forbade ${forbidden[0]}`);
  must(violations.length === 0, () => `not as Spotify documents it: ${JSON.stringify(violations[0])}`);
}

function wayIn({ json }: Message): string | undefined {
  const buttons = json.components.flatMap((row) => row.components ?? []);
  return buttons.find(({ label }) => label === english.button.consent)?.url ?? undefined;
}

/** Discord takes no more answers for it, so that it would not change any more. */
function isOld({ subject }: Game, { json }: Message): boolean {
  return subject.clock.now() - Date.parse(json.timestamp) > LIMITS.tokenMs / 2;
}

/** One person sits before the browser at a time. */
let turn: Promise<unknown> = Promise.resolve();

function answered(standIn: Spotify, holder: Holder, page: string, agrees: boolean): Promise<URLSearchParams> {
  const mine = turn.then(async () => {
    standIn.people.signIn(holder);
    const body = new URLSearchParams({ answer: agrees ? 'agree' : 'cancel' });
    const response = await fetch(page, { method: 'POST', body, redirect: 'manual' });
    return new URL(response.headers.get('location') ?? '').searchParams;
  });
  turn = mine.catch(() => undefined);
  return mine;
}

/** What somebody's account may be used for once they allowed scopes. */
function purposesIn(scope: string): ReadonlySet<Purpose> {
  const scopes = scope.split(' ');
  return new Set(PURPOSES.filter((purpose) => SCOPES[purpose].every((one) => scopes.includes(one))));
}
