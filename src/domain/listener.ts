/** What a person answered to the consent notice. */
export interface Consent {
  readonly answer: 'yes' | 'no';
  /** The version of the notice that was shown. */
  readonly version: number;
  /** When, as an ISO 8601 date and time in UTC. */
  readonly at: string;
}

/** The notice's version: raise it whenever its meaning changes, and everybody is asked again. */
export const CONSENT_VERSION = 2;

/** Whether a photo of this person may be read. */
export function mayRead(consent: Consent | undefined): boolean {
  return consent?.answer === 'yes' && consent.version === CONSENT_VERSION;
}
