import { readFile } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { startSpotify as start } from '../sandbox/spotify/index.ts';
import type { Spotify as StandIn } from '../sandbox/spotify/index.ts';
import { PATIENCE, type Patience } from '../src/spotify/patience.ts';
import { Spotify } from '../src/spotify/spotify.ts';
import { sharedData } from './shared-data.ts';

const OPEN_API = sharedData('specs', 'spotify-openapi.yml');

/** Spotify's OpenAPI document, parsed, or undefined without the shared data. */
export const spotifyOpenApi: unknown = OPEN_API && parse(await readFile(OPEN_API, 'utf8'));

/**
 * A stand-in for Spotify for this test, held against Spotify's OpenAPI where that is there: a violation fails the test
 * when it ends.
 */
export async function startSpotify(): Promise<StandIn> {
  const standIn = await start({ openApi: spotifyOpenApi });
  onTestFinished(() => standIn.stop());
  return standIn;
}

/** Our client for a stand-in; waits are short unless something else is said. */
export function clientOf(standIn: StandIn, patience: Partial<Patience> = {}): Spotify {
  return new Spotify(appAt(standIn), { ...PATIENCE, firstWait: 1, ...patience });
}

/** The app that a stand-in knows. */
export function appAt({ clientId, clientSecret, apiUrl, accountsUrl }: StandIn) {
  return { clientId, clientSecret, apiUrl, accountsUrl, market: 'US' };
}
