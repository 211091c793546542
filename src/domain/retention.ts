/** For how many days somebody's lists can be kept. */
export const RETENTIONS = [1, 7, 30, 90] as const;

export type Retention = (typeof RETENTIONS)[number];

/** What holds for whoever has chosen nothing. */
export const DEFAULT_RETENTION: Retention = 30;
