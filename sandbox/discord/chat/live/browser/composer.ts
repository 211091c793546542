import type { Choice, CommandOffered, Entry } from '../protocol.ts';
import { takePhoto } from './camera.ts';
import { CommandLine } from './command-line.ts';
import { el, fill, icon, iconButton, onPress, set } from './dom.ts';
import { choose, hand, sample } from './files.ts';
import type { Attached } from './files.ts';
import { ListBox, matching } from './list-box.ts';
import { openMenu } from './menu.ts';
import type { MenuItem } from './menu.ts';
import type { Store } from './store.ts';

/** What the box needs of the page. */
export interface ComposerHost {
  readonly store: Store;
  readonly samples: () => readonly { readonly name: string; readonly about: string }[];
  /** Sends a command, and shows that it is on its way. */
  use(command: CommandOffered, values: Record<string, string>): void;
  /** A person wants to change what they wrote last. */
  editNewest(): void;
}

/** The box that is written in: words, files, commands. */
export class Composer {
  readonly element: HTMLFormElement;
  readonly #host: ComposerHost;
  readonly #text: HTMLTextAreaElement;
  readonly #typing = el('div', { class: 'typing', 'data-tour': 'write' });
  readonly #hint = el('p', { class: 'hint', id: 'hint', 'aria-live': 'polite' });
  readonly #tray = el('ul', { class: 'tray', 'aria-label': 'Files to send' });
  readonly #replying = el('div', { class: 'replying' });
  readonly #commands: ListBox;
  #line: CommandLine | null = null;
  #files: Attached[] = [];
  #replyTo: Entry | null = null;

  constructor(host: ComposerHost) {
    this.#host = host;
    this.#text = el('textarea', {
      ...{ id: 'write', rows: '1', maxlength: '4000', autocomplete: 'off', 'aria-describedby': 'hint' },
      'aria-autocomplete': 'list',
    });
    this.#commands = new ListBox({
      ...{ label: 'Commands', anchor: this.#typing, field: this.#text, above: true },
      onPick: ({ value }) => this.#begin(value),
      tourName: ({ value }) => `command:${value}`,
    });
    const attach = iconButton('plus', 'Add a photo or a file', {
      'aria-haspopup': 'menu',
      'data-tour': 'attach',
      class: 'icon-button round',
    });
    onPress(attach, () => openMenu('Add', this.#additions(), attach));
    const send = iconButton('send', 'Send', { type: 'submit', 'data-tour': 'send' });
    this.#typing.append(this.#text);
    this.element = el(
      'form',
      { class: 'composer', 'aria-label': 'Write' },
      this.#replying,
      this.#tray,
      el('div', { class: 'box' }, attach, this.#typing, send),
      this.#hint,
    );
    this.#tray.hidden = this.#replying.hidden = true;
    this.#listen();
  }

  /** Goes with the place: its name, and whether one may write there. */
  place(name: string, writes: boolean): void {
    const words = writes ? `Message ${name}` : 'You may not write here';
    set(this.#text, 'placeholder', words);
    set(this.#text, 'aria-label', words);
    this.#text.disabled = !writes;
    this.element.classList.toggle('off', !writes);
  }

  /** Begins anew: another place, or another person. */
  clear(): void {
    this.#leave();
    this.#text.value = '';
    this.#files = [];
    this.#replyTo = null;
    this.#draw();
  }

  reply(entry: Entry, name: string): void {
    this.#leave();
    this.#replyTo = entry;
    this.#draw(name);
    this.focus();
  }

  focus(): void {
    if (this.#line) this.#line.start();
    else this.#text.focus();
  }

  /** Takes files from wherever they come: into the command that is being written, or beside the words. */
  take(files: readonly File[]): void {
    for (const file of files) if (!this.#line?.take(file)) void this.#attach(file);
  }

  #listen(): void {
    this.#text.addEventListener('input', () => this.#typed());
    this.#text.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.element.addEventListener('wants-file', (event) => {
      if (event.target instanceof HTMLElement) openMenu('Add', this.#additions(), event.target);
    });
    document.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      this.take(files);
    });
  }

  #additions(): readonly MenuItem[] {
    const samples = this.#host.samples().map(({ name, about }, at): MenuItem => ({
      ...{ label: name, about, icon: 'picture', tourName: 'sample' },
      run: () => void sample(at, name).then((file) => this.take([file])),
    }));
    return [
      {
        label: 'Choose a file',
        icon: 'file',
        run: () => void choose(true).then((files) => this.take(files)),
      },
      {
        label: 'Take a photo',
        icon: 'camera',
        run: () => void takePhoto().then((photo) => photo && this.take([photo])),
      },
      ...samples,
    ];
  }

  #typed(): void {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, 240)}px`;
    const { value } = this.#text;
    if (!value.startsWith('/') || value.includes('\n')) {
      this.#commands.hide();
      return;
    }
    const offered = this.#host.store.state?.commands ?? [];
    const choices = offered.map(({ line, label, about }): Choice => ({ value: line, label, about }));
    const exact = offered.find(({ label }) => value === `${label} `);
    if (exact) this.#begin(exact.line);
    else this.#commands.show(matching(choices, value === '/' ? '' : value), { title: 'Commands' });
  }

  #begin(line: string): void {
    const command = this.#host.store.state?.commands.find((it) => it.line === line);
    if (!command) return;
    this.#commands.hide();
    this.#text.value = '';
    this.#line = new CommandLine(command, {
      store: this.#host.store,
      say: (words) => (this.#hint.textContent = words),
      send: (it, values) => {
        this.#leave();
        this.#host.use(it, values);
      },
      leave: () => this.#leave(),
    });
    fill(this.#typing, this.#line.element);
    // A photo that was there before is for the command, if that takes one.
    const begun = this.#line;
    this.#files = this.#files.filter(({ file }) => !begun.take(file));
    this.#draw();
    begun.start();
    this.#hint.textContent = command.about;
  }

  #leave(): void {
    this.#commands.hide();
    this.#hint.textContent = '';
    if (!this.#line) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.#line.close();
    this.#line = null;
    fill(this.#typing, this.#text);
    if (hadFocus) this.#text.focus();
  }

  #key(event: KeyboardEvent): void {
    if (this.#commands.key(event) || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) this.#send();
    else if (event.key === 'Escape') {
      this.#replyTo = null;
      this.#draw();
    } else if (event.key === 'ArrowUp' && this.#text.value === '') this.#host.editNewest();
    else return;
    event.preventDefault();
  }

  #send(): void {
    if (this.#line) {
      this.#line.send();
      return;
    }
    const content = this.#text.value;
    if (content.trim() === '' && this.#files.length === 0) return;
    const files = this.#files;
    const reply = this.#replyTo ? { replyTo: this.#replyTo.id } : {};
    this.clear();
    this.#typed();
    void this.#host.store
      .act({ do: 'post', content, files: files.map(({ id }) => id), ...reply })
      .then((outcome) => {
        if (outcome || this.#text.value !== '') return;
        // What was refused stays in the box.
        this.#text.value = content;
        this.#files = files;
        this.#draw();
      });
  }

  async #attach(file: File): Promise<void> {
    const attached = await hand(this.#host.store, file);
    if (attached) this.#files.push(attached);
    this.#draw();
    this.#text.focus();
  }

  #draw(replyName = ''): void {
    this.#tray.hidden = this.#files.length === 0;
    fill(this.#tray, ...this.#files.map((file) => this.#card(file)));
    this.#replying.hidden = this.#replyTo === null;
    const stop = iconButton('close', 'Do not reply');
    onPress(stop, () => {
      this.#replyTo = null;
      this.#draw();
    });
    fill(this.#replying, el('span', {}, `Replying to ${replyName}`), stop);
  }

  #card(file: Attached): HTMLElement {
    const remove = iconButton('bin', `Remove ${file.name}`);
    onPress(remove, () => {
      this.#files = this.#files.filter((it) => it !== file);
      this.#draw();
    });
    const picture = file.picture ? el('img', { src: file.picture, alt: '' }) : icon('file');
    return el('li', { class: 'card' }, picture, el('span', {}, file.name), remove);
  }
}
