import type { Form, FormField, Outcome } from '../protocol.ts';
import { openDialog } from './dialog.ts';
import { el } from './dom.ts';
import { hand } from './files.ts';
import type { Store } from './store.ts';

type Value = string | boolean | string[];

/** Where one field's value is read. */
interface Entry {
  readonly element: HTMLElement;
  readonly value: () => Promise<Value | undefined>;
}

/** Shows a form of the bot, and sends it back filled in. */
export function openForm(store: Store, form: Form, then: (outcome: Outcome) => void): void {
  const entries = form.fields.map((field) => [field.id, entryOf(store, field)] as const);
  const wrong = el('p', { class: 'went-wrong', role: 'alert' });
  const send = el('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const element = el(
    'form',
    { class: 'form' },
    ...form.texts.map((text) => el('p', { class: 'quiet' }, text)),
    ...entries.map(([, entry]) => entry.element),
    wrong,
    el('div', { class: 'dialog-foot' }, send),
  );
  const dialog = openDialog(form.title, element);
  element.querySelector<HTMLElement>('input, textarea')?.focus();
  const submit = async (): Promise<void> => {
    send.disabled = true;
    const values: Record<string, Value> = {};
    for (const [id, entry] of entries) {
      const value = await entry.value();
      if (value !== undefined) values[id] = value;
    }
    const outcome = await store.act({ do: 'submit', form: form.id, values });
    send.disabled = false;
    wrong.textContent = outcome?.failed ?? (outcome ? '' : 'Look at the note below, and try again.');
    if (!outcome || outcome.failed !== undefined) return;
    dialog.close();
    then(outcome);
  };
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
}

function entryOf(store: Store, field: FormField): Entry {
  switch (field.kind) {
    case 'tick':
      return tick(field);
    case 'picks':
      return picks(field);
    case 'files':
      return files(store, field);
    case 'line':
    case 'lines':
      return text(field);
  }
}

const nameOf = ({ label, required }: FormField): string => (required ? `${label} *` : label);

function text(field: FormField): Entry {
  const { id, kind, required, least, most, placeholder, value } = field;
  const attributes = {
    id: `field-${id}`,
    required,
    minlength: least,
    maxlength: most,
    placeholder,
    autocomplete: 'off',
  };
  const input =
    kind === 'lines'
      ? el('textarea', { ...attributes, rows: '4' })
      : el('input', { ...attributes, type: 'text' });
  input.value = value;
  const label = el('label', { for: `field-${id}` }, nameOf(field));
  const about = field.about ? el('small', {}, field.about) : null;
  return {
    element: el('div', { class: 'field' }, label, about, input),
    value: () => Promise.resolve(input.value),
  };
}

function tick({ id, label, about, value }: FormField): Entry {
  const input = el('input', { type: 'checkbox', id: `field-${id}` });
  input.checked = value === 'true';
  const words = el('label', { for: `field-${id}` }, label, about ? el('small', {}, about) : null);
  return {
    element: el('div', { class: 'field tick' }, input, words),
    value: () => Promise.resolve(input.checked),
  };
}

function picks(field: FormField): Entry {
  const type = field.most === 1 && field.required ? 'radio' : 'checkbox';
  const boxes = field.choices.map(({ value, label, about, chosen }) => {
    const input = el('input', { type, name: `field-${field.id}`, value });
    input.checked = chosen ?? false;
    return {
      input,
      row: el(
        'label',
        { class: 'pick' },
        input,
        el('span', {}, label, about ? el('small', {}, about) : null),
      ),
    };
  });
  const legend = el('legend', {}, nameOf(field), field.about ? el('small', {}, field.about) : null);
  const element = el('fieldset', { class: 'field picks' }, legend, ...boxes.map(({ row }) => row));
  const chosen = (): string[] => boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
  return { element, value: () => Promise.resolve(chosen()) };
}

function files(store: Store, field: FormField): Entry {
  const input = el('input', {
    type: 'file',
    id: `field-${field.id}`,
    required: field.required,
    multiple: field.most > 1,
  });
  const element = el(
    'div',
    { class: 'field' },
    el('label', { for: `field-${field.id}` }, nameOf(field)),
    input,
  );
  const value = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (const file of input.files ?? []) {
      const attached = await hand(store, file);
      if (attached) ids.push(attached.id);
    }
    return ids;
  };
  return { element, value };
}
