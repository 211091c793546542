import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** One request and the way back to whoever sent it. */
export interface Line {
  readonly outgoing: ServerResponse;
  /** The answer that Discord gives when nothing goes wrong. */
  readonly honest: () => Promise<Response>;
}

/** What is returned where the line itself was used, or will never be. */
export const HANDLED = RESPONSE_ALREADY_SENT;

/** Cuts the line without a word: the other end sees ECONNRESET. */
export function cut({ outgoing }: Line): Response {
  outgoing.socket?.resetAndDestroy();
  return HANDLED;
}

/** Announces all of the answer, sends half of it and hangs up. */
export async function sendHalf(line: Line, answer: Response): Promise<Response> {
  const body = await bytesOf(answer);
  if (body.length === 0) return cut(line);
  const { outgoing } = line;
  outgoing.writeHead(answer.status, { ...headersOf(answer), 'content-length': body.length });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  return HANDLED;
}

/** Whether the other end is gone. */
export const isGone = ({ outgoing }: Line): boolean =>
  outgoing.destroyed || outgoing.socket?.destroyed !== false;

/** The headers of an answer. */
export const headersOf = (answer: Response): Record<string, string> => Object.fromEntries(answer.headers);

/** The body of an answer. */
export const bytesOf = async (answer: Response): Promise<Buffer<ArrayBuffer>> =>
  Buffer.from(await answer.arrayBuffer());
