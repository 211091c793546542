import type { Deed, Outcome, State } from '../protocol.ts';
import type { Line } from './line.ts';
import { note } from './notes.ts';

/** What all parts of the page share: the state as it was told last, and the line on which something is done. */
export interface Store {
  readonly state: State | null;
  readonly tab: string;
  /** Does something; a refusal shows as a note. Gives what came of it, or null where it was refused. */
  act(deed: Deed): Promise<Outcome | null>;
  /** Shows another place, or the same through other eyes. */
  go(to: { readonly as?: string; readonly at?: string }): void;
}

/** Does something on the line, and says it where Discord's client would not let one do it. */
export async function actOn(line: Line, deed: Deed): Promise<Outcome | null> {
  const outcome = await line.act(deed);
  if (outcome.refused === undefined) return outcome;
  note(outcome.refused);
  return null;
}
