import { el, iconButton, onPress } from './dom.ts';

/** Opens something above the page that has to be dealt with first. It is gone when it closes. */
export function openDialog(title: string, ...contents: readonly Node[]): HTMLDialogElement {
  const close = iconButton('close', 'Close');
  const id = `dialog-${Date.now()}`;
  const dialog = el(
    'dialog',
    { class: 'dialog', 'aria-labelledby': id },
    el('div', { class: 'dialog-head' }, el('h2', { id }, title), close),
    ...contents,
  );
  onPress(close, () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks for a line of text. Resolves to null when nothing is said. */
export function ask(title: string, label: string, doIt: string, before = ''): Promise<string | null> {
  const input = el('textarea', {
    rows: '1',
    maxlength: '2000',
    required: true,
    id: 'asked',
    autocomplete: 'off',
  });
  input.value = before;
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const form = el(
    'form',
    { method: 'dialog', class: 'form' },
    el('label', { for: 'asked' }, label),
    input,
    el('div', { class: 'dialog-foot' }, el('button', { type: 'submit', class: 'button primary' }, doIt)),
  );
  const dialog = openDialog(title, form);
  input.focus();
  let said: string | null = null;
  form.addEventListener('submit', () => (said = input.value.trim()));
  return new Promise((resolve) => dialog.addEventListener('close', () => resolve(said)));
}

/** Shows a picture as large as the window allows. */
export function enlarge(picture: HTMLImageElement): void {
  openDialog(picture.alt || 'Picture', el('img', { src: picture.src, alt: picture.alt, class: 'large' }));
}
