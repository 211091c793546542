import type { PersonPlan } from '../../sandbox/spotify/index.ts';
import { accountsOver } from '../../src/spotify/account.ts';
import { accountsAt, type Tokens } from '../../src/spotify/accounts.ts';
import { PATIENCE, type Patience } from '../../src/spotify/patience.ts';
import { appAt, startSpotify } from '../spotify.ts';

/** Nobody listens there: only what a browser is sent to counts. */
export const REDIRECT = 'http://127.0.0.1:8787/spotify/callback';

export const EVERYTHING = [
  'playlist-modify-private',
  'playlist-modify-public',
  'playlist-read-private',
  'ugc-image-upload',
  'user-read-playback-state',
  'user-modify-playback-state',
  'user-top-read',
];

/** Presses a button of the consent page as a browser does, and gives where that leads. */
export async function answerConsent(url: string, answer: 'agree' | 'cancel' = 'agree'): Promise<URL> {
  const form = { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' } as const;
  return new URL((await fetch(url, form)).headers.get('location') ?? '');
}

/** A Spotify with one person, who may be asked for their consent. */
export async function personScene(person: Partial<PersonPlan> = {}, patience: Partial<Patience> = {}) {
  const standIn = await startSpotify();
  standIn.allowRedirect(REDIRECT);
  const ada = standIn.people.add({ name: 'Ada', ...person });
  const waits = { ...PATIENCE, firstWait: 1, ...patience };
  const accounts = accountsAt(appAt(standIn), waits);
  const consent = async (scopes = EVERYTHING) => {
    const { url, verifier } = accounts.authorise({ state: 'a state', scopes, redirectUri: REDIRECT });
    const code = (await answerConsent(url)).searchParams.get('code') ?? '';
    return { code, verifier, redirectUri: REDIRECT };
  };
  const link = async (scopes = EVERYTHING): Promise<Tokens> => accounts.exchange(await consent(scopes));
  const open = accountsOver(appAt(standIn), waits);
  const sent = (request: string): number => standIn.requests.filter((it) => it === request).length;
  return { standIn, ada, accounts, consent, link, open, sent };
}

/** A Spotify with one person whose account is open to us. */
export async function accountScene({
  scopes = EVERYTHING,
  patience = {},
  ...person
}: { readonly scopes?: string[]; readonly patience?: Partial<Patience> } & Partial<PersonPlan> = {}) {
  const scene = await personScene(person, patience);
  let tokens = await scene.link(scopes);
  const account = scene.open(async (refused) => {
    if (refused === tokens.access) tokens = await scene.accounts.refresh(tokens);
    return tokens.access;
  });
  return { ...scene, account };
}
