import { note } from './notes.ts';
import type { Store } from './store.ts';

/** A file that was chosen and is on its way or there. */
export interface Attached {
  /** What it is sent by. */
  readonly id: string;
  readonly file: File;
  readonly name: string;
  /** Where its picture is, if it is one. */
  readonly picture: string | null;
}

/** Hands a file to the sandbox, or says why it is too large. */
export async function hand(store: Store, file: File): Promise<Attached | null> {
  const most = store.state?.fileBytes ?? 0;
  if (file.size > most) {
    note(`Your files are too powerful: ${file.name} is over ${most / 2 ** 20} MB`);
    return null;
  }
  const query = new URLSearchParams({ tab: store.tab, name: file.name || 'file' });
  const type = file.type ? { 'content-type': file.type } : undefined;
  try {
    const answer = await fetch(`./files?${query}`, {
      method: 'POST',
      body: file,
      ...(type ? { headers: type } : {}),
    });
    const words = await answer.text();
    if (!answer.ok) {
      note(words);
      return null;
    }
    const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
    return { id: words, file, name: file.name, picture };
  } catch {
    note('The file could not be handed over: is the sandbox still there?');
    return null;
  }
}

/** A ready sample, as a file of one's own. */
export async function sample(at: number, name: string): Promise<File> {
  const answer = await fetch(`./samples/${at}`);
  const blob = await answer.blob();
  return new File([blob], name, { type: blob.type });
}

/** Asks for a file of the device. */
export function choose(several: boolean): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = several;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
