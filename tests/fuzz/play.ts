import { BUTTONS } from '../../src/cards/custom-ids.ts';
import { type Done, doIt } from './answers.ts';
import type { Deed } from './deed.ts';
import { askPrivacy } from './deeds.ts';
import type { Game, Person } from './game.ts';
import { judge } from './judge.ts';
import type { Watch } from './watch.ts';
import { must, Wrong } from './wrong.ts';

/** What a game is played with. */
export interface Table {
  readonly watch: Watch;
  /** How long the bot's last word on something may take, in milliseconds. */
  readonly patience: number;
  /** Told what each interaction of a player was answered with; see `Outcome.says`. */
  readonly onAnswer: (says: string) => void;
}

/**
 * Does all of it at once, waits for every answer, and holds it against what is right.
 * @throws Wrong, with the story of the game
 */
export async function play(table: Table, game: Game, deeds: readonly Deed[]): Promise<readonly Done[]> {
  if (deeds.length === 0) return [];
  try {
    return await playOn(table, game, deeds);
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    throw new Wrong(`${error.message}\n\nThe game:\n${game.story.join('\n')}`, { cause: error });
  }
}

async function playOn(table: Table, game: Game, deeds: readonly Deed[]): Promise<readonly Done[]> {
  const agreed = new Set(game.people.filter(({ consent }) => consent === 'yes'));
  game.story.push(deeds.map(({ words }) => words).join('\n  and '));
  const results = await Promise.allSettled(
    deeds.map((deed) => doIt(game, deed, deeds.length === 1, table.patience)),
  );
  const all = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  for (const { deed, use, outcome } of all) {
    if (use) table.onAnswer(outcome?.says ?? 'gone');
    if (use) game.story.push(`    ${deed.by?.name ?? ''} is told: ${outcome?.says ?? 'gone'}`);
  }
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  table.watch.look(game, all, agreed);
  for (const done of all) judge(game, done, isStrict(done.deed, deeds));
  for (const person of game.people.filter((one) => isInDoubt(one, deeds)))
    await learnAnew(table, game, person);
  return all;
}

/** Whether nothing else was done meanwhile to the same person or to the one whose list it is. */
function isStrict(deed: Deed, deeds: readonly Deed[]): boolean {
  const others = deeds.filter((other) => other !== deed);
  return !others.some(
    ({ by, disrupts }) =>
      disrupts === true || by === deed.by || (by !== undefined && by === deed.list?.owner),
  );
}

/**
 * Whether what is known of a person depends on which of several things came first: of two buttons under one list, the
 * card shows only what the later one left.
 */
function isInDoubt(person: Person, deeds: readonly Deed[]): boolean {
  const theirs = deeds.filter(({ by }) => by === person);
  const changing = theirs.filter(({ changes }) => changes === true).length;
  const pressing = theirs.filter(({ list }) => list !== undefined).length;
  // Of lists whose cards never came through it is not known which came of photos.
  const declining = theirs.some(
    ({ button }) => button === BUTTONS.consentNo || button === BUTTONS.withdrawYes,
  );
  if (declining && person.unseen > 0) return true;
  return (
    changing > 1 || (changing === 1 && (pressing > 1 || deeds.some(({ disrupts }) => disrupts === true)))
  );
}

/**
 * Learns what the bot keeps of a person from `/privacy` and from their lists' addresses.
 * @throws Wrong if it keeps lists for photos of somebody who has not agreed
 */
export async function learnAnew(table: Table, game: Game, person: Person): Promise<void> {
  const deed = askPrivacy(game, person);
  const done = await doIt(game, deed, true, table.patience);
  judge(game, done, false);
  const kept = done.outcome?.kept;
  must(kept !== undefined, () => `${deed.words}: told ${done.outcome?.says}`);
  person.consent = kept?.consent ?? 'none';
  const open = await Promise.all(
    [...person.lists.values()].map(async (list) => {
      list.state = (await game.subject.opens(list.url)) ? 'kept' : 'gone';
      return list.state === 'kept';
    }),
  );
  const count = open.filter(Boolean).length;
  person.unseen = (kept?.lists ?? 0) - count;
  for (const one of [...person.wishes.values(), ...person.lives.values()])
    if (one.state === 'waiting') one.state = 'unsure';
  const told = `${person.name}: ${person.consent}, ${kept?.lists} lists, of ${count} that can be opened`;
  game.story.push(`    ${told}`);
  must(person.unseen >= 0, () => told);
  const read = [...person.lists.values()].filter((list) => list.state === 'kept' && !list.told);
  must(person.consent === 'yes' || read.length === 0, () => `kept without consent: ${told}`);
}
