/**
 * What a button or select under a card carries, so that it works after a restart: what to do, and the arguments of
 * that. `consent:agree:ID`, say. Discord allows 100 characters; ours stay below 60.
 */
export const BUTTONS = {
  consentAgree: 'consent-agree',
  consentNo: 'consent-no',
  listIntent: 'list-intent',
  listMore: 'list-more',
  listPage: 'list-page',
  listOpen: 'list-open',
  forgetAsk: 'forget-ask',
  forgetYes: 'forget-yes',
  forgetNo: 'forget-no',
  spotifySave: 'spotify-save',
  spotifyAdd: 'spotify-add',
  spotifyQueue: 'spotify-queue',
  spotifyLink: 'spotify-link',
} as const;

export type ButtonName = (typeof BUTTONS)[keyof typeof BUTTONS];

export function customId(name: ButtonName, ...args: readonly (string | number)[]): string {
  return [name, ...args].join(':');
}

/** The other way round; the name is whatever stood there, so that the caller can refuse what it does not know. */
export function parseCustomId(id: string): { readonly name: string; readonly args: readonly string[] } {
  const [name = '', ...args] = id.split(':');
  return { name, args };
}
