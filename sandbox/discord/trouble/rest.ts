import { passed } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { RestFault } from './faults.ts';
import { cut, HANDLED, isGone, sendHalf } from './line.ts';
import type { Line } from './line.ts';
import { serverError } from './pages.ts';

/** Answers a request of the REST API as the fault will have it. */
export async function answerBadly(fault: RestFault, line: Line, clock: Clock): Promise<Response> {
  switch (fault.kind) {
    case 'slow':
      await passed(clock, fault.ms);
      return isGone(line) ? HANDLED : line.honest();
    case 'status':
      return serverError(fault.status);
    case 'drop':
      return cut(line);
    case 'lost-answer':
      await line.honest();
      return cut(line);
    case 'half-answer':
      return sendHalf(line, await line.honest());
    case 'silent':
      return HANDLED;
  }
}
