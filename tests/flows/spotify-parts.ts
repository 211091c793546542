import type { Spotify as StandIn } from '../../sandbox/spotify/index.ts';
import { beginLinking, CALLBACK_PATH, finishLinking } from '../../src/flows/link-spotify.ts';
import type { Parts, SpotifyParts } from '../../src/flows/parts.ts';
import type { Purpose } from '../../src/flows/spotify-account.ts';
import { spotifyPartsOn } from '../../src/flows/spotify-parts.ts';
import type { Store } from '../../src/memory/store.ts';
import { PATIENCE, type Patience } from '../../src/spotify/patience.ts';
import { appAt } from '../spotify.ts';
import { PUBLIC_URL, TOKEN_KEYS } from './spotify-settings.ts';

export { PUBLIC_URL };

/** The parts for accounts at a stand-in, for `partsWith`; waits are short unless something else is said. */
export function spotifyAt(standIn: StandIn, patience: Partial<Patience> = {}) {
  standIn.allowRedirect(`${PUBLIC_URL}${CALLBACK_PATH}`);
  return (store: Store): SpotifyParts | undefined =>
    spotifyPartsOn(
      store,
      { spotify: appAt(standIn), web: { publicUrl: PUBLIC_URL }, tokenKeys: TOKEN_KEYS },
      { ...PATIENCE, firstWait: 1, ...patience },
    );
}

/** What linking takes of the parts. */
export type LinkingParts = Pick<Parts, 'listeners'> & { readonly spotify: SpotifyParts };

/** The parts, known to take Spotify. */
export function withSpotify<P extends Pick<Parts, 'spotify'>>(
  parts: P,
): P & { readonly spotify: SpotifyParts } {
  const { spotify } = parts;
  if (!spotify) throw new Error('no parts for Spotify');
  return { ...parts, spotify };
}

/** Presses a button of the consent page, and gives what it sends back. */
export async function answers(consentPage: string, answer: 'agree' | 'cancel'): Promise<URLSearchParams> {
  const response = await fetch(consentPage, {
    method: 'POST',
    body: new URLSearchParams({ answer }),
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '').searchParams;
}

/** Sets out for the consent page. */
export async function setsOut({ spotify }: LinkingParts, owner: string, purpose: Purpose = 'save') {
  const { state } = await beginLinking(spotify, { owner, name: `name of ${owner}`, purpose });
  const linking = await spotify.linkings.find(state);
  if (!linking) throw new Error('the way was not kept');
  return { state, url: linking.url };
}

/** The whole way to the consent page and back, by whoever sits before the browser. */
export async function links(parts: LinkingParts, owner: string, purpose: Purpose = 'save'): Promise<void> {
  const { state, url } = await setsOut(parts, owner, purpose);
  const code = (await answers(url, 'agree')).get('code') ?? undefined;
  await finishLinking(parts, { state, code, sameBrowser: true });
}
