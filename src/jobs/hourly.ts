const HOUR = 60 * 60 * 1000;

/**
 * Does something now and every hour. It must not throw.
 * @returns stops it
 */
export function hourly(work: () => Promise<void>): () => void {
  void work();
  const timer = setInterval(() => void work(), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
