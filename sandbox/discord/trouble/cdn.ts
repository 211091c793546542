import type { Clock } from '../clock.ts';
import type { CdnFault } from './faults.ts';
import { bytesOf, HANDLED, headersOf, isGone, sendHalf } from './line.ts';
import type { Line } from './line.ts';
import { noFile } from './pages.ts';

const FILLER = Buffer.alloc(65_536);

/** Serves a file as the fault will have it. What is no file anyway stays that. */
export async function serveBadly(fault: CdnFault, line: Line, clock: Clock): Promise<Response> {
  if (fault.kind === 'silent') return HANDLED;
  if (fault.kind === 'status') return noFile(fault.status);
  if (fault.kind === 'redirect') return new Response(null, { status: 302, headers: { location: fault.to } });
  const file = await line.honest();
  return file.ok ? spoil(fault, line, file, clock) : file;
}

type Spoiling = Exclude<CdnFault, { readonly kind: 'silent' | 'status' | 'redirect' }>;

async function spoil(fault: Spoiling, line: Line, file: Response, clock: Clock): Promise<Response> {
  if (fault.kind === 'cut') return sendHalf(line, file);
  const headers = headersOf(file);
  const { status } = file;
  const bytes = await bytesOf(file);
  switch (fault.kind) {
    case 'empty':
      return new Response(null, { status, headers: { ...headers, 'content-length': '0' } });
    case 'lies-about-type':
      return new Response(bytes, { status, headers: { ...headers, 'content-type': fault.says } });
    case 'lies-about-size':
      // With the line closed behind it, a lie does not spoil the next request too.
      line.outgoing.writeHead(status, { ...headers, 'content-length': fault.says, connection: 'close' });
      line.outgoing.end(bytes);
      return HANDLED;
    case 'slow':
      line.outgoing.writeHead(status, headers).flushHeaders();
      trickle(line, bytes, fault.bytesPerSecond, clock);
      return HANDLED;
    case 'endless':
      file.headers.delete('content-length');
      line.outgoing.writeHead(status, headersOf(file));
      line.outgoing.write(bytes);
      pour(line);
      return HANDLED;
  }
}

/** Sends ten pieces a second, or single bytes where even that is too fast. */
function trickle(line: Line, bytes: Buffer, bytesPerSecond: number, clock: Clock): void {
  const size = Math.max(1, Math.round(bytesPerSecond / 10));
  let sent = 0;
  const send = (): void => {
    if (isGone(line)) return;
    line.outgoing.write(bytes.subarray(sent, (sent += size)));
    if (sent >= bytes.length) line.outgoing.end();
    else clock.setTimeout(send, (size / bytesPerSecond) * 1000);
  };
  clock.setTimeout(send, (size / bytesPerSecond) * 1000);
}

/** Sends zeros for as long as anyone takes them. */
function pour(line: Line): void {
  const more = (): void => {
    while (!isGone(line) && line.outgoing.write(FILLER));
  };
  line.outgoing.on('drain', more);
  more();
}
