import { CONSENT, HELP, LISTS, MOODS, PRIVACY, SELFIES, SPOTIFY, WAYS } from './cards.ts';
import { LIST_PAGES, type PageScene, SPOTIFY_PAGES, WEBCAM_PAGES } from './pages.ts';
import type { Scene } from './scenes.ts';

/** A part of the gallery. */
export interface Section {
  readonly title: string;
  readonly cards: readonly Scene[];
  readonly pages: readonly PageScene[];
}

/** All cards and pages. They are played in this order: who agrees at first is forgotten at last. */
export const SECTIONS: readonly Section[] = [
  { title: 'Consent', cards: CONSENT, pages: [] },
  { title: 'The mood', cards: MOODS, pages: [] },
  { title: 'The list', cards: LISTS, pages: LIST_PAGES },
  { title: 'The webcam', cards: WAYS, pages: WEBCAM_PAGES },
  { title: 'Selfies', cards: SELFIES, pages: [] },
  { title: 'Spotify', cards: SPOTIFY, pages: SPOTIFY_PAGES },
  { title: 'Help, and what goes wrong', cards: HELP, pages: [] },
  { title: 'What is kept', cards: PRIVACY, pages: [] },
];
