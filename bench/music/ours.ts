// A process that loads a catalogue as the bot does, and chooses lists from it: `ours.ts FILE LISTS`.
import { z } from 'zod';

import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { choose } from '../../src/music/choose.ts';
import { play } from './play.ts';

/** Until then V8 has compiled what it compiles; a bot that runs for days is never colder. */
const WARM_UP = 20;

const [file, lists] = z.tuple([z.string(), z.coerce.number()]).parse(process.argv.slice(2));

await play(
  async () => {
    const catalogue = await loadCatalogue(file);
    return {
      size: catalogue.size,
      idAt: (row) => catalogue.columns.names.id(row),
      choose: (wish) => choose(catalogue, wish),
    };
  },
  lists,
  WARM_UP,
);
