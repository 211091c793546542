import type { Photo } from '../../../domain/reading.ts';
import { createLiveReader } from '../../../vision/core/live-reader.ts';
import { startEngine } from './engine.ts';
import type { PictureMessage, WorkerMessage } from './messages.ts';

/** What a worker has in a browser, as far as this one needs it. */
declare const self: {
  readonly location: { readonly href: string };
  postMessage(message: WorkerMessage): void;
  onmessage: ((event: { readonly data: PictureMessage }) => void) | null;
};

/** Reads pictures, one after the other, away from the thread that draws the page. */
async function start(): Promise<void> {
  const read = createLiveReader(await startEngine(new URL('.', self.location.href).href));
  self.onmessage = ({ data }) => {
    read(photoFrom(data)).then((face) => self.postMessage({ kind: 'read', face }), fail);
  };
  self.postMessage({ kind: 'ready' });
}

/** Without the fourth channel, as photos are everywhere. */
function photoFrom({ pixels, width, height }: PictureMessage): Photo {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = pixels[from] ?? 0;
    rgb[to + 1] = pixels[from + 1] ?? 0;
    rgb[to + 2] = pixels[from + 2] ?? 0;
  }
  return { pixels: rgb, width, height, scale: 1 };
}

function fail(error: unknown): void {
  self.postMessage({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
}

start().catch(fail);
