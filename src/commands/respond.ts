import { setTimeout as sleep } from 'node:timers/promises';

import {
  type ButtonInteraction,
  type ChannelSelectMenuInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type ModalBuilder,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
  type RoleSelectMenuInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';

import type { Card } from '../cards/card.ts';
import { errorCard } from '../cards/error-card.ts';
import { permittedCard } from '../cards/permitted-card.ts';
import { wordsFor } from '../cards/words.ts';
import { asMoodringError, type ErrorCode, MoodringError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Acknowledgement } from './command.ts';
import { persist } from './sending.ts';

/** The interactions that the bot answers. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ChannelSelectMenuInteraction
  | RoleSelectMenuInteraction
  | ModalSubmitInteraction;

/** Discord waits three seconds for the first sign; we give it within one, whatever else is slow. */
const ACKNOWLEDGE_WITHIN = 800;

/** What the operator should look into. */
const OUR_FAULT: ReadonlySet<ErrorCode> = new Set(['unexpected', 'reading-failed']);

/** The first sign is repeated while it can still come in time. */
const REPEAT_WITHIN = 2_500;

/**
 * Tells Discord in time that an answer is coming: privately, if how cannot be found out fast enough.
 * @throws the last error, where Discord cannot be told
 */
export async function acknowledge(
  interaction: Answerable,
  decide: () => Promise<Acknowledgement>,
): Promise<Acknowledgement> {
  const decided = new AbortController();
  const unseen = () => 'private' as const;
  const late = sleep(ACKNOWLEDGE_WITHIN, 'private' as const, { signal: decided.signal }).catch(unseen);
  const kind = await Promise.race([decide().catch(unseen), late]);
  decided.abort();
  const respond = async (): Promise<unknown> =>
    kind === 'update' && hasMessage(interaction)
      ? interaction.deferUpdate()
      : interaction.deferReply(kind === 'public' ? {} : { flags: MessageFlags.Ephemeral });
  await firstSign(respond, () => (interaction.deferred = true));
  return kind;
}

/**
 * Opens a form as the first sign.
 * @throws the last error, where Discord cannot be told or does not take it
 */
export async function openForm(interaction: Answerable, form: ModalBuilder): Promise<void> {
  if (interaction.isModalSubmit()) throw new MoodringError('outdated');
  await firstSign(
    () => interaction.showModal(form),
    () => (interaction.replied = true),
  );
}

/** Whether an interaction came from a message that can be edited in answer to it. */
function hasMessage(interaction: Answerable) {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

async function firstSign(respond: () => Promise<unknown>, gotThrough: () => void): Promise<void> {
  await persist(async (attempt) => {
    try {
      await respond();
    } catch (error) {
      // The attempt before this one got through, and only Discord's word of it was lost.
      if (attempt === 1 || !says(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
        throw error;
      gotThrough();
    }
  }, REPEAT_WITHIN);
}

/**
 * Does the work and sends its card, or the sentence for what went wrong.
 * @throws the last error, where the person cannot be reached any more
 */
export async function answer(
  interaction: Answerable,
  acknowledged: Acknowledgement,
  run: () => Promise<Card>,
  { log, name }: { readonly log: Log; readonly name: string },
): Promise<void> {
  try {
    const card = await run();
    await persist(() => interaction.editReply(fitted(interaction, card)));
  } catch (cause) {
    const gone =
      says(cause, RESTJSONErrorCodes.UnknownMessage) || says(cause, RESTJSONErrorCodes.UnknownChannel);
    const error = gone ? new MoodringError('message-gone', {}, cause) : asMoodringError(cause);
    log[OUR_FAULT.has(error.code) ? 'error' : 'info'](
      { name, code: error.code, err: error },
      'answered with an error',
    );
    const card = errorCard(error, wordsFor(interaction.locale));
    await tell(interaction, acknowledged, fitted(interaction, card));
  }
}

/**
 * What went wrong is for the person alone, and never replaces the card that a button stands under. A public "thinking…"
 * cannot turn private, so it goes.
 */
async function tell(interaction: Answerable, acknowledged: Acknowledgement, card: Card): Promise<void> {
  const apart = () => persist(() => interaction.followUp({ ...card, flags: MessageFlags.Ephemeral }));
  if (acknowledged === 'private') {
    await persist(() => interaction.editReply(card)).catch((error: unknown) => {
      if (!says(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
      return apart();
    });
    return;
  }
  // If it cannot go (someone deleted it, say), the person is told all the same.
  if (acknowledged === 'public') await persist(() => interaction.deleteReply()).catch(() => undefined);
  await apart();
}

/** A card as it may be shown where an interaction came from. */
export function fitted({ appPermissions, locale }: Answerable, card: Card): Card {
  const may = {
    embeds: appPermissions.has(PermissionFlagsBits.EmbedLinks),
    files: appPermissions.has(PermissionFlagsBits.AttachFiles),
  };
  return permittedCard(card, may, wordsFor(locale));
}

/** Whether Discord refused something for that reason. */
function says(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
