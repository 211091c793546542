import { html } from 'hono/html';

import { listText, listTitle } from '../cards/list-card.ts';
import { reasonText } from '../cards/reason-text.ts';
import type { Words } from '../cards/words.ts';
import { moodNameAt } from '../domain/mood.ts';
import { type Playlist, spotifyUrl } from '../domain/playlist.ts';
import { type Html, page } from './page.ts';

/**
 * A playlist's page: every track with its link, and a button that copies the whole list. It tells nothing of whose
 * list it is.
 * @param days how long a playlist is kept
 */
export function listPage(playlist: Playlist, days: number, nonce: string, t: Words): Html {
  const title = listTitle(playlist, t);
  const intro = t('page.intro', { count: playlist.picks.length });
  const moods = playlist.picks.map(({ track }) => `mood-${moodNameAt(track)}`);
  return page(
    { language: t('language.code'), title: t('page.title', { title }), description: intro, nonce },
    html`<h1>${title}</h1>
      <div class="path" aria-hidden="true">${moods.map((mood) => html`<span class="${mood}"></span>`)}</div>
      <p>${intro}</p>
      <p class="copy">
        <button type="button" id="copy">${t('page.copy')}</button>
        <span id="said" role="status" data-copied="${t('page.copied')}" data-failed="${t('page.copyFailed')}">
        </span>
      </p>
      <textarea id="list" aria-label="${title}" rows="12" hidden readonly>${listText(playlist, t)}</textarea>
      <ol>
        ${playlist.picks.map(
          ({ track }, index) =>
            html`<li class="${moods[index] ?? ''}">
              <span class="number" aria-hidden="true">${index + 1}</span>
              <div>
                <a href="${spotifyUrl(track)}" rel="noreferrer">${track.title}</a>
                <div>${track.artists.join(', ')}${track.year === undefined ? '' : ` · ${track.year}`}</div>
                <div class="quiet">${reasonText(playlist, index, t)}</div>
              </div>
            </li>`,
        )}
      </ol>
      <p class="quiet">${t('list.spotify')}<br />${t('page.privacy', { days })}</p>
      <script nonce="${nonce}">
        const said = document.getElementById('said');
        const list = document.getElementById('list');
        document.getElementById('copy').addEventListener('click', async () => {
          try {
            await navigator.clipboard.writeText(list.value);
            said.textContent = said.dataset.copied;
          } catch {
            list.hidden = false;
            list.select();
            said.textContent = said.dataset.failed;
          }
        });
      </script>`,
  );
}

/** A page of two sentences. */
export function messagePage(title: string, text: string, nonce: string, t: Words): Html {
  return page(
    { language: t('language.code'), title: t('page.title', { title }), description: text, nonce },
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  );
}
