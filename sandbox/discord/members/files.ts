import { getMimeType } from 'hono/utils/mime';
import { LIMITS } from '../rules/limits.ts';
import type { AttachmentRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** A file on a person's machine. */
export interface LocalFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Guessed from the name, as Discord's client does, when it is not given. */
  readonly contentType?: string;
}

/** Whether the value is a file. */
export const isFile = (value: unknown): value is LocalFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value;

/**
 * Uploads a file as a person's client would; `ownerId` is the channel, or the application for options.
 * @throws when it has more than `mostBytes`
 */
export function upload(
  world: World,
  file: LocalFile,
  ownerId: string,
  ephemeral: boolean,
  mostBytes: number = LIMITS.fileBytes,
): Promise<AttachmentRecord> {
  if (file.bytes.length > mostBytes)
    throw new Error(`Your files are too powerful: ${file.name} is over ${mostBytes / 2 ** 20} MiB`);
  const contentType = file.contentType ?? getMimeType(file.name) ?? 'application/octet-stream';
  const sent = {
    id: world.nextId(),
    ownerId,
    name: file.name,
    contentType,
    bytes: file.bytes,
    ephemeral,
  };
  return ephemeral ? world.cdn.lend(sent) : world.cdn.keep(sent);
}
