import { startDiscord as start } from '../sandbox/discord/index.ts';
import type { Discord, DiscordOptions } from '../sandbox/discord/index.ts';
import { sharedData } from './shared-data.ts';

/** Discord's OpenAPI document, or nothing without the shared data. */
export const OPEN_API = sharedData('specs', 'discord-openapi.json');

/**
 * Starts a Discord that holds all that passes against Discord's OpenAPI, where that is there. Whoever starts one stops
 * it: that is when a violation fails the test.
 */
export const startDiscord = (options: DiscordOptions = {}): Promise<Discord> =>
  start(OPEN_API === undefined ? options : { openApi: OPEN_API, ...options });
