import type { Listing } from './table/listing.ts';
import type { ReadTitle } from './title.ts';

const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 600;

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

/** Nobody who looks sad is answered with these; 1-800-273-8255 was the number to call in the US. */
const SELF_HARM =
  /[s$]uicid|seppuku|1-800-273-8255|unalive|overdos|\b(?:kill|hang|cut|hurt|harm|bury) (?:my|your)self\b|\b(?:let me|wanna|i should|rather|when i|if i) die\b|\bto die\b(?! for\b)|\btime of dying\b|\b(?:better off|wish i (?:was|were)|friends are|aren['’]t you) dead\b|\b(?:my|your) own grave\b|\bbottle of pills\b/i;

/** Songs of suicide whose titles do not say so to everybody. */
const SELF_HARM_UNNAMED = /\b(?:last resort|russian roulette|adam['’]s song)\b|^xxxtentacion sad!$/i;

/** A track as the table lists it, each line that it stands on, and its title taken apart. */
interface Candidate {
  readonly listing: Listing;
  readonly listings: readonly Listing[];
  readonly read: ReadTitle;
}

/** Why a track is not given to listeners; what a table does not know is not held against it. */
const REASONS: readonly (readonly [reason: string, holds: (candidate: Candidate) => boolean])[] = [
  ['without a title', ({ read }) => read.title === ''],
  ['without an artist', ({ listing }) => /various artists/i.test(listing.artists[0])],
  [
    'shorter than a minute or longer than ten',
    ({ listing: { seconds = SHORTEST_SECONDS } }) => seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS,
  ],
  ['without a beat', ({ listing }) => listing.tempo === 0],
  ['speech', ({ listing }) => listing.speechiness >= MOST_SPEECH],
  [
    `hardly known (popularity below ${LEAST_POPULARITY})`,
    ({ listing: { popularity = LEAST_POPULARITY } }) => popularity < LEAST_POPULARITY,
  ],
  ['sounds to sleep to', ({ listing }) => SOUNDS_NOT_MUSIC.test(namesOf(listing))],
  [
    'played after somebody else: karaoke, tributes, covers',
    ({ listing, listings }) =>
      PLAYED_AFTER.test(namesOf(listing)) || listings.some(({ list = '' }) => OTHER_PLAYLIST.test(list)),
  ],
  [
    'made from another piece: live, acoustic, remixed, interludes',
    ({ listing: { album = '', liveness }, read }) =>
      read.version === 'other' || liveness >= MOST_LIVE || LIVE_ALBUM.test(album),
  ],
  [
    'for a holiday',
    ({ listing: { title, album = '' }, listings }) =>
      HOLIDAY.test(`${title} ${album}`) || listings.some(({ list = '' }) => HOLIDAY.test(list)),
  ],
  [
    'under a name that a bot should not say',
    ({ listing: { title, artists } }) =>
      [UNSPEAKABLE, SELF_HARM, SELF_HARM_UNNAMED].some((names) =>
        names.test(`${artists.join(' ')} ${title}`),
      ),
  ],
];

/** Why a listener is not given this track, if so: they get songs, by those who made them, of a length to listen to. */
export function whyNotMusic(candidate: Candidate): string | undefined {
  return REASONS.find(([, holds]) => holds(candidate))?.[0];
}

function namesOf({ artists, title, album = '' }: Listing): string {
  return `${artists.join(' ')} ${title} ${album}`;
}
