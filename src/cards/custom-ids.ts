/**
 * What a button or select under a card carries, so that it works after a restart: what to do, and the arguments of
 * that. `consent:agree:ID`, say. Discord allows 100 characters; ours stay below 60.
 */
export const BUTTONS = {
  consentAgree: 'consent-agree',
  consentNo: 'consent-no',
  webcamStart: 'webcam-start',
  listIntent: 'list-intent',
  listMore: 'list-more',
  listPage: 'list-page',
  listOpen: 'list-open',
  listLike: 'list-like',
  listMood: 'list-mood',
  listWhose: 'list-whose',
  privacyKeep: 'privacy-keep',
  privacyExport: 'privacy-export',
  withdrawAsk: 'withdraw-ask',
  withdrawYes: 'withdraw-yes',
  forgetAsk: 'forget-ask',
  forgetYes: 'forget-yes',
  forgetNo: 'forget-no',
  spotifySave: 'spotify-save',
  spotifyAdd: 'spotify-add',
  spotifyQueue: 'spotify-queue',
  spotifyMine: 'spotify-mine',
  spotifyLink: 'spotify-link',
  setupChannels: 'setup-channels',
  setupRoles: 'setup-roles',
  setupIntent: 'setup-intent',
  setupLanguage: 'setup-language',
  setupExplicit: 'setup-explicit',
  setupQuiet: 'setup-quiet',
  setupHours: 'setup-hours',
  setupConfirm: 'setup-confirm',
  selfieAsk: 'selfie-ask',
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
