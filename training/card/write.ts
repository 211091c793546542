// Writes the card of the net that ships: node training/card/write.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FERNET } from '../../src/vision/node/fernet.ts';
import { cardFrom } from './card.ts';
import { readFigures, readTemplate } from './figures.ts';

for (const [name, text] of Object.entries(await cardFrom(await readFigures(), await readTemplate())))
  await writeFile(join(FERNET, name), text);
