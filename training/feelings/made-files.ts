import placedByHand from '../../data/feelings/emojis-by-hand.json' with { type: 'json' };
import words from '../../data/feelings/words.en.json' with { type: 'json' };
import type { MoodPlace } from '../../src/domain/mood.ts';
import { emojiKey } from '../../src/feelings/emoji-key.ts';
import { lexiconOf } from '../../src/feelings/lexicon.ts';
import { withoutEnding } from '../../src/feelings/spelling.ts';
import { emojisIn } from '../../src/feelings/tokens.ts';
import { emojiPlaces } from './emoji-places.ts';
import { realWords } from './real-words.ts';
import { wordValences } from './word-valences.ts';

const LINE = 108;

/** The files that are made of word lists and emoji lists, by name; the same lists give the same bytes. */
export async function madeFiles(): Promise<ReadonlyMap<string, string>> {
  const { spellings } = lexiconOf(words, {}, []);
  const isForm = (word: string): boolean => withoutEnding(word, spellings) !== undefined;
  const valences = [...(await wordValences())].filter(
    ([word]) => !spellings.feelings.has(word) && !isForm(word),
  );
  const rated = Object.fromEntries(valences);
  const real = (await realWords([...spellings.feelings.keys()], isForm)).filter((word) => !(word in rated));
  const placed = placedByHand.flatMap(({ emojis }) => emojisIn(emojis)).map(({ emoji }) => emojiKey(emoji));
  const places = await emojiPlaces(lexiconOf(words, rated, real), new Set(placed));
  return new Map([
    [
      'valences.en.json',
      listed(
        '{',
        valences.map(([word, valence]) => `"${word}": ${valence}`),
        '}',
      ),
    ],
    [
      'real-words.en.json',
      listed(
        '[',
        real.map((word) => `"${word}"`),
        ']',
      ),
    ],
    ['emojis.json', emojiFile(places)],
  ]);
}

/** The same form as the file by hand: emojis of one place in one line. */
function emojiFile(places: ReadonlyMap<string, MoodPlace>): string {
  const groups = Map.groupBy(places, ([, { valence, arousal }]) => `${valence} ${arousal}`);
  const lines = [...groups.values()].flatMap((group) => {
    const [, place] = group[0] ?? [];
    if (!place) return [];
    return [`  ${JSON.stringify({ ...place, emojis: group.map(([emoji]) => emoji).join('') })}`];
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** Entries side by side, as many as a line holds: the file reads and diffs well. */
function listed(open: string, entries: readonly string[], close: string): string {
  const lines: string[] = [];
  let line = '';
  for (const entry of entries) {
    if (line !== '' && line.length + entry.length + 2 > LINE) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? entry : `, ${entry}`;
  }
  return `${open}\n${[...lines, line].map((each) => `  ${each}`).join(',\n')}\n${close}\n`;
}
