/** The kinds of what is kept about people: their names in an export, and in the language files under `kept`. */
export const KEPT_NAMES = [
  'consent',
  'retention',
  'playlists',
  'saves',
  'spotify',
  'linkings',
  'meetings',
  'notes',
] as const;

export type KeptName = (typeof KEPT_NAMES)[number];

/** How much there is of one kind of what is kept about a person. */
export interface KeptCount {
  readonly name: KeptName;
  /** From 1. */
  readonly count: number;
  /** When the last of them goes by itself, in milliseconds since 1970; undefined where they stay until they are erased. */
  readonly until: number | undefined;
}
