/** A title as a release wrote it, taken apart. */
export interface ReadTitle {
  /** What the song is called, without notes on the release. */
  readonly title: string;
  /** The featured artists that the title names, as written: "Khalid & Normani". */
  readonly featured: readonly string[];
  /** `original`: the song itself; `remix`: the artist's own second version; `other`: another piece made from it, or none. */
  readonly version: 'original' | 'remix' | 'other';
}

const FEATURED = /^(?:(?:feat|ft)\.\s*|(?:feat|ft|featuring|with|w\/|con|&|together with)\s+)(.+)$/i;
const FEATURED_IN_PASSING = /\s(?:feat\.?|ft\.?|featuring)\s+([^()[\]]+)$/i;

/** Notes on a release of the same recording. */
const SAME_RECORDING = new RegExp(
  [
    /re-?master/,
    /remasteri[sz]ado/,
    /\b(?:radio|single|video|album|original|main|short|clean|ep|lp|7"|12")\s*(?:edit|mix|version|cut|single)\b/,
    /^(?:mono|stereo|explicit|edited|dirty|bonus|digital|us|uk)\s*(?:version|mix|track|single)?$/,
    /^(?:radio edit|edit|original|main|single|album version|full version|new version)\b/,
    /^\d{4}(?: (?:mix|version|edit|digital .*))?$/,
    /^from\b|^de ["']|^uncut$|\bradio$/,
    /soundtrack|motion picture|\bost\b|theme song|theme from|spider-verse|bad boys for life/,
    /anniversary|deluxe/,
    /^prod\.?\b|produced by|^lyric|official|^clean$|^audio$|^video$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Another piece made from the song, or no song at all. */
const OTHER_PIECE = new RegExp(
  [
    /\bre-?mix|\brmx\b|\bmix(?:ed)?\b|\bdub\b|\bvip\b|relift|bootleg|mash-?up|megamix|medley|\bedit\b/,
    /\brework|\brefix|\bflip\b|extended|\bclub\b|instrumental|karaoke|backing track|tribute|\bcover\b/,
    /^live\b|\blive (?:at|in|from|on|version|session)|\blive$|ao vivo|en vivo|en directo|\bconcert|unplugged|acoustic|ac[uú]stic[oa]|stripped|\bsession|recorded at/,
    /\bdemo\b|reprise|re-?recorded|a ?cappella|acapella|piano|orchestr|\bcast\b|performance|sped up|slowed|nightcore/,
    /interlude|\bskit\b|\bintro\b|\boutro\b|commentary|\bspoken\b|monologue|continuous|\bscrewed\b|chopped/,
    /(?:spanish|english|portuguese|spanglish|italian|french|german|salsa|bachata|banda|reggae|dance|latin|rock|pop|electro|trap|house|rap|ballad|alternat(?:e|ive)|studio|film|movie|rehearsal|symphonic|quiet|slow|vocal)\s+versi[oó]n\b/,
    /^versi[oó]n\b|made famous|originally|in the style of|8-?bit|lullaby rendition|workout|ringtone/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

const WHOLE_TITLE_NO_SONG =
  /^(?:intro|outro|interlude|skit|prelude|reprise|overture|medley|commentary|finale)\b[^a-z]*$|\b(?:interlude|skit)$|\b(?:mega)?mix$|\bremix\)?$|karaoke|originally (?:performed|recorded)/i;

/**
 * Takes a title apart: what the song is called, who is featured, and whether this is the song itself.
 * @param isKnown whether a name is an artist's; two of them in brackets are featured without a word to say so
 */
export function readTitle(raw: string, isKnown: (name: string) => boolean = () => false): ReadTitle {
  const featured: string[] = [];
  const versions = new Set<ReadTitle['version']>();
  const note = (text: string): boolean => {
    const names = FEATURED.exec(text)?.[1];
    if (names) {
      featured.push(names);
      return true;
    }
    if (/^remix$/i.test(text)) {
      versions.add('remix');
      return true;
    }
    if (SAME_RECORDING.test(text) && !/\bremix|\blive\b/i.test(text)) return true;
    if (OTHER_PIECE.test(text)) {
      versions.add('other');
      return true;
    }
    if (/\bversion$/i.test(text)) return true;
    const artists = splitNames(text, isKnown);
    if (artists.length < 2 || !artists.every(isKnown)) return false;
    featured.push(text);
    return true;
  };

  const [head = '', ...tails] = tidy(raw).split(/\s+[-–—]\s+/);
  const kept = tails.filter((tail) => !note(tail.replace(/^[([]|[)\]]$/g, '').trim()));
  let title = [head, ...kept]
    .join(' - ')
    .replace(
      /\s*[([]([^()[\]]*(?:\([^()]*\)[^()[\]]*)?)[)\]]/g,
      (whole: string, inside: string, at: number) => (at > 0 && note(inside.trim()) ? '' : whole),
    );
  title = title.replace(FEATURED_IN_PASSING, (_, names: string) => {
    featured.push(names);
    return '';
  });
  title = tidy(title).replace(/[\s,;:–—-]+$|\.{4,}$/, '');
  if (WHOLE_TITLE_NO_SONG.test(title)) versions.add('other');
  const version = versions.has('other') ? 'other' : versions.has('remix') ? 'remix' : 'original';
  return { title: version === 'remix' ? `${title} (Remix)` : title, featured, version };
}

/** The names in "Khalid, Normani & Simon & Garfunkel"; a name known to belong together is not split. */
export function splitNames(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const whole = tidy(text).replace(/^(?:feat|ft)\.?\s+|[,;]+$/gi, '');
  if (whole === '') return [];
  if (isKnown(whole)) return [whole];
  const joints = [...whole.matchAll(/\s*,\s*(?:&|and)?\s*|\s+(?:&|and|x|X|y|vs\.?|\+|feat\.?|ft\.?)\s+/g)];
  // A known name at the front may hold a joint itself, so the longest one is tried first.
  for (const joint of joints.toReversed()) {
    const front = whole.slice(0, joint.index);
    if (isKnown(front)) return [front, ...splitNames(whole.slice(joint.index + joint[0].length), isKnown)];
  }
  const [first] = joints;
  return first
    ? [whole.slice(0, first.index), ...splitNames(whole.slice(first.index + first[0].length), isKnown)]
    : [whole];
}

/** A title or a name without what cannot be seen: double spaces, control characters, marks of direction. */
export function tidy(text: string): string {
  return mended(text)
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Undoes UTF-8 that was once read as Latin-1, as in "UCLÃ\u0083"; other text is left as it is. */
function mended(text: string): string {
  if (!/[ÃÂ][\u0080-\u00bf]/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.toString('latin1') !== text) return text;
  const again = bytes.toString('utf8');
  return again.includes('\ufffd') ? text : again;
}
