import type { Face } from '../../../domain/reading.ts';
import type { PictureMessage, WorkerMessage } from '../worker/messages.ts';

/** Reads faces in a worker of its own. */
export interface Reader {
  /** Resolves once it can. Rejects where this browser cannot. */
  readonly ready: Promise<unknown>;
  /** Reads the largest face; one picture at a time. Rejects where the worker broke. */
  read(picture: ImageData): Promise<Face | undefined>;
}

/** Waits for one word of the worker's. */
interface Listener {
  readonly done: (face: Face | undefined) => void;
  readonly failed: (reason: Error) => void;
}

/** @param url of the worker's script */
export function startReader(url: string): Reader {
  const worker = new Worker(url);
  let listener: Listener | undefined;
  const answer = () =>
    new Promise<Face | undefined>((done, failed) => {
      listener = { done, failed };
    });
  worker.addEventListener('error', ({ message }) => listener?.failed(new Error(message)));
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if (data.kind === 'failed') listener?.failed(new Error(data.reason));
    else listener?.done(data.kind === 'read' ? data.face : undefined);
  });
  const ready = answer();
  // Whoever never asks is told nothing.
  ready.catch(() => undefined);
  return {
    ready,
    read: ({ data, width, height }) => {
      const pixels = new Uint8ClampedArray(data);
      worker.postMessage({ pixels, width, height } satisfies PictureMessage, [pixels.buffer]);
      return answer();
    },
  };
}
