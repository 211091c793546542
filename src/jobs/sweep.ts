import type { Log } from '../log.ts';
import type { Store } from '../memory/store.ts';

const HOUR = 60 * 60 * 1000;

/**
 * Deletes what has expired, now and every hour: Keyv hides an expired value but leaves its row until somebody asks
 * for it.
 * @returns stops it
 */
export function sweepHourly(store: Store, log: Log): () => void {
  const sweep = (): void => {
    store.sweep().then(
      (rows) => rows > 0 && log.info({ rows }, 'expired rows deleted'),
      (error: unknown) => log.error({ err: error }, 'expired rows could not be deleted'),
    );
  };
  sweep();
  const timer = setInterval(sweep, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
