import type { Allowance } from '../../quota.ts';

/** Which allowance a route has, by its name; null for one that has no bucket of its own. */
export type AllowanceFor = (route: string) => Allowance | null;

const perInteraction: Allowance = { limit: 5, perMs: 2_000 };
const registration: Allowance = { limit: 5, perMs: 20_000 };
const reaction: Allowance = { limit: 1, perMs: 250 };

/**
 * Discord publishes no numbers: clients are to read the headers. These were seen by others.
 * - Messages and reactions: https://javacord.org/wiki/advanced-topics/ratelimits.html and
 *   https://github.com/discord/discord-api-docs/issues/2761 (edits) and 8330 (deletion, here for fresh messages).
 * - Edits and follow-ups of an interaction, for each token: https://github.com/discord/discord-api-docs/issues/2701.
 * - Registration, seen for POST and taken for the rest: https://github.com/MatteZ02/discord-interactions/issues/21.
 * - Typing: common lore.
 */
const SEEN: Readonly<Record<string, Allowance>> = {
  'POST /channels/:id/messages': { limit: 5, perMs: 5_000 },
  'PATCH /channels/:id/messages/:id': { limit: 5, perMs: 5_000 },
  'DELETE /channels/:id/messages/:id': { limit: 5, perMs: 1_000 },
  'POST /channels/:id/typing': { limit: 5, perMs: 5_000 },
  'PUT /channels/:id/messages/:id/reactions/:emoji/@me': reaction,
  'DELETE /channels/:id/messages/:id/reactions/:emoji/@me': reaction,
  'POST /webhooks/:id/:token': perInteraction,
  'GET /webhooks/:id/:token/messages/:id': perInteraction,
  'PATCH /webhooks/:id/:token/messages/:id': perInteraction,
  'DELETE /webhooks/:id/:token/messages/:id': perInteraction,
  'POST /applications/:id/commands': registration,
  'PUT /applications/:id/commands': registration,
  'PATCH /applications/:id/commands/:id': registration,
  'DELETE /applications/:id/commands/:id': registration,
  'POST /applications/:id/guilds/:id/commands': registration,
  'PUT /applications/:id/guilds/:id/commands': registration,
  'PATCH /applications/:id/guilds/:id/commands/:id': registration,
  'DELETE /applications/:id/guilds/:id/commands/:id': registration,
};

/** The allowances with which a bot has to reckon on Discord. */
export const likeDiscord: AllowanceFor = (route) => SEEN[route] ?? null;
