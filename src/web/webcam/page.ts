import { html, raw } from 'hono/html';

import { EMOTION_COLOURS, MOOD_COLOURS } from '../../cards/colours.ts';
import type { Words } from '../../cards/words.ts';
import { EMOTIONS } from '../../domain/emotion.ts';
import { MOOD_NAMES } from '../../domain/mood.ts';
import { type Html, page } from '../page.ts';
import { liveCircle } from './circle.ts';
import { pageWords } from './page-words.ts';
import type { PageSettings } from './shared.ts';

export interface WebcamPage {
  /** What the link is known by. */
  readonly id: string;
  readonly locale: string;
  /** Where the assets lie, seen from the page, with a slash at its end. */
  readonly assets: string;
  /** What they weigh, in bytes. */
  readonly size: number;
  /** The leading probability from which on a reading is sure. */
  readonly sureFrom: number;
  readonly nonce: string;
}

/** The policy of our pages forbids style attributes, so a colour comes by its class. */
const COLOURS = raw(
  [
    ...EMOTIONS.map((name) => `.emotion-${name} { background: ${EMOTION_COLOURS[name]}; }`),
    ...MOOD_NAMES.map((name) => `circle.mood-${name} { fill: ${MOOD_COLOURS[name]}; }`),
  ].join('\n'),
);

/** The page that reads a face live, on the device that shows it. */
export function webcamPage({ id, locale, assets, size, sureFrom, nonce }: WebcamPage, t: Words): Html {
  const title = t('webcam.title');
  const settings: PageSettings = {
    worker: `${assets}worker.js`,
    link: id,
    locale,
    sureFrom,
    words: pageWords(Math.ceil(size / 1e6), t),
  };
  return page(
    { language: t('language.code'), title: t('page.title', { title }), description: title, nonce },
    html`<link rel="stylesheet" href="${assets}page.css" />
      <style nonce="${nonce}">
        ${COLOURS}
      </style>
      <h1>${title}</h1>
      <p class="intro" id="intro">${t('webcam.intro', { use: t('webcam.use') })}</p>
      <noscript>
        <p>${t('webcam.noScript')}</p>
      </noscript>
      <div class="live" id="live">
        <div class="before">
          <div class="stage" id="stage" tabindex="-1">
            <video id="video" muted playsinline autoplay aria-hidden="true" hidden></video>
            <div class="box" id="box" hidden></div>
            <div class="curtain" id="curtain">
              <p id="notice"></p>
              <button type="button" id="start" disabled>${t('webcam.start')}</button>
              <button type="button" id="again" hidden>${t('webcam.again')}</button>
            </div>
          </div>
          <p class="actions">
            <button type="button" id="use" disabled>${t('webcam.use')}</button>
            <button type="button" id="snapshot" class="second" aria-describedby="snapshot-hint" disabled>
              ${t('webcam.snapshot')}
            </button>
            <label class="file" id="choose" hidden
              ><input type="file" id="file" accept="image/*" capture="user" /><span
                >${t('webcam.choose')}</span
              ></label
            >
          </p>
          <p class="quiet" id="snapshot-hint">${t('webcam.snapshotHint')}</p>
        </div>
        <section class="reading" id="reading" aria-labelledby="headline">
          <h2 id="headline">${t('picture.emotions')}</h2>
          <p class="quiet" id="how-sure"></p>
          <ul class="bars">
            ${EMOTIONS.map(
              (emotion) =>
                html`<li>
                  <span class="name">${t(`emotion.${emotion}`)}</span>
                  <span class="bar" aria-hidden="true"
                    ><span class="fill emotion-${emotion}" id="bar-${emotion}"></span
                  ></span>
                  <span class="percent" id="percent-${emotion}">–</span>
                </li>`,
            )}
          </ul>
          <p class="in-music" id="mood"></p>
          ${liveCircle(t)}
          <p class="quiet rate">${t('webcam.rate')} <span id="rate">–</span></p>
        </section>
      </div>
      <section class="songs" id="songs" aria-labelledby="songs-title" hidden>
        <h2 id="songs-title" tabindex="-1"></h2>
        <p id="songs-said"></p>
        <ol id="tracks"></ol>
        <p class="quiet">${t('list.spotify')}</p>
      </section>
      <p class="unseen" role="status" id="spoken"></p>
      <script type="application/json" id="settings">
        ${raw(JSON.stringify(settings).replaceAll('<', '\\u003c'))}
      </script>
      <script nonce="${nonce}" src="${assets}page.js"></script>`,
  );
}
