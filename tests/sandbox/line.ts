import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Discord } from '../../sandbox/discord/index.ts';

/** The code with which the gateway hangs up on what is said. */
export function closeCodeAfter(
  discord: Discord,
  frames: readonly unknown[],
  path = '/?v=10&encoding=json',
): Promise<number> {
  const socket = new WebSocket(`${discord.origin.replace('http', 'ws')}${path}`);
  onTestFinished(() => socket.terminate());
  socket.on('open', () => {
    for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  });
  return new Promise((resolve) => socket.on('close', resolve));
}
