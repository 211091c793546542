import type { PageScene } from './pages.ts';
import type { Scene } from './scenes.ts';
import type { Section } from './sections.ts';
import type { Speaker } from './stage.ts';

type Exhibit = Scene | PageScene;

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/**
 * The page that shows the pictures, as Markdown.
 * @param chat what is there in the first language alone
 */
export function listing(
  sections: readonly Section[],
  speakers: readonly [Speaker, ...Speaker[]],
  chat: PageScene,
  date: Date,
): string {
  const languages = speakers.map(({ locale }) => LANGUAGE_NAMES.of(locale) ?? locale).join(', ');
  const [first] = speakers;
  return [
    '# Every card and every page',
    `Side by side in ${languages}, as \`npm run gallery\` made them on ${date.toISOString().slice(0, 10)}: the real bot answers ` +
      'people of three languages in the sandbox, and a headless Chromium draws the chats and opens the pages. The ' +
      'faces are those of the sample photos of the face-api package. Each picture leads to itself in full. What ' +
      'Discord itself says around a card ("Only you can see this") stays English here.',
    ...sections.flatMap(({ title, cards, pages }) => [
      `## ${title}`,
      ...[...cards, ...pages].flatMap((item) => [
        `${item.about}:`,
        speakers.map((speaker) => picture(item, speaker)).join('\n'),
      ]),
    ]),
    '## For developers',
    `${chat.about}:`,
    picture(chat, first, 640),
    '',
  ].join('\n\n');
}

function picture({ name, about }: Exhibit, { locale }: Speaker, width = 280): string {
  const file = `gallery/${locale}/${name}.webp`;
  const alt = `${about.replaceAll(/[`*]/g, '')}, in ${LANGUAGE_NAMES.of(locale) ?? locale}`;
  return `<a href="${file}"><img src="${file}" width="${width}" alt="${alt}"></a>`;
}
