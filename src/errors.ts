/**
 * Everything that can go wrong and that a person is told about. The sentence for each code, with what to do next,
 * stands in the language files under `errors`.
 */
export const ERROR_CODES = [
  // The photo
  'not-an-image',
  'image-damaged',
  'image-heic',
  'image-too-heavy',
  'image-too-many-pixels',
  'image-too-small',
  'no-face',
  'face-too-small',
  'no-selfie',
  'photo-elsewhere',
  'photo-gone',
  'photo-missing',
  'photo-not-yours',
  'reading-too-slow',
  'reading-failed',
  'busy',
  'busy-with-yours',
  // The feeling in an emoji or in words
  'emoji-unknown',
  'feeling-unknown',
  'nothing-told',
  // The webcam
  'webcam-not-offered',
  'webcam-expired',
  'webcam-used',
  'webcam-elsewhere',
  'webcam-let-go',
  'scores-wrong',
  // The music
  'catalogue-empty',
  'genre-unknown',
  'decade-unknown',
  'artist-unknown',
  'artist-not-there',
  'length-unknown',
  'nothing-fits',
  'list-expired',
  'list-not-yours',
  // Spotify
  'spotify-credentials-missing',
  'spotify-refused',
  'spotify-unreachable',
  'spotify-busy',
  'spotify-quota',
  'spotify-not-registered',
  'spotify-premium-needed',
  'spotify-unlinked',
  'spotify-link-expired',
  'spotify-scope-missing',
  'spotify-no-device',
  'spotify-no-premium',
  'spotify-playlist-gone',
  'spotify-no-tracks',
  'spotify-no-artists',
  'spotify-other-artists',
  'spotify-not-offered',
  'spotify-not-linked',
  'spotify-link-elsewhere',
  'spotify-link-denied',
  'queued-already',
  'still-at-it',
  // The server
  'role-needed',
  'quiet-hours',
  'not-a-manager',
  'hours-unknown',
  'zone-unknown',
  // The conversation
  'question-not-yours',
  'photo-let-go',
  'photo-not-at-hand',
  'not-agreed',
  'not-quite-erased',
  'outdated',
  'message-gone',
  'restarting',
  'unexpected',
  // The operator's terminal
  'settings-invalid',
  'token-missing',
  'token-refused',
  'token-keys-missing',
  'discord-unreachable',
  'registration-refused',
  'address-unusable',
  'engine-unusable',
  'engine-not-loadable',
  'engine-not-installed',
  'gateway-lost',
  'store-unusable',
  'file-unreadable',
  'table-unknown',
  'table-useless',
  'failed',
  'interrupted',
  'usage',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a sentence about an error may mention: limits, counts and names of ours, never private content. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error that a person is told about in the words for its code; `cause` is for the log alone. */
export class MoodringError extends Error {
  override readonly name = 'MoodringError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** The error itself if it is one of ours, else `unexpected` with the original as its cause. */
export function asMoodringError(error: unknown): MoodringError {
  return error instanceof MoodringError ? error : new MoodringError('unexpected', {}, error);
}
