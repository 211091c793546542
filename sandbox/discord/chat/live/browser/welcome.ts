import type { PlaceSeen } from '../protocol.ts';
import { el, icon } from './dom.ts';
import { signOf } from './sidebar.ts';

/** What stands above the first message of a place. */
export function welcomeTo(place: PlaceSeen): HTMLElement {
  const [title, words] = wordsFor(place);
  const sign = el('span', { class: 'welcome-sign' }, icon(signOf(place)));
  return el('div', { class: 'welcome' }, sign, el('h2', {}, title), el('p', {}, words));
}

function wordsFor({ kind, name }: PlaceSeen): readonly [title: string, words: string] {
  switch (kind) {
    case 'dm':
      return [name, `This is the beginning of your direct messages with ${name}.`];
    case 'forum':
      return [
        `The forum ${name}`,
        'Nothing is written here but in posts: open one in the list of channels, or start one above.',
      ];
    case 'thread':
      return [name, `This is the start of the thread ${name}.`];
    case 'text':
    case 'category':
      return [`Welcome to #${name}!`, `This is the start of the channel ${name}.`];
  }
}
