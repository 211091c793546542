import type { Face } from '../../../domain/reading.ts';
import { createGrabber } from './pictures.ts';
import type { Reader } from './reader.ts';

/** Reading one picture of a film after the other. */
export interface Live {
  stop(): void;
}

export interface LiveOptions {
  readonly video: HTMLVideoElement;
  readonly reader: Reader;
  /** Told of every picture that was read, and what was in it. */
  readonly onRead: (face: Face | undefined, picture: ImageData) => void;
  /** Told once where the reader breaks; nothing is read any more. */
  readonly onBroken: () => void;
}

/** Reads as fast as the worker can, each picture once. While nobody looks at the page, nothing is read. */
export function readLive({ video, reader, onRead, onBroken }: LiveOptions): Live {
  const grab = createGrabber();
  let running = true;

  const step = async (): Promise<void> => {
    const picture = grab(video);
    const face = await reader.read(picture);
    if (running) onRead(face, picture);
  };
  const next = (): void => {
    if (!running) return;
    whenNewPicture(video, () => {
      if (!running) return;
      step().then(next, () => {
        if (running) onBroken();
        running = false;
      });
    });
  };
  next();
  return {
    stop: () => {
      running = false;
    },
  };
}

/** Firefox knew only the second way until 2024. */
function whenNewPicture(video: HTMLVideoElement, then: () => void): void {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(then);
  else requestAnimationFrame(then);
}
