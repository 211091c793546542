import { Hono } from 'hono';
import { LIMITS } from '../rules/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import { messageJson } from '../wire/message.ts';
import { FLAG, payloadShape } from '../wire/payload.ts';
import type { Sent } from '../wire/payload.ts';
import type { Interaction } from '../world/interaction.ts';
import { editByBot, MESSAGE, postByBot, remove } from '../world/posting.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';
import type { Body } from './body.ts';
import { placeOf, rightsOf } from './interactions.ts';

const sentOf = ({ json, files }: Body): Sent => ({ payload: shaped(payloadShape, json), files });

/** Edits of an answer, and messages on top of it. */
export function webhookRoutes(world: World): Hono {
  const app = new Hono();

  const interactionOf = (appId: string, token: string): Interaction => {
    const interaction = world.interactions.get(token);
    if (appId !== world.bot.id) throw new Refusal('respond-before-follow-up');
    if (!interaction) throw new Refusal(world.tokens.isGenuine(token) ? 'token-in-time' : 'token-known');
    interaction.requireAcknowledged();
    return interaction;
  };

  app.post('/webhooks/:app/:token', async (c) => {
    const interaction = interactionOf(c.req.param('app'), c.req.param('token'));
    const sent = sentOf(await readBody(c));
    return c.json(messageJson(world, await followUp(world, interaction, sent)));
  });

  const one = '/webhooks/:app/:token/messages/:id';
  app.get(one, (c) => {
    const interaction = interactionOf(c.req.param('app'), c.req.param('token'));
    return c.json(messageJson(world, messageOf(interaction, c.req.param('id'))));
  });
  app.patch(one, async (c) => {
    const interaction = interactionOf(c.req.param('app'), c.req.param('token'));
    const message = messageOf(interaction, c.req.param('id'));
    await editByBot(world, message, sentOf(await readBody(c)), rightsOf(interaction));
    settle(interaction, message);
    world.changed();
    return c.json(messageJson(world, message));
  });
  app.delete(one, (c) => {
    const interaction = interactionOf(c.req.param('app'), c.req.param('token'));
    const message = messageOf(interaction, c.req.param('id'));
    settle(interaction, message);
    remove(world, message);
    return c.body(null, 204);
  });
  return app;
}

// The first follow-up to a "thinking…" message takes its place: Discord keeps it so for old bots.
async function followUp(world: World, interaction: Interaction, sent: Sent): Promise<MessageRecord> {
  const { answer } = interaction;
  if (answer?.kind === 'message' && (answer.message.flags & FLAG.loading) !== 0 && !answer.message.deleted) {
    await editByBot(world, answer.message, sent, rightsOf(interaction));
    settle(interaction, answer.message);
    world.changed();
    return answer.message;
  }
  if (!('0' in interaction.start.owners) && interaction.followUps.length >= LIMITS.userInstalledFollowUps)
    throw new Refusal('follow-up-count');
  const replyTo = answer?.kind === 'message' ? answer.message : (interaction.start.source ?? null);
  const place = { ...placeOf(interaction, sent.payload.flags ?? 0), type: MESSAGE.reply, replyTo };
  const message = await postByBot(world, place, sent, rightsOf(interaction));
  interaction.followUps.push(message);
  if (interaction.state === 'deferred') interaction.finish();
  world.changed();
  return message;
}

function settle(interaction: Interaction, message: MessageRecord): void {
  const { answer } = interaction;
  const isAnswer = (answer?.kind === 'message' || answer?.kind === 'update') && answer.message === message;
  if (isAnswer && interaction.state === 'deferred') interaction.finish();
}

function messageOf(interaction: Interaction, id: string): MessageRecord {
  const { answer, followUps, start } = interaction;
  const original = answer?.kind === 'message' || answer?.kind === 'update' ? answer.message : null;
  const reachable = [original, ...followUps, start.source ?? null].filter((message) => message !== null);
  const message = id === '@original' ? original : reachable.find((it) => it.id === id);
  if (!message || message.deleted) throw new Refusal('message-known');
  return message;
}
