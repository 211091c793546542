import { z } from 'zod';

import { KINDS } from './wishes.ts';

const milliseconds = z.number().min(0);
const megabytes = z.number().min(0);

/** What a process says that loaded a catalogue and chose lists from it. */
export const playedShape = z.object({
  load: milliseconds,
  /** For each kind of wish, how long each list took. */
  lists: z.record(z.enum(KINDS), z.array(milliseconds)),
  memory: z.object({ resident: megabytes, heap: megabytes, outside: megabytes }),
});

export type Played = z.infer<typeof playedShape>;
