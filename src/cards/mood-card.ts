import { AttachmentBuilder } from 'discord.js';

import { emotionScores } from '../domain/emotion.ts';
import type { Card } from './card.ts';
import { listCard, type ShownList } from './list-card.ts';
import { numberedFaces } from './numbered-faces.ts';
import { drawMood } from './picture.ts';
import { isGroup, PICTURE, readingEmbed, secondLikeliest, type ShownReading } from './reading-embed.ts';
import type { Words } from './words.ts';

/** The answer to a photo: what was read, and the first page of the list. */
export async function moodCard(shown: ShownReading, list: ShownList, t: Words): Promise<Card> {
  const { mood } = list.playlist;
  const { reading } = shown;
  const emotions = emotionScores((emotion) =>
    reading.faces.reduce((sum, face) => sum + face.emotions[emotion], 0),
  );
  const numbers = isGroup(shown) ? numberedFaces(reading.faces).map(({ number }) => number) : undefined;
  const picture = await drawMood(emotions, mood, reading.faces.length, t, numbers);
  const card = listCard({ ...list, correction: { like: secondLikeliest(shown) } }, 0, t);
  return {
    ...card,
    embeds: [readingEmbed(shown, mood, list.whose !== undefined, t), ...card.embeds],
    files: [
      new AttachmentBuilder(Buffer.from(picture.png), { name: PICTURE, description: picture.alt }),
      ...(card.files ?? []),
    ],
  };
}
