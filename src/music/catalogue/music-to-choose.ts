import type { SourceRow } from './source-row.ts';
import type { ReadTitle } from './title.ts';

const SHORTEST_MS = 60_000;
const LONGEST_MS = 600_000;

/** Above this a track is talk over a beat; Spotify's own guide puts pure speech above 0.66. */
const MOST_SPEECH = 0.5;

/** Above this an audience was very likely in the room; Spotify's guide says 0.8. */
const MOST_LIVE = 0.85;

/** Fewer people than this know the track; much of what lies below is withdrawn or double. */
const LEAST_POPULARITY = 10;

/** Sounds to sleep to, not music; whoever makes them says so in the name. */
const SOUNDS_NOT_MUSIC =
  /nature sounds?|natural sounds?|nature music|life sounds|rain (?:sounds|recordings)|sleep specialist|meditat|white noise|relax(?:ing)? |\bspa\b|\byoga\b|binaural|asmr|sound effects|waterfall|cricket|wind in (?:the )?(?:leaves|trees)|rainforest|ocean waves|thunderstorm/i;

/** Somebody plays somebody else's song. */
const PLAYED_AFTER =
  /karaoke|made famous|originally (?:performed|recorded)|in the style of|pickin' on|string quartet|vitamin string|tribute (?:band|to)|\bcast\b|ringtone|workout|fitness|cover (?:band|version)|instrumental|kidz bop|lullaby (?:baby|renditions)|rockabye baby/i;

/** Lists of covers, and one that holds the sounds of a forest. */
const OTHER_PLAYLIST = /\bcovers\b|^tropical nights$/i;

const LIVE_ALBUM =
  /\blive (?:at|in|from|on)\b|[([]live[)\]]| - live$|en vivo|ao vivo|unplugged|in concert|[uú]ltimo concierto/i;

/** Songs for a few weeks of the year surprise in the others. */
const HOLIDAY =
  /christmas|x-?mas|navidad|natal\b|santa (?:baby|claus)|mistletoe|jingle bell|silent night|winter wonderland|let it snow|holy night|herald angels|first noel|sleigh|rudolph|drummer boy|little town of bethlehem|auld lang/i;

/** A bot says these titles and names aloud in other people's rooms: no slurs, and nothing that is bleeped out. */
const UNSPEAKABLE =
  /ni+gg|\bn\*+|\bf[a@]g(?:got)?s?\b|\bblow ?job\b|\brape\b|\bcunts?\b|f[u*][c*]k|\bbitch|\bhoes?\b|\bpussy|\bdicks?\b/i;

/** Nobody who looks sad is answered with these. */
const SELF_HARM =
  /[s$]uicid|\b(?:kill|hang|cut) (?:my|your)self\b|\b(?:let me|wan(?:na|t to)|i should|ready to) die\b|overdose/i;

/** Whether a listener could be given this release: a song, by those who made it, of a length to listen to. */
export function isMusicToChoose(row: SourceRow, rows: readonly SourceRow[], read: ReadTitle): boolean {
  const names = `${row.track_artist} ${row.track_name} ${row.track_album_name}`;
  return (
    read.title !== '' &&
    read.version !== 'other' &&
    row.track_artist.trim() !== '' &&
    row.duration_ms >= SHORTEST_MS &&
    row.duration_ms <= LONGEST_MS &&
    row.tempo > 0 &&
    row.speechiness < MOST_SPEECH &&
    row.liveness < MOST_LIVE &&
    row.track_popularity >= LEAST_POPULARITY &&
    !/various artists/i.test(row.track_artist) &&
    !SOUNDS_NOT_MUSIC.test(names) &&
    !PLAYED_AFTER.test(names) &&
    !LIVE_ALBUM.test(row.track_album_name) &&
    !HOLIDAY.test(`${row.track_name} ${row.track_album_name}`) &&
    !UNSPEAKABLE.test(`${row.track_artist} ${row.track_name}`) &&
    !SELF_HARM.test(`${row.track_artist} ${row.track_name}`) &&
    !rows.some(({ playlist_name }) => OTHER_PLAYLIST.test(playlist_name) || HOLIDAY.test(playlist_name))
  );
}
