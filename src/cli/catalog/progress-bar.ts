import { SingleBar } from 'cli-progress';

/** Shows how far a long task is, on standard error, where somebody looks. */
export interface ProgressBar {
  /** @param share 0 to 1 */
  readonly show: (stage: string, share: number) => void;
  readonly end: () => void;
}

export function progressBar(silent: boolean): ProgressBar {
  if (silent || !process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {percentage} %  {stage}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(100, 0, { stage: '' });
  return { show: (stage, share) => bar.update(Math.floor(100 * share), { stage }), end: () => bar.stop() };
}
