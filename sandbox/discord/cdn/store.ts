import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { LIMITS } from '../rules/limits.ts';
import { fileName } from '../wire/file-name.ts';
import type { AttachmentRecord } from '../world/records.ts';
import { OneCopy } from './one-copy.ts';
import { PictureSizes } from './picture-size.ts';

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

/** The signature of a link, as its query carries it. */
export interface Signature {
  /** When it runs out, in seconds since 1970, in hexadecimal. */
  readonly ex?: string;
  /** When it was given, likewise. */
  readonly is?: string;
  readonly hm?: string;
}

/** Files by path, with links that are signed and run out. */
export class CdnStore {
  readonly #clock: Clock;
  readonly #secret = randomBytes(32);
  readonly #files = new Map<string, AttachmentRecord>();
  /** Files in no message, oldest first, with the time at which the last link to them runs out. */
  readonly #loose = new Map<AttachmentRecord, number>();
  readonly #copies = new OneCopy();
  readonly #sizes = new PictureSizes();
  readonly #downloads: string[] = [];
  /** Where the CDN can be reached; known once the server listens. */
  origin = '';

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A file as it will be served once it is published, named as Discord would name it in a link. */
  async prepare(upload: Upload): Promise<AttachmentRecord> {
    const name = fileName(upload.name);
    const folder = upload.ephemeral ? 'ephemeral-attachments' : 'attachments';
    const bytes = this.#copies.of(upload.bytes);
    return {
      id: upload.id,
      path: `/${folder}/${upload.ownerId}/${upload.id}/${encodeURIComponent(name)}`,
      name,
      contentType: upload.contentType,
      bytes,
      size: upload.contentType.startsWith('image/') ? await this.#sizes.of(bytes) : null,
      description: upload.description ?? null,
      ephemeral: upload.ephemeral,
    };
  }

  /** Serves the file until it is forgotten. */
  publish(file: AttachmentRecord): void {
    this.#files.set(file.path, file);
  }

  /** Takes a file in and serves it until it is forgotten. */
  async keep(upload: Upload): Promise<AttachmentRecord> {
    const file = await this.prepare(upload);
    this.publish(file);
    return file;
  }

  /** Serves a file of a command's option: nobody can get a second link to it, so it goes when the first runs out. */
  async lend(upload: Upload): Promise<AttachmentRecord> {
    const now = this.#clock.now();
    for (const [file, until] of this.#loose) {
      if (until > now) break;
      this.forget(file);
    }
    const file = await this.keep(upload);
    this.#loose.set(file, now + LIMITS.linkMs);
    return file;
  }

  /** Takes the file away: no link leads to it any more. */
  forget(file: AttachmentRecord): void {
    this.#files.delete(file.path);
    this.#loose.delete(file);
  }

  /** A link to the file that is good for a day. */
  link(file: AttachmentRecord): string {
    const issued = Math.floor(this.#clock.now() / 1000);
    const is = issued.toString(16);
    const ex = (issued + LIMITS.linkMs / 1000).toString(16);
    return `${this.origin}${file.path}?ex=${ex}&is=${is}&hm=${this.#sign(file.path, ex, is)}&`;
  }

  /** The file that a link leads to, unless the link is forged or has run out, or the file is gone. */
  open(path: string, { ex = '', is = '', hm = '' }: Signature): AttachmentRecord | null {
    const right = Buffer.from(this.#sign(path, ex, is));
    const given = Buffer.from(hm);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    if (Number.parseInt(ex, 16) * 1000 <= this.#clock.now()) return null;
    return this.#files.get(path) ?? null;
  }

  /** The file at a path of this CDN, for those who need no link. */
  at(path: string): AttachmentRecord | null {
    return this.#files.get(path) ?? null;
  }

  /** Notes that a file was handed out. */
  noteDownload(file: AttachmentRecord): void {
    this.#downloads.push(file.name);
  }

  /** The names of the files that were handed out, oldest first. */
  get downloads(): readonly string[] {
    return this.#downloads;
  }

  #sign(path: string, ex: string, is: string): string {
    return createHmac('sha256', this.#secret).update(`${path}|${ex}|${is}`).digest('hex');
  }
}
