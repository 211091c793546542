import type { CommandOffered, Deed, Entry, Outcome, State, TourStep, View, Welcome } from '../protocol.ts';
import { Composer } from './composer.ts';
import { ask, enlarge } from './dialog.ts';
import { el, fill, icon, set } from './dom.ts';
import { takeDrops } from './drops.ts';
import { openForm } from './form-dialog.ts';
import { Frame } from './frame.ts';
import { Line } from './line.ts';
import { openMenu } from './menu.ts';
import type { MenuItem, MenuPlace } from './menu.ts';
import { openMessageMenu } from './message-menu.ts';
import { Messages } from './messages.ts';
import { note } from './notes.ts';
import { openSelect } from './select-menu.ts';
import { drawPeople, Sidebar, signOf } from './sidebar.ts';
import { actOn } from './store.ts';
import type { Store } from './store.ts';
import { wearTheme } from './theme.ts';
import { Tour } from './tour.ts';
import { welcomeTo } from './welcome.ts';

/** How many messages are shown at first. */
const SHOWN = 80;

/** How many more messages are shown when somebody wants earlier ones. */
const MORE = 100;

/** The page as a whole: what it was told, and its parts. */
class Page implements Store {
  #state: State | null = null;
  #welcome: Welcome = { kind: 'welcome', tab: '', samples: [], tour: [] };
  #most = SHOWN;
  #tour: Tour | null = null;
  readonly #line: Line;
  readonly #messages: Messages;
  readonly #composer: Composer;
  readonly #sidebar: Sidebar;
  readonly #frame: Frame;

  constructor() {
    wearTheme();
    this.#line = new Line({
      told: (told) => {
        if (told.kind === 'welcome') this.#begin(told);
        else if (told.kind === 'state') this.#show(told);
        else this.#view(told);
      },
      connected: (now) => this.#connected(now),
    });
    this.#messages = new Messages({
      press: (entry, button) => this.#press(entry, button),
      select: (entry, select, element) => void this.#select(entry, select, element),
      react: (entry, emoji) => void this.act({ do: 'react', message: entry.id, emoji }),
      dismiss: (entry) => void this.act({ do: 'remove', message: entry.id }),
      reply: (entry) => this.#composer.reply(entry, this.#writerOf(entry)),
      menu: (entry, place) => this.#menu(entry, place),
      enlarge,
      earlier: () => {
        this.#most += MORE;
        this.#look();
      },
    });
    this.#composer = new Composer({
      store: this,
      samples: () => this.#welcome.samples,
      use: (command, values) => void this.#use(command, values),
      editNewest: () => {
        const own = this.#messages.newestOwn;
        if (own) void this.#edit(own);
      },
    });
    this.#sidebar = new Sidebar(this);
    this.#frame = new Frame({
      rail: this.#sidebar.rail,
      side: this.#sidebar.side,
      messages: this.#messages.element,
      composer: this.#composer.element,
      onThread: () => void this.#newThread(),
      onTour: () => this.#tour?.start(),
      onSkip: () => this.#composer.focus(),
    });
    window.addEventListener('hashchange', () => this.#look());
    takeDrops((files) => this.#composer.take(files));
  }

  /** What the address says of who one is and where, so that a reload leads back. */
  get #here(): { as: string; at: string } {
    const [as = '', at = ''] = location.hash.slice(1).split('/');
    return { as: as || (this.#state?.you ?? ''), at: at || (this.#state?.at ?? '') };
  }

  /** As it was told last. */
  get state(): State | null {
    return this.#state;
  }

  get tab(): string {
    return this.#welcome.tab;
  }

  act(deed: Deed): Promise<Outcome | null> {
    return actOn(this.#line, deed);
  }

  go({ as = this.#here.as, at = this.#here.at }: { readonly as?: string; readonly at?: string }): void {
    this.#frame.closeSides();
    this.#most = SHOWN;
    this.#composer.clear();
    location.hash = `${as}/${at}`;
  }

  #begin(welcome: Welcome): void {
    this.#welcome = welcome;
    this.#look();
    this.#tour ??= this.#tourOf(welcome.tour);
  }

  #tourOf(steps: readonly TourStep[]): Tour {
    const tour = new Tour(steps, {
      newest: () =>
        this.#state?.places
          .map(({ newest }) => newest ?? '0')
          .toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
          .at(-1) ?? '0',
    });
    return tour;
  }

  #look(): void {
    const { as, at } = this.#here;
    void this.#line.act({ do: 'look', as, at, most: this.#most });
  }

  #connected(now: boolean): void {
    document.documentElement.classList.toggle('cut-off', !now);
    this.#say(now);
  }

  #say(connected: boolean): void {
    const bot = this.#state?.bot;
    if (!connected)
      fill(
        this.#frame.banner,
        'The sandbox is not there any more. Start it again, and open the address that it tells.',
      );
    else if (bot && !bot.online)
      fill(
        this.#frame.banner,
        `${bot.name} is not connected: it starts, or it has stopped. Nobody answers until it is back.`,
      );
    else fill(this.#frame.banner);
  }

  #show(state: State): void {
    const before = this.#state;
    this.#state = state;
    const place = state.places.find(({ id }) => id === state.at);
    if (!place) return;
    const isElsewhere = before?.at !== state.at || before.you !== state.you;
    const sign = place.kind === 'dm' ? '@' : '#';
    if (isElsewhere) {
      fill(this.#frame.title, icon(signOf(place)), place.name);
      document.title = `${sign}${place.name} · sandbox`;
      set(this.#messages.element, 'aria-label', `Messages in ${place.name}`);
      if (location.hash !== `#${state.you}/${state.at}`)
        history.replaceState(null, '', `#${state.you}/${state.at}`);
    }
    this.#composer.place(
      place.kind === 'forum' ? 'a post of this forum' : `${sign}${place.name}`,
      place.writes,
    );
    this.#frame.threads.hidden = place.guild === null;
    const words = place.kind === 'forum' ? 'New post' : 'New thread';
    set(this.#frame.threads, 'aria-label', words);
    this.#frame.threads.title = words;
    this.#sidebar.show(state);
    drawPeople(this.#frame.people, state, (person, row) => {
      const items = state.onPerson.map(({ name, label }): MenuItem => {
        return {
          label,
          run: () => void this.#run(this.act({ do: 'useOnPerson', command: name, person: person.id })),
        };
      });
      openMenu(person.name, items, row);
    });
    this.#say(!document.documentElement.classList.contains('cut-off'));
    if (!before) this.#tour?.startOnce();
  }

  #view(view: View): void {
    const place = this.#state?.places.find(({ id }) => id === view.at);
    if (!place) return;
    this.#messages.show(view, welcomeTo(place));
  }

  #press(entry: Entry, button: string): void {
    void this.#control(entry, button, this.act({ do: 'press', message: entry.id, button }));
  }

  async #select(entry: Entry, select: string, element: HTMLElement): Promise<void> {
    const outcome = await this.act({ do: 'open', message: entry.id, select });
    if (!outcome?.offer) return;
    openSelect(element, element.textContent, outcome.offer, (picks) => {
      void this.#control(entry, select, this.act({ do: 'select', message: entry.id, select, picks }));
    });
  }

  /** A button or select that waits for the bot, and says so when it waits in vain. */
  async #control(entry: Entry, control: string, doing: Promise<Outcome | null>): Promise<void> {
    this.#messages.mark(entry.id, control, 'waiting');
    const outcome = await doing;
    const failed = outcome?.failed;
    this.#messages.mark(entry.id, control, failed === undefined ? 'done' : { failed });
    if (outcome?.form) this.#form(outcome);
  }

  async #use(command: CommandOffered, values: Record<string, string>): Promise<void> {
    fill(
      this.#frame.sending,
      el('span', { class: 'spinner', 'aria-hidden': 'true' }),
      `Sending ${command.label}…`,
    );
    await this.#run(this.act({ do: 'use', line: command.line, values }));
    fill(this.#frame.sending);
    this.#composer.focus();
  }

  /** Sees what came of something that leads to messages or a form. */
  async #run(doing: Promise<Outcome | null>): Promise<void> {
    const outcome = await doing;
    if (outcome?.failed !== undefined) note(outcome.failed);
    if (outcome?.form) this.#form(outcome);
  }

  #form({ form }: Outcome): void {
    if (form) openForm(this, form, (outcome) => outcome.form && this.#form(outcome));
  }

  #menu(entry: Entry, place: MenuPlace): void {
    openMessageMenu(entry, place, {
      state: this.#state,
      act: (deed) => void this.act(deed),
      run: (deed) => void this.#run(this.act(deed)),
      reply: () => this.#composer.reply(entry, this.#writerOf(entry)),
      edit: () => void this.#edit(entry),
    });
  }

  async #edit({ id, words }: Entry): Promise<void> {
    const said = await ask('Edit the message', 'Message', 'Save', words ?? '');
    if (said !== null && said !== words) await this.act({ do: 'edit', message: id, content: said });
  }

  async #newThread(): Promise<void> {
    const isForum = this.#state?.places.find(({ id }) => id === this.#state?.at)?.kind === 'forum';
    const name = await ask(isForum ? 'New post' : 'New thread', 'Title', 'Start');
    if (!name) return;
    const outcome = await this.act({ do: 'thread', name });
    if (outcome?.place) this.go({ at: outcome.place });
  }

  #writerOf({ id }: Entry): string {
    return document.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getAttribute('aria-label') ?? '';
  }
}

new Page();
