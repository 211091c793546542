import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import subsetFont from 'subset-font';

import { lettersOf } from './letters.ts';

// Cuts the fonts for Japanese and Chinese down to what the language files say. Run by `npm run fonts` after a change to
// those; it fetches the whole fonts from npm.

/** The version that the files in data/fonts/ were cut from. */
const VERSION = '0.4.3';

const FONTS = [
  { language: 'ja', part: 'jp', family: 'NotoSansJP' },
  { language: 'zh-CN', part: 'sc', family: 'NotoSansSC' },
] as const;

const WEIGHTS = [
  { name: 'Regular', file: '400Regular' },
  { name: 'Bold', file: '700Bold' },
] as const;

/** What only matters for vertical text, other languages' shapes of a sign, or small sizes on old screens. */
const UNUSED = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'VORG', 'gasp', 'vhea', 'vmtx'];

const run = promisify(execFile);
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
const FETCHED = fileURLToPath(new URL('../../var/fonts/', import.meta.url));

await mkdir(FETCHED, { recursive: true });
for (const { language, part, family } of FONTS) {
  const name = `noto-sans-${part}`;
  await run('npm', ['pack', '--silent', `@expo-google-fonts/${name}@${VERSION}`], { cwd: FETCHED });
  await run('tar', ['-xzf', `expo-google-fonts-${name}-${VERSION}.tgz`], { cwd: FETCHED });
  const words: unknown = JSON.parse(await readFile(`${DATA}languages/${language}.json`, 'utf8'));
  const letters = [...lettersOf(words)].toSorted().join('');
  for (const weight of WEIGHTS) {
    const whole = await readFile(`${FETCHED}package/${weight.file}/${family}_${weight.file}.ttf`);
    const cut = await subsetFont(whole, letters, {
      targetFormat: 'sfnt',
      keepFeatures: [],
      noLayoutClosure: true,
      noHinting: true,
      dropTables: UNUSED,
    });
    await writeFile(`${DATA}fonts/${family}-${weight.name}.ttf`, cut);
  }
  await copyFile(`${FETCHED}package/LICENSE_FONT`, `${DATA}fonts/OFL-NotoSans.txt`);
}
