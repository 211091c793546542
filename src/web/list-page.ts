import { html, raw } from 'hono/html';

import { listText, listTitle } from '../cards/list-card.ts';
import { reasonText } from '../cards/reason-text.ts';
import type { Words } from '../cards/words.ts';
import { type Playlist, spotifyUrl } from '../domain/playlist.ts';
import { type Html, page } from './page.ts';

/**
 * A playlist's page: every track with its link, and a button that copies the whole list. It tells nothing of whose
 * list it is.
 * @param days how long a playlist is kept
 */
export function listPage(playlist: Playlist, days: number, nonce: string, t: Words): Html {
  const title = listTitle(playlist, t);
  const text = listText(playlist, t);
  return page(
    t('page.title', { title }),
    nonce,
    html`<h1>${title}</h1>
      <p>${t('page.intro', { count: playlist.picks.length })}</p>
      <p><button type="button" id="copy">${t('page.copy')}</button> <span id="said" role="status"></span></p>
      <ol>
        ${playlist.picks.map(
          ({ track }, index) =>
            html`<li>
              <span class="number" aria-hidden="true">${index + 1}</span>
              <div>
                <a href="${spotifyUrl(track)}" rel="noreferrer">${track.title}</a><br />
                ${track.artists.join(', ')} · ${track.year}<br />
                <span class="quiet">${reasonText(playlist, index, t)}</span>
              </div>
            </li>`,
        )}
      </ol>
      <p class="quiet">${t('list.spotify')}. ${t('page.privacy', { days })}</p>
      <textarea id="list" hidden readonly>${text}</textarea>
      <script nonce="${nonce}">
        const said = document.getElementById('said');
        const list = document.getElementById('list');
        document.getElementById('copy').addEventListener('click', async () => {
          try {
            await navigator.clipboard.writeText(list.value);
            said.textContent = ${raw(scriptText(t('page.copied')))};
          } catch {
            list.hidden = false;
            list.select();
            said.textContent = ${raw(scriptText(t('page.copyFailed')))};
          }
        });
      </script>`,
  );
}

/** A page of two sentences. */
export function messagePage(title: string, text: string, nonce: string, t: Words): Html {
  return page(
    t('page.title', { title }),
    nonce,
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  );
}

/** A string literal for a script element: nothing in it can end the element. */
function scriptText(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}
