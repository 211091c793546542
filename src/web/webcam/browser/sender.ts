import type { EmotionScores } from '../../../domain/emotion.ts';
import { refusalShape, type Songs, songsShape } from '../shared.ts';

/** Something that was refused, with a sentence for the person. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

/** What goes from the page to the bot, and nothing else does. Each throws `RefusedError`. */
export interface Sender {
  /** Makes the link this browser's own. */
  open(): Promise<void>;
  sendMood(scores: EmotionScores): Promise<Songs>;
  sendPhoto(jpeg: Blob): Promise<Songs>;
}

/** @param unreachable what to say where nobody answers */
export function senderTo(link: string, locale: string, unreachable: string): Sender {
  const post = async (what: string, body: BodyInit | null, type: string): Promise<unknown> => {
    const response = await fetch(`${link}/${what}`, {
      method: 'POST',
      body,
      headers: { 'Accept-Language': locale, ...(type ? { 'Content-Type': type } : {}) },
    }).catch(() => undefined);
    const answer: unknown = await response?.json().catch(() => undefined);
    if (response?.ok) return answer;
    const refusal = refusalShape.safeParse(answer).data;
    throw new RefusedError(refusal?.code ?? 'unreachable', refusal?.text ?? unreachable);
  };
  const songs = (answer: unknown): Songs => {
    const parsed = songsShape.safeParse(answer).data;
    if (!parsed) throw new RefusedError('unreachable', unreachable);
    return parsed;
  };
  return {
    open: async () => {
      await post('open', null, '');
    },
    sendMood: async (scores) => songs(await post('mood', JSON.stringify(scores), 'application/json')),
    sendPhoto: async (jpeg) => songs(await post('photo', jpeg, 'image/jpeg')),
  };
}
