import type { PageWords, Songs } from '../shared.ts';
import { element } from './elements.ts';

/** Shows the list that came back, and leads people to it. */
export function showSongs({ title, told, page, tracks }: Songs, words: PageWords): void {
  const heading = element('songs-title', HTMLHeadingElement);
  heading.textContent = title;
  const said = element('songs-said', HTMLParagraphElement);
  said.textContent = told ? words.sent : words.sentOnlyHere;
  if (page !== null) said.append(' ', linkTo(page, words.openList));
  element('tracks', HTMLOListElement).replaceChildren(...tracks.map(rowOf));
  element('live', HTMLDivElement).hidden = element('intro', HTMLParagraphElement).hidden = true;
  element('songs', HTMLElement).hidden = false;
  heading.focus();
}

function rowOf({ title, url, artists, reason, mood }: Songs['tracks'][number], index: number): HTMLElement {
  const row = document.createElement('li');
  row.className = `mood-${mood}`;
  const number = textIn('span', String(index + 1), 'number');
  number.setAttribute('aria-hidden', 'true');
  const about = document.createElement('div');
  about.append(linkTo(url, title), textIn('div', artists), textIn('div', reason, 'quiet'));
  row.append(number, about);
  return row;
}

function linkTo(url: string, text: string): HTMLElement {
  const link = document.createElement('a');
  Object.assign(link, { href: url, textContent: text, rel: 'noreferrer', target: '_blank' });
  return link;
}

function textIn(tag: 'span' | 'div', text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  Object.assign(element, { textContent: text, className });
  return element;
}
