/** Mistakes that bots on Discord typically make, each in the words of whoever reviews the bot. */
export const MISTAKES = {
  'works-first': 'works for longer than three seconds before its first sign of life',
  'listens-twice': 'adds its listener twice, as after a reload, and answers everything twice',
  'forgets-a-button': 'does nothing on one of its buttons',
  'trusts-an-old-token': 'edits its answer when the token has run out',
  'overfills-a-card': 'puts all there is into one embed',
  'tells-a-secret': 'hopes that a follow-up can be ephemeral where the deferral was public',
  'asks-for-too-much': 'asks for a privileged intent that nobody granted',
  'reads-without-leave': 'reads what people write without the intent for it',
  'keeps-a-link': 'keeps the link to a photo instead of the photo',
  'mixes-people-up': 'keeps what one person is about to do where the next one overwrites it',
} as const;

/** The name of a mistake in {@link MISTAKES}. */
export type Mistake = keyof typeof MISTAKES;
