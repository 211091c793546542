import { DefaultRestOptions, HTTPError, type RESTOptions } from 'discord.js';
import pRetry from 'p-retry';

/** An answer can be sent until Discord's token for it runs out after 15 minutes; in milliseconds, with a minute to spare. */
export const ANSWER_WITHIN = 14 * 60_000;

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;

/**
 * Sends something to Discord, and again after growing pauses while the network or Discord's servers fail. A refusal, and
 * whatever is wrong with what is sent, is final. What got through without its answer is sent twice: that cannot be told apart.
 * @param send is told which attempt it is, from 1 on
 * @param within milliseconds after which it is given up
 * @throws the last error
 */
export function persist<T>(send: (attempt: number) => Promise<T>, within = ANSWER_WITHIN): Promise<T> {
  return pRetry(send, {
    retries: Infinity,
    maxRetryTime: within,
    minTimeout: FIRST_PAUSE,
    maxTimeout: LONGEST_PAUSE,
    shouldRetry: ({ error }) => mayPass(error),
  });
}

/** Whether Discord's servers or the way to them failed: a server error, a timeout, or an error of the system or undici. */
function mayPass(error: Error): boolean {
  if (error instanceof HTTPError || error.name === 'AbortError') return true;
  return 'code' in error && /^(?:E[A-Z_]+|UND_ERR_\w+)$/.test(String(error.code));
}

/**
 * Sends a request as discord.js does, with uploads encoded beforehand: undici streams a form, and where Discord answers
 * before it has all of it, as it does when out of order, that stream's error reaches nobody and ends the process.
 */
export const sendWhole: RESTOptions['makeRequest'] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = Object.assign({}, init.headers, Object.fromEntries(form.headers));
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: await form.arrayBuffer() });
};
