import type { EngineName } from '../../../src/domain/engine.ts';
import { asMoodringError } from '../../../src/errors.ts';
import { FACE_SIDE, lookAt } from '../../../src/vision/core/fernet.ts';
import { readPhoto } from '../../../src/vision/core/read-photo.ts';
import { decodePhoto } from '../../../src/vision/node/decode.ts';
import { startEngine } from '../../../src/vision/node/engine.ts';
import type { System } from '../system.ts';

/** What a worker of the bot does with a photo, on the main thread as the peers run. */
export async function startMoodring(name: EngineName): Promise<System> {
  const engine = await startEngine(name);
  const face = Float32Array.from({ length: FACE_SIDE ** 2 }, (_, at) => at % 256);
  return {
    read: async (bytes) => {
      try {
        const { reading } = await readPhoto(engine, await decodePhoto(bytes), 'one');
        const [largest] = reading.faces;
        return { found: largest !== undefined, emotions: largest?.emotions };
      } catch (error) {
        if (asMoodringError(error).code === 'unexpected') throw error;
        return { found: false };
      }
    },
    net: () => lookAt(engine.tf, engine.nets.fernet, [face]),
  };
}
