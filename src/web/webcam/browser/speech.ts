/** Says things to people who listen to the page, calmly: what changes ten times a second is said once in a while. */
export interface Speech {
  /** Says it now. */
  say(text: string): void;
  /** Says it when the last word is some seconds ago, and it is another one. */
  mention(text: string, at: number): void;
}

/** Long enough to hear a sentence out and to think about it, in milliseconds. */
const PAUSE = 5_000;

/** @param region a live region of the page */
export function createSpeech(region: HTMLElement): Speech {
  let saidAt = -Infinity;
  return {
    say: (text) => {
      region.textContent = text;
      saidAt = performance.now();
    },
    mention: (text, at) => {
      if (at - saidAt < PAUSE || region.textContent === text) return;
      region.textContent = text;
      saidAt = at;
    },
  };
}
