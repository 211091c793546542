import { Hono } from 'hono';
import { checkModal } from '../rules/modals.ts';
import { fault } from '../rules/faults.ts';
import { Refusal, refuseAny } from '../rules/refusal.ts';
import { messageJson } from '../wire/message.ts';
import { callbackShape, FLAG } from '../wire/payload.ts';
import type { Callback, SentFile } from '../wire/payload.ts';
import { INTERACTION } from '../world/interaction.ts';
import type { Interaction } from '../world/interaction.ts';
import { editByBot, MESSAGE, postByBot, postThinking } from '../world/posting.ts';
import type { Place } from '../world/posting.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';

/** The first response to an interaction. */
export function interactionRoutes(world: World): Hono {
  const app = new Hono();
  app.post('/interactions/:id/:token/callback', async (c) => {
    const interaction = world.interactions.get(c.req.param('token'));
    if (interaction?.id !== c.req.param('id')) throw new Refusal('interaction-known');
    const { json, files } = await readBody(c);
    const callback = shaped(callbackShape, json);
    await interaction.respond(() => respond(world, interaction, callback, files));
    world.changed();
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json(callbackJson(world, interaction, callback));
  });
  return app;
}

async function respond(
  world: World,
  interaction: Interaction,
  callback: Callback,
  files: readonly SentFile[],
): Promise<void> {
  requireFit(interaction, callback);
  switch (callback.type) {
    case 4: {
      const place = placeOf(interaction, callback.data.flags ?? 0);
      const message = await postByBot(world, place, { payload: callback.data, files });
      interaction.acknowledge('answered', { kind: 'message', message });
      return;
    }
    case 5: {
      const message = postThinking(world, placeOf(interaction, callback.data?.flags ?? 0));
      interaction.acknowledge('deferred', { kind: 'message', message });
      return;
    }
    case 6:
      interaction.acknowledge('deferred', { kind: 'update', message: sourceOf(interaction) });
      return;
    case 7: {
      const message = sourceOf(interaction);
      await editByBot(world, message, { payload: callback.data, files });
      interaction.acknowledge('answered', { kind: 'update', message });
      return;
    }
    case 8:
      interaction.acknowledge('answered', { kind: 'choices', choices: callback.data.choices });
      return;
    case 9:
      checkModal(callback.data);
      interaction.acknowledge('answered', { kind: 'modal', modal: callback.data });
      return;
  }
}

function requireFit(interaction: Interaction, callback: Callback): void {
  const { type, source } = interaction.start;
  const updates = callback.type === 6 || callback.type === 7;
  const wrong =
    (updates && !source) ||
    (callback.type === 9 && (type === INTERACTION.modal || type === INTERACTION.autocomplete)) ||
    (callback.type === 8) !== (type === INTERACTION.autocomplete);
  if (wrong)
    refuseAny([
      fault(
        'response-fits',
        ['type'],
        'INTERACTION_RESPONSE_TYPE_INVALID',
        'Not a response to this interaction',
      ),
    ]);
}

function sourceOf(interaction: Interaction): MessageRecord {
  const { source } = interaction.start;
  if (!source || source.deleted) throw new Refusal('message-known');
  return source;
}

/** Where answers to the interaction go, for its person alone if the flags say so. */
export function placeOf(interaction: Interaction, flags: number): Place {
  const { start } = interaction;
  const isReply = start.source !== undefined;
  return {
    channel: start.channel,
    type: isReply ? MESSAGE.reply : start.target ? MESSAGE.contextMenu : MESSAGE.slash,
    replyTo: start.source ?? null,
    onlyFor: (flags & FLAG.ephemeral) === 0 ? null : start.user,
    cause: {
      id: interaction.id,
      type: start.type,
      user: start.user,
      commandName: start.commandName ?? null,
      target: start.target ?? null,
      component: start.source ?? null,
    },
  };
}

function callbackJson(world: World, interaction: Interaction, callback: Callback): object {
  const { answer, id, start } = interaction;
  const message = answer?.kind === 'message' || answer?.kind === 'update' ? answer.message : null;
  return {
    interaction: {
      id,
      type: start.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & FLAG.loading) !== 0,
            response_message_ephemeral: message.onlyFor !== null,
          }
        : {}),
    },
    resource: { type: callback.type, ...(message ? { message: messageJson(world, message) } : {}) },
  };
}
