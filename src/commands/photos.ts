import { MoodringError } from '../errors.ts';

/** Fetches the photos that people attach. */
export interface Photos {
  /**
   * @param url as Discord gave it
   * @returns the photo's bytes, held in memory alone
   * @throws MoodringError `photo-elsewhere` unless the address is Discord's own, `image-too-heavy`, `photo-gone`
   */
  fetch(url: string): Promise<Uint8Array>;
}

const DEADLINE = 15_000;

export interface PhotosOptions {
  /** The addresses that photos may come from, as `https://host`. */
  readonly cdnUrls: readonly string[];
  /** In bytes; counted while they arrive, whatever was announced. */
  readonly limit: number;
  /** How long a photo may take to arrive, in milliseconds. */
  readonly deadline?: number;
}

export function photosFrom({ cdnUrls, limit, deadline = DEADLINE }: PhotosOptions): Photos {
  const origins = new Set(cdnUrls.map((url) => new URL(url).origin));
  const tooHeavy = () => new MoodringError('image-too-heavy', { limit: limit / 1024 / 1024 });

  return {
    fetch: async (url) => {
      if (!URL.canParse(url) || !origins.has(new URL(url).origin)) throw new MoodringError('photo-elsewhere');
      try {
        const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(deadline) });
        if (!response.ok || !response.body) throw new Error(`the CDN answered ${response.status}`);
        if (Number(response.headers.get('content-length')) > limit) {
          await response.body.cancel();
          throw tooHeavy();
        }
        const body: AsyncIterable<Uint8Array> = response.body;
        const chunks: Uint8Array[] = [];
        let size = 0;
        for await (const chunk of body) {
          size += chunk.byteLength;
          if (size > limit) throw tooHeavy();
          chunks.push(chunk);
        }
        return Buffer.concat(chunks);
      } catch (error) {
        throw error instanceof MoodringError ? error : new MoodringError('photo-gone', {}, error);
      }
    },
  };
}
