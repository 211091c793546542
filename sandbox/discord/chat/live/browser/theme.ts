import { note } from './notes.ts';

const KEY = 'sandbox-theme';
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** The look that was chosen last; that of the system unless one was. */
const chosen = (): Theme => THEMES.find((it) => it === localStorage.getItem(KEY)) ?? 'system';

/** Wears the look that was chosen last. */
export function wearTheme(): void {
  document.documentElement.dataset['theme'] = chosen();
}

/** Goes on to the next look. */
export function nextTheme(): void {
  const next = THEMES[(THEMES.indexOf(chosen()) + 1) % THEMES.length] ?? 'system';
  localStorage.setItem(KEY, next);
  wearTheme();
  note(next === 'system' ? 'The look goes with your system' : `The look is ${next}`);
}
