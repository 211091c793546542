import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { LocalFile } from '../../members/files.ts';

/** How many files wait at most to be sent; the oldest gives way. */
const MOST = 20;

/** The files that somebody chose and has not sent yet. They are in memory only, and go with their page. */
export class Uploads {
  readonly #files = new Map<string, LocalFile>();

  /** Takes a file in, and gives the id that it is sent by. */
  keep(file: LocalFile): string {
    const id = randomUUID();
    this.#files.set(id, file);
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST && oldest !== undefined) this.#files.delete(oldest);
    return id;
  }

  /** The file with this id. @throws when it is not there any more */
  get(id: string): LocalFile {
    const file = this.#files.get(id);
    if (!file) throw new Error('The file is not there any more: choose it once more');
    return file;
  }

  /** Lets go what was sent. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.#files.delete(id);
  }
}

/** The bytes of a request, or null when there are more than `most`: then it is not read on. */
export async function bytesOf(request: IncomingMessage, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > most) return null;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
