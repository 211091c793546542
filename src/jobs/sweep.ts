import type { Log } from '../log.ts';
import type { Store } from '../memory/store.ts';
import { hourly } from './hourly.ts';

/**
 * Deletes what has expired, now and every hour: Keyv hides an expired value but leaves its row until somebody asks
 * for it.
 * @returns stops it
 */
export function sweepHourly(store: Store, log: Log): () => void {
  return hourly(async () => {
    try {
      const rows = await store.sweep();
      if (rows > 0) log.info({ rows }, 'expired rows deleted');
    } catch (error) {
      log.error({ err: error }, 'expired rows could not be deleted');
    }
  });
}
