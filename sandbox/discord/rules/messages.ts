import type { Payload, SentFile } from '../wire/payload.ts';
import { FLAG } from '../wire/payload.ts';
import { picturesOf } from '../wire/message.ts';
import { componentFaults } from './components.ts';
import { embedFaults } from './embeds.ts';
import { fault, tooLong } from './faults.ts';
import { LIMITS } from './limits.ts';
import { Refusal, refuseAny } from './refusal.ts';
import type { FormFault } from './refusal.ts';

/** Refuses a message that breaks a limit, looking at what was sent alone. */
export function checkPayload(payload: Payload, files: readonly SentFile[]): void {
  if (files.some((file) => file.bytes.length > LIMITS.fileBytes)) throw new Refusal('file-size');
  const v2 = ((payload.flags ?? 0) & FLAG.componentsV2) !== 0;
  refuseAny([
    ...(v2 ? [fault('components-v2', ['flags'], 'UNSUPPORTED', 'Not supported by the sandbox yet')] : []),
    ...tooLong('content-length', ['content'], payload.content, LIMITS.content),
    ...embedFaults(payload.embeds ?? []),
    ...componentFaults(payload.components ?? []),
    ...tooLong('file-count', ['files'], files, LIMITS.files),
  ]);
}

/** Refuses attachments in the payload that neither came as a file nor are on the message already. */
export function checkAttachments(
  payload: Payload,
  files: readonly SentFile[],
  kept: readonly string[],
): void {
  const known = new Set([...files.map((file) => file.key), ...kept]);
  refuseAny(
    (payload.attachments ?? []).flatMap((attachment, at): FormFault[] =>
      known.has(attachment.id)
        ? []
        : [
            fault(
              'file-described',
              ['attachments', at, 'id'],
              'MESSAGE_ATTACHMENT_NOT_FOUND',
              `Attachment data for id ${attachment.id} not found`,
            ),
          ],
    ),
  );
}

/** Refuses embeds that show `attachment://` files which the message does not have. */
export function checkReferences(payload: Payload, names: readonly string[]): void {
  refuseAny(
    (payload.embeds ?? []).flatMap((embed, at) =>
      picturesOf(embed)
        .filter(
          (url) => url.startsWith('attachment://') && !names.includes(url.slice('attachment://'.length)),
        )
        .map((url) =>
          fault(
            'file-described',
            ['embeds', at],
            'MESSAGE_ATTACHMENT_NOT_FOUND',
            `Attachment not found for ${url}`,
          ),
        ),
    ),
  );
}
