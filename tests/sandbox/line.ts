import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Discord } from '../../sandbox/discord/index.ts';

/** The address of the gateway, as discord.js builds it. */
const PATH = '/?v=10&encoding=json';

const frameShape = z.object({
  op: z.int(),
  d: z.unknown().optional(),
  s: z.int().nullable(),
  t: z.string().nullable(),
});
type Frame = z.infer<typeof frameShape>;

const readyShape = z.object({ session_id: z.string() });

/** A bot's end of the gateway, without a library that could smooth a mistake over. */
export interface Line {
  /** Says something; what is text goes out as it is. */
  readonly say: (...frames: readonly unknown[]) => void;
  /** The first frame that is as wanted, be it here already or still to come. */
  readonly hear: (wanted: (frame: Frame) => boolean) => Promise<Frame>;
  /** The same by opcode or by the event's name. */
  readonly hears: (what: number | string) => Promise<Frame>;
  /** Everything that was heard so far. */
  readonly heard: readonly Frame[];
  /** The code with which the other end hangs up. */
  readonly closed: Promise<number>;
  readonly close: (code: number) => void;
}

/** A line to the gateway. */
export async function lineTo(discord: Discord, path = PATH): Promise<Line> {
  const socket = new WebSocket(`${discord.origin.replace('http', 'ws')}${path}`);
  onTestFinished(() => socket.terminate());
  const heard: Frame[] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data: Buffer) => {
    heard.push(frameShape.parse(JSON.parse(data.toString('utf8'))));
    socket.emit('heard');
  });
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const hear: Line['hear'] = async (wanted) => {
    for (;;) {
      const found = heard.find(wanted);
      if (found) return found;
      await new Promise((resolve) => socket.once('heard', resolve));
    }
  };
  return {
    heard,
    hear,
    hears: (what) => hear((frame) => frame.op === what || frame.t === what),
    say(...frames) {
      for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    },
    closed,
    close: (code) => socket.close(code),
  };
}

/** What a bot says to begin: with its token and the Guilds intent, unless said otherwise. */
export const identifyAs = (discord: Discord, more: object = {}): object => ({
  op: 2,
  d: { token: discord.token, intents: 1, ...more },
});

/** A line on which a session was begun, and its id. */
export async function sessionOn(
  discord: Discord,
  more: object = {},
): Promise<Line & { readonly id: string }> {
  const line = await lineTo(discord);
  line.say(identifyAs(discord, more));
  const ready = await line.hears('READY');
  return { ...line, id: readyShape.parse(ready.d).session_id };
}

/** What a bot says to go on. */
export const resumeAs = (discord: Discord, session_id: string, seq: number): object => ({
  op: 6,
  d: { token: discord.token, session_id, seq },
});

/** The code with which the gateway hangs up on what is said. */
export async function closeCodeAfter(
  discord: Discord,
  frames: readonly unknown[],
  path?: string,
): Promise<number> {
  const line = await lineTo(discord, path);
  line.say(...frames);
  return line.closed;
}
