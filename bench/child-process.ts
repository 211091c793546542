import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * What a child process says next.
 * @throws Error if it ends instead
 */
export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    const said: unknown[] = await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      once(child, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('a reader ended');
      }),
    ]);
    return said[0];
  } finally {
    ended.abort();
  }
}
