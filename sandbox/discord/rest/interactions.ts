import { Hono } from 'hono';
import { checkChoices } from '../rules/autocomplete.ts';
import { checkModal } from '../rules/modals.ts';
import { fault } from '../rules/faults.ts';
import { Refusal, refuseAny, under } from '../rules/refusal.ts';
import { messageJson } from '../wire/message.ts';
import { callbackShape, FLAG } from '../wire/payload.ts';
import type { Callback, SentFile } from '../wire/payload.ts';
import { INTERACTION } from '../world/interaction.ts';
import type { Interaction } from '../world/interaction.ts';
import { editByBot, MESSAGE, postByBot, postThinking } from '../world/posting.ts';
import type { Place, Rights } from '../world/posting.ts';
import { may, PERMISSION } from '../world/permissions.ts';
import type { Cause, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';

/** The first response to an interaction. */
export function interactionRoutes(world: World): Hono {
  const app = new Hono();
  app.post('/interactions/:id/:token/callback', async (c) => {
    const token = c.req.param('token');
    const interaction = world.interactions.get(token);
    if (!interaction && world.tokens.isGenuine(token)) throw new Refusal('respond-in-time');
    if (interaction?.id !== c.req.param('id')) throw new Refusal('interaction-known');
    const { json, files } = await readBody(c);
    const callback = shaped(callbackShape, json);
    await interaction.respond(() => {
      requireFit(interaction, callback);
      return under('data', () => respond(world, interaction, callback, files));
    });
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
  switch (callback.type) {
    case 4: {
      const place = placeOf(interaction, callback.data.flags ?? 0);
      const message = await postByBot(world, place, { payload: callback.data, files }, rightsOf(interaction));
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
      await editByBot(world, message, { payload: callback.data, files }, rightsOf(interaction));
      interaction.acknowledge('answered', { kind: 'update', message });
      return;
    }
    case 8:
      checkChoices(callback.data.choices, interaction.start.typing);
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

/** What an answer to the interaction may hold; Embed Links and Attach Files are not asked for. */
export const rightsOf = ({ fileBytes }: Interaction): Rights => ({ fileBytes, embeds: true });

/** Where answers to the interaction go, for its person alone if the flags say so. */
export function placeOf(interaction: Interaction, flags: number): Place {
  const { start } = interaction;
  const isReply = start.source !== undefined;
  return {
    channel: start.channel,
    type: isReply ? MESSAGE.reply : start.target ? MESSAGE.contextMenu : MESSAGE.slash,
    replyTo: start.source ?? null,
    onlyFor: (flags & FLAG.ephemeral) !== 0 || isKeptPrivate(interaction) ? start.user : null,
    cause: causeOf(interaction),
  };
}

function causeOf({ id, start }: Interaction): Cause {
  return {
    id,
    type: start.type,
    user: start.user,
    commandName: start.commandName ?? null,
    target: start.target ?? null,
    component: start.source ?? null,
    trigger: start.openedBy ? causeOf(start.openedBy) : null,
    owners: start.owners,
  };
}

function isKeptPrivate({ start: { owners, channel, user } }: Interaction): boolean {
  return !('0' in owners) && !may(channel, user, PERMISSION.useExternalApps);
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
