import { BUTTONS, parseCustomId } from '../../src/cards/custom-ids.ts';
import type { Start } from './acts.ts';
import type { Done } from './answers.ts';
import { controlsOf, type Deed } from './deed.ts';
import { askPrivacy, pressOn, sendPhoto, useCommand } from './deeds.ts';
import type { Game } from './game.ts';
import { judgeChat } from './judge.ts';
import { goToSpotify } from './linking.ts';
import type { Photo } from './photos.ts';
import { play, type Table } from './play.ts';
import { must } from './wrong.ts';

/** Brings people as far as they are when the game begins, by what they do themselves. */
export async function begin(
  table: Table,
  game: Game,
  starts: readonly Start[],
  photos: readonly Photo[],
): Promise<void> {
  const [agreed] = photos.filter(({ fault }) => fault === 'image-too-small');
  const [, listed] = photos.filter(({ fault }) => fault === undefined);
  const plain = { lag: 0, where: 2, intent: undefined, group: false, private: false } as const;
  const sent = game.people.flatMap((_, who) => {
    const start = starts[who] ?? 'new';
    const photo = start === 'agreed' ? agreed : listed;
    return start === 'new' || !photo ? [] : [sendPhoto(game, { ...plain, does: 'mood', who, photo })];
  });
  const notices = await play(table, game, sent);
  await play(table, game, presses(game, notices, BUTTONS.consentAgree));
  const linking = game.people.flatMap((_, who) => (starts[who] === 'linked' ? [who] : []));
  const asks = linking.map((who) =>
    useCommand(game, { ...plain, does: 'command', who, line: '/spotify link' }),
  );
  await play(table, game, asks);
  const goes = linking.flatMap(
    (who) => goToSpotify(game, { lag: 0, does: 'goes', who, which: 0, agrees: true }) ?? [],
  );
  await play(table, game, goes);
}

/** Everyone has themselves forgotten, and nothing is left of them. */
export async function end(table: Table, game: Game): Promise<void> {
  judgeChat(game);
  const shown = await play(
    table,
    game,
    game.people.map((by) => askPrivacy(game, by)),
  );
  await play(table, game, presses(game, shown, BUTTONS.forgetAsk));
  await play(table, game, presses(game, shown, BUTTONS.forgetYes));
  for (const { url, owner } of game.lists.values())
    must(!(await game.subject.opens(url)), () => `${url} is open although ${owner.name} is forgotten`);
}

/** Presses of a button under what was answered, where it is there. */
function presses(game: Game, answered: readonly Done[], button: string): Deed[] {
  return answered.flatMap(({ deed: { by }, messages: [message] }) => {
    const ids = message ? controlsOf(message).map(({ custom_id }) => custom_id ?? '') : [];
    const id = ids.find((it) => parseCustomId(it).name === button);
    return by && message && id !== undefined ? [pressOn(game, by, message, id)] : [];
  });
}
