import { rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { listing } from './listing.ts';
import { CHAT, type PageScene } from './pages.ts';
import { played, type Scene, sceneryOf } from './scenes.ts';
import { SECTIONS } from './sections.ts';
import { keepPicture, shootMessages, shootPage } from './shots.ts';
import { type Cast, castOf, openStage, SPEAKERS } from './stage.ts';

// Every card and page in three languages, as the real bot answers and draws them, and docs/gallery.md, which shows
// them. Run by `npm run gallery`; needs Chromium.

const folder = import.meta.dirname;
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
let total = 0;

async function keep({ speaker }: Cast, name: string, png: Buffer): Promise<void> {
  const bytes = await keepPicture(resolve(folder, speaker.locale, `${name}.webp`), png);
  total += bytes;
  tell(`${speaker.locale}/${name}.webp: ${bytes} bytes`);
}

const stage = await openStage();
try {
  const { browser } = stage;
  const shootCard = async (cast: Cast, scene: Scene): Promise<void> => {
    await keep(cast, scene.name, await shootMessages(browser, await played(scene, stage, cast)));
  };
  const shoot = async (cast: Cast, { name, play, ...look }: PageScene): Promise<void> => {
    const on = sceneryOf(stage, cast);
    const { locale } = cast.speaker;
    await keep(cast, name, await shootPage(browser, { ...look, locale }, (tab) => play(on, tab)));
  };

  for (const speaker of SPEAKERS) {
    await rm(resolve(folder, speaker.locale), { recursive: true, force: true });
    const cast = castOf(stage, speaker);
    for (const { cards, pages } of SECTIONS) {
      for (const card of cards) await shootCard(cast, card);
      for (const page of pages) await shoot(cast, page);
    }
  }
  // In a server without the channels of all those scenes.
  await shoot(castOf(stage, SPEAKERS[0]), CHAT);
  tell(`${total} bytes in all`);

  const file = resolve(folder, '../gallery.md');
  const options = await resolveConfig(file);
  const text = listing(SECTIONS, SPEAKERS, CHAT, new Date());
  await writeFile(file, await format(text, { ...options, parser: 'markdown' }));
} finally {
  await stage.close();
}
