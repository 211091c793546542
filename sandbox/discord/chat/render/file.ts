import type { AttachmentRecord } from '../../world/records.ts';
import { escapeHtml } from './escape.ts';
import { imageHtml } from './ink.ts';
import type { Ink } from './ink.ts';

const FILE =
  '<svg viewBox="0 0 24 24"><path d="M6 2h8l5 5v15H6a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1Zm8 0v5h5"/></svg>';

/** A file of a message: a picture if it is one, otherwise its name and size. */
export const attachmentHtml = (file: AttachmentRecord, ink: Ink): string =>
  file.contentType.startsWith('image/') && file.size
    ? `<div class="photo">${imageHtml(file, ink.address)}</div>`
    : fileHtml(file, ink);

/** A file by its name and size. */
export function fileHtml(file: AttachmentRecord, { address }: Ink): string {
  const link = address ? ` href="${escapeHtml(address(file))}" download` : '';
  return `<div class="file">${FILE}<div><a${link}>${escapeHtml(file.name)}</a><small>${sizeOf(file.bytes.length)}</small></div></div>`;
}

function sizeOf(bytes: number): string {
  const kib = bytes / 1024;
  if (kib < 1) return `${bytes} bytes`;
  return kib < 1024 ? `${kib.toFixed(2)} KB` : `${(kib / 1024).toFixed(2)} MB`;
}
