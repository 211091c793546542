import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

import { MoodringError } from '../../errors.ts';

/**
 * Writes a file so that it is whole whenever it is there: beside its place, down to the disk, and then moved there. What
 * was there before stays until then.
 * @throws MoodringError `file-unreadable` with its name
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeThrough(part, content);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  }
}

async function writeThrough(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
