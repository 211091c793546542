import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What a file says to the decoder that this module puts in place of the real one's front door. */
export const HANG = Buffer.from('HANG: a photo that no decoder comes back from');
export const CRASH = Buffer.from('CRASH: a photo that takes its decoder down');

// Loaded before the bot, and with it into each of its workers: no photo that we know of does either.
registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/src/vision/node/decode.ts')) return loaded;
    const source = readFileSync(fileURLToPath(url), 'utf8').replace(
      'export async function decodePhoto(bytes: Uint8Array): Promise<Photo> {',
      `$&
        const said = Buffer.from(bytes.subarray(0, 5)).toString();
        if (said === 'HANG:') for (;;);
        if (said === 'CRASH') process.exit(7);`,
    );
    return { ...loaded, source };
  },
});
