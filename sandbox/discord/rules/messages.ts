import { isV2 } from '../wire/payload.ts';
import type { Payload, SentFile } from '../wire/payload.ts';
import type { MessageRecord } from '../world/records.ts';
import { charactersIn } from './characters.ts';
import { attachedFaults, componentFaults } from './components.ts';
import { embedFaults } from './embeds.ts';
import { fault, tooLong } from './faults.ts';
import { LIMITS } from './limits.ts';
import { mentionFaults } from './mentions.ts';
import { Refusal, refuseAny } from './refusal.ts';
import type { FormFault } from './refusal.ts';

/** Discord's number for a message that passes another one on. */
const FORWARD = 1;

/** What a message was before it is changed: nothing yet, if it is new. */
type Before = Pick<MessageRecord, 'flags' | 'content' | 'embeds'>;

/** Refuses what a bot makes of a message if it breaks a limit. */
export function checkPayload(payload: Payload, before: Before): void {
  // Flags that are given count alone, although the message keeps the one for components V2.
  const v2 = isV2(payload.flags ?? before.flags);
  refuseAny([
    ...absentFaults(payload),
    ...tooLong('content-length', ['content'], payload.content, LIMITS.content),
    ...embedFaults(payload.embeds ?? []),
    ...(v2 || isV2(before.flags) ? legacyFaults(payload, before) : []),
    ...componentFaults(payload.components ?? [], v2),
    ...nonceFaults(payload.nonce),
    ...mentionFaults(payload.allowed_mentions),
  ]);
}

/** Refuses too many attachments, and any that neither came as a file nor are on the message already. */
export function checkAttachments(
  payload: Payload,
  files: readonly SentFile[],
  kept: readonly string[],
): void {
  const { attachments } = payload;
  const stays = attachments ? kept.filter((id) => attachments.some((it) => it.id === id)) : kept;
  if (files.length + stays.length > LIMITS.files) throw new Refusal('file-count');
  const known = new Set([...files.map((file) => file.key), ...kept]);
  refuseAny(
    (attachments ?? []).flatMap(({ id, description }, at) => [
      ...(known.has(id)
        ? []
        : [
            fault('file-described', ['attachments', at], 'ATTACHMENT_NOT_FOUND', 'Attachment data not found'),
          ]),
      ...tooLong('file-description', ['attachments', at, 'description'], description, LIMITS.fileDescription),
    ]),
  );
}

/** Refuses components that show `attachment://` files which the message does not have. */
export function checkReferences(payload: Payload, names: readonly string[]): void {
  refuseAny(attachedFaults(payload.components ?? [], names));
}

/** Refuses files that are too large, each or all together; `most` is the limit of one, in bytes. */
export function checkSizes(files: readonly SentFile[], most: number): void {
  const sizes = files.map((file) => file.bytes.length);
  if (sizes.some((size) => size > most)) throw new Refusal('file-size');
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total > Math.max(LIMITS.requestBytes, most)) throw new Refusal('request-size');
}

function absentFaults({ poll, sticker_ids, message_reference }: Payload): FormFault[] {
  const message = 'Not part of the sandbox';
  return [
    ...(poll ? [fault('simulated', ['poll'], 'UNSUPPORTED', message)] : []),
    ...(message_reference?.type === FORWARD
      ? [fault('simulated', ['message_reference', 'type'], 'UNSUPPORTED', message)]
      : []),
    ...(sticker_ids?.length ? [fault('simulated', ['sticker_ids'], 'UNSUPPORTED', message)] : []),
  ];
}

function legacyFaults(payload: Payload, before: Before): FormFault[] {
  const rule = isV2(before.flags) ? 'v2-for-good' : 'v2-alone';
  const { content = before.content, embeds = before.embeds } = payload;
  const used = [...(content ? ['content'] : []), ...(embeds?.length ? ['embeds'] : [])];
  return used.map((field) =>
    fault(
      rule,
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

function nonceFaults(nonce: Payload['nonce']): FormFault[] {
  if (typeof nonce !== 'string' || charactersIn(nonce) <= LIMITS.nonce) return [];
  return [fault('nonce-length', ['nonce'], 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.')];
}
