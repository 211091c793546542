import { listTitle } from '../../cards/list-card.ts';
import { reasonText } from '../../cards/reason-text.ts';
import type { Words } from '../../cards/words.ts';
import { moodNameAt } from '../../domain/mood.ts';
import { spotifyUrl } from '../../domain/playlist.ts';
import type { AnsweredList } from '../../flows/answer-mood.ts';
import type { Songs } from './shared.ts';

/** A list as the webcam page shows it. @param told whether Discord took the answer too */
export function songsOf({ playlist, link }: AnsweredList, told: boolean, t: Words): Songs {
  return {
    title: listTitle(playlist, t),
    told,
    page: link.kind === 'page' ? link.url : null,
    tracks: playlist.picks.map(({ track }, index) => ({
      title: track.title,
      url: spotifyUrl(track),
      artists: `${track.artists.join(', ')}${track.year === undefined ? '' : ` · ${track.year}`}`,
      reason: reasonText(playlist, index, t),
      mood: moodNameAt(track),
    })),
  };
}
