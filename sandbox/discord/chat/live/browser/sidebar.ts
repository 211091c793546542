import type { Person, PlaceSeen, State } from '../protocol.ts';
import { el, fill, icon, onPress, set } from './dom.ts';
import type { IconName } from './dom.ts';
import { openMenu } from './menu.ts';
import type { Store } from './store.ts';

const SIGNS: Readonly<Record<PlaceSeen['kind'], IconName>> = {
  text: 'hash',
  forum: 'forum',
  thread: 'thread',
  dm: 'mail',
  category: 'down',
};

/** The drawing that goes with a place. */
export const signOf = ({ kind }: PlaceSeen): IconName => SIGNS[kind];

/** The servers, the channels, and who one is. */
export class Sidebar {
  readonly rail = el('nav', { class: 'rail', 'aria-label': 'Servers' });
  readonly side = el('div', { class: 'side', id: 'side' });
  readonly #store: Store;
  readonly #seen = new Map<string, string | null>();
  #drawn = '';

  constructor(store: Store) {
    this.#store = store;
  }

  show(state: State): void {
    const here = state.places.find(({ id }) => id === state.at);
    for (const { id, newest } of state.places)
      if (id === state.at || !this.#seen.has(`${state.you} ${id}`))
        this.#seen.set(`${state.you} ${id}`, newest);
    const news = state.places
      .filter((it) => this.#seen.get(`${state.you} ${it.id}`) !== it.newest)
      .map(({ id }) => id);
    const { places, guilds, cast, you, at, bot } = state;
    const shown = places.map(({ id, name, kind, parent }) => [id, name, kind, parent]);
    const known = JSON.stringify([shown, guilds, cast, you, at, bot, news]);
    if (known === this.#drawn) return;
    this.#drawn = known;
    const focus =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['focus'] : undefined;
    this.#drawRail(state, here, news);
    this.#drawSide(state, here, news);
    if (focus) document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
  }

  #drawRail({ guilds, places, bot }: State, here: PlaceSeen | undefined, news: readonly string[]): void {
    const button = (label: string, mark: Node | string, guild: string | null): HTMLElement => {
      const inside = places.filter((it) => it.guild === guild && it.kind !== 'category');
      const isNew = inside.some(({ id }) => news.includes(id));
      const item = el(
        'button',
        {
          type: 'button',
          class: isNew ? 'server new' : 'server',
          title: label,
          'data-focus': `server-${guild ?? ''}`,
          'aria-current': here?.guild === guild ? 'true' : null,
        },
        el('span', { class: 'server-mark', 'aria-hidden': 'true' }, mark),
        el('span', { class: 'unseen' }, isNew ? `${label}, new messages` : label),
      );
      const [first] = inside;
      return onPress(item, () => first && this.#store.go({ at: first.id }));
    };
    fill(
      this.rail,
      button('Direct messages', el('img', { src: bot.avatar, alt: '' }), null),
      el('hr', { 'aria-hidden': 'true' }),
      ...guilds.map(({ id, name }) => button(name, initials(name), id)),
    );
  }

  #drawSide(state: State, here: PlaceSeen | undefined, news: readonly string[]): void {
    const guild = state.guilds.find(({ id }) => id === here?.guild);
    const shown = state.places.filter((it) => it.guild === (guild?.id ?? null));
    const rows = shown.map((place) =>
      el(
        'li',
        { class: place.parent && place.kind === 'thread' ? 'inner' : '' },
        this.#row(place, state, news),
      ),
    );
    fill(
      this.side,
      el('h2', { class: 'side-head' }, guild?.name ?? 'Direct messages'),
      el(
        'nav',
        { class: 'channels', 'aria-label': guild ? 'Channels' : 'Conversations', 'data-tour': 'channels' },
        el('ul', {}, ...rows),
      ),
      this.#you(state),
    );
  }

  #row(place: PlaceSeen, state: State, news: readonly string[]): HTMLElement {
    if (place.kind === 'category') return el('span', { class: 'category' }, place.name);
    const isNew = news.includes(place.id);
    const mark =
      place.kind === 'dm'
        ? el('img', { class: 'avatar', src: state.bot.avatar, alt: '' })
        : icon(signOf(place));
    const row = el(
      'button',
      {
        type: 'button',
        class: isNew ? 'place new' : 'place',
        'data-focus': `place-${place.id}`,
        'aria-current': place.id === state.at ? 'page' : null,
        'data-tour': place.kind === 'dm' ? 'dm' : `place:${place.name}`,
      },
      mark,
      el('span', { class: 'place-name' }, place.name),
      isNew ? el('span', { class: 'unseen' }, 'new messages') : null,
    );
    return onPress(row, () => this.#store.go({ at: place.id }));
  }

  #you({ cast, you }: State): HTMLElement {
    const self = cast.find(({ id }) => id === you);
    const button = el(
      'button',
      {
        type: 'button',
        class: 'you',
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        'data-tour': 'people',
        'data-focus': 'you',
      },
      el('img', { class: 'avatar', src: self?.avatar, alt: '' }),
      el(
        'span',
        { class: 'you-name' },
        el('b', {}, el('span', { class: 'unseen' }, 'You are '), self?.name ?? ''),
        el('small', {}, self?.about ?? ''),
      ),
      icon('people'),
    );
    const be = ({ id, name, about }: Person): Parameters<typeof openMenu>[1][number] => ({
      ...{ label: name, about: id === you ? 'you, now' : about, tourName: `person:${name}` },
      run: () => this.#store.go({ as: id }),
    });
    return onPress(button, () => openMenu('Be somebody else', cast.map(be), button));
  }
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .slice(0, 3)
    .join('');

/** The list of those who are here. */
export function drawPeople(
  list: HTMLElement,
  state: State,
  onUse: (person: Person, row: HTMLElement) => void,
): void {
  const row = (person: Person): HTMLElement => {
    const isOff = person.bot && !state.bot.online;
    const contents = [
      el('img', { class: 'avatar', src: person.avatar, alt: '' }),
      el(
        'span',
        { class: 'place-name' },
        person.name,
        person.bot ? el('span', { class: 'app' }, 'APP') : null,
        el('small', {}, isOff ? 'not connected' : person.about),
      ),
    ];
    if (state.onPerson.length === 0 || person.bot)
      return el('li', { class: isOff ? 'person off-line' : 'person' }, ...contents);
    const button = el('button', { type: 'button', class: 'person', 'aria-haspopup': 'menu' }, ...contents);
    onPress(button, () => onUse(person, button));
    return el('li', {}, button);
  };
  const people = state.present.filter(({ bot }) => !bot);
  const bots = state.present.filter(({ bot }) => bot);
  fill(
    list,
    el('h2', {}, `Members — ${state.present.length}`),
    el('ul', {}, ...[...people, ...bots].map(row)),
  );
  set(list, 'aria-label', 'Members');
}
