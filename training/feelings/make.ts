import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { madeFiles } from './made-files.ts';

// Makes what data/feelings/ holds beside the files kept by hand. Run by `npm run feelings` after a change to those.

for (const [name, text] of await madeFiles())
  await writeFile(fileURLToPath(new URL(`../../data/feelings/${name}`, import.meta.url)), text);
