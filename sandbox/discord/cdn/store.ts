import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import sharp from 'sharp';
import type { Clock } from '../clock.ts';
import { LIMITS } from '../rules/limits.ts';
import type { AttachmentRecord } from '../world/records.ts';

/** What is put on the CDN. */
export interface Upload {
  readonly id: string;
  /** The channel's id, or the application's for files in command options. */
  readonly ownerId: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly description?: string | null;
  readonly ephemeral: boolean;
}

/** Files by path, with links that are signed and run out. */
export class CdnStore {
  readonly #clock: Clock;
  readonly #secret = randomBytes(32);
  readonly #files = new Map<string, AttachmentRecord>();
  readonly #downloads: string[] = [];
  /** Where the CDN can be reached; known once the server listens. */
  origin = '';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps a file, named as Discord would name it in a link. */
  async keep(upload: Upload): Promise<AttachmentRecord> {
    const name = upload.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '') || 'unknown';
    const folder = upload.ephemeral ? 'ephemeral-attachments' : 'attachments';
    const file: AttachmentRecord = {
      id: upload.id,
      path: `/${folder}/${upload.ownerId}/${upload.id}/${encodeURIComponent(name)}`,
      name,
      contentType: upload.contentType,
      bytes: upload.bytes,
      size: upload.contentType.startsWith('image/') ? await pictureSize(upload.bytes) : null,
      description: upload.description ?? null,
      ephemeral: upload.ephemeral,
    };
    this.#files.set(file.path, file);
    return file;
  }

  /** A link to the file that is good for a day. */
  link(file: AttachmentRecord): string {
    const issued = Math.floor(this.#clock.now() / 1000);
    const is = issued.toString(16);
    const ex = (issued + LIMITS.linkMs / 1000).toString(16);
    return `${this.origin}${file.path}?ex=${ex}&is=${is}&hm=${this.#sign(file.path, ex, is)}&`;
  }

  /** The file that a link leads to, unless the link is forged or has run out. */
  open(path: string, query: { ex?: string; is?: string; hm?: string }): AttachmentRecord | null {
    const { ex = '', is = '', hm = '' } = query;
    const right = Buffer.from(this.#sign(path, ex, is));
    const given = Buffer.from(hm);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    if (Number.parseInt(ex, 16) * 1000 <= this.#clock.now()) return null;
    const file = this.#files.get(path) ?? null;
    if (file) this.#downloads.push(file.name);
    return file;
  }

  /** The names of the files that were handed out, oldest first. */
  get downloads(): readonly string[] {
    return this.#downloads;
  }

  #sign(path: string, ex: string, is: string): string {
    return createHmac('sha256', this.#secret).update(`${path}|${ex}|${is}`).digest('hex');
  }
}

async function pictureSize(bytes: Uint8Array): Promise<AttachmentRecord['size']> {
  try {
    const { width, height } = await sharp(bytes).metadata();
    return { width, height };
  } catch {
    return null;
  }
}
