import type { Words } from '../../cards/words.ts';
import { EMOTIONS, type Emotion } from '../../domain/emotion.ts';
import type { MoodName } from '../../domain/mood.ts';
import type { PageWords } from './shared.ts';

/** Every sentence that the page's script may say, filled in. @param megabytes what comes to the device */
export function pageWords(megabytes: number, t: Words): PageWords {
  return {
    sure: byEmotion((emotion) => t(`reading.sure.${emotion}`)),
    unsure: byEmotion((first) =>
      byEmotion((second) =>
        t('reading.unsure', { first: t(`emotion.${first}`), second: t(`emotion.${second}`) }),
      ),
    ),
    howSure: { sure: t('webcam.sure'), notSure: t('webcam.notSure') },
    inMusic: {
      happy: inMusic('happy', t),
      energetic: inMusic('energetic', t),
      calm: inMusic('calm', t),
      sad: inMusic('sad', t),
      tense: inMusic('tense', t),
      romantic: inMusic('romantic', t),
      sombre: inMusic('sombre', t),
      cheerful: inMusic('cheerful', t),
    },
    loading: t('webcam.loading', { megabytes }),
    asking: t('webcam.asking'),
    looking: t('webcam.looking'),
    noFace: t('webcam.noFace'),
    sending: t('webcam.sending'),
    reading: t('webcam.reading'),
    sent: t('webcam.sent'),
    sentOnlyHere: t('webcam.sentOnlyHere'),
    openList: t('webcam.openList'),
    cannotRead: t('webcam.cannotRead'),
    refused: t('webcam.refused'),
    missing: t('webcam.missing'),
    inUse: t('webcam.inUse'),
    unsupported: t('webcam.unsupported'),
    lost: t('webcam.lost'),
    unreachable: t('webcam.unreachable'),
  };
}

function byEmotion<T>(valueOf: (emotion: Emotion) => T): Record<Emotion, T> {
  const [angry, disgust, fear, happy, sad, surprise, neutral] = EMOTIONS;
  return {
    angry: valueOf(angry),
    disgust: valueOf(disgust),
    fear: valueOf(fear),
    happy: valueOf(happy),
    sad: valueOf(sad),
    surprise: valueOf(surprise),
    neutral: valueOf(neutral),
  };
}

function inMusic(mood: MoodName, t: Words): string {
  return t('picture.circle', { mood: t(`mood.${mood}`) });
}
