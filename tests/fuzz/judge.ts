import type { Use } from '../../sandbox/discord/index.ts';
import { BUTTONS } from '../../src/cards/custom-ids.ts';
import type { Done } from './answers.ts';
import type { Game, List, Person, Wish } from './game.ts';
import { judgeHolders } from './linking.ts';
import { listIdsIn, ownWordsIn, type ShownList } from './outcome.ts';
import { must } from './wrong.ts';

/** Never right to be told, whatever people do. */
const NEVER = ['unknown', 'error.unexpected', 'error.outdated', 'error.restarting', 'error.reading-failed'];

/** Said when everything about a person is erased. */
const ERASED = ['privacy.forgotten', 'privacy.forgottenButNo'];

/** Said when no photo of a person is read any more, and what came of photos is erased. */
const DECLINED = ['consent.declined', 'privacy.withdrawn'];

/** After these, a card says something else about the mood. */
const REREADING: readonly string[] = [BUTTONS.listLike, BUTTONS.listMood, BUTTONS.listWhose];

/** What no person should read: values that were not there, keys, the words of libraries. */
const RAW =
  /\bundefined\b|\bNaN\b|\[object |\{\{|\}\}|\w*Error:|\bat .+:\d+:\d+|node_modules|\bECONN|Invalid Form Body|\b(?:emotion|mood|reading|picture|list|button|consent|privacy|help|command|page|error|reason)\.[a-z]/;

/**
 * Holds what came of a deed against what is right, and learns from it.
 * @param strict whether nothing else happened to the same person meanwhile
 * @throws Wrong
 */
export function judge(game: Game, done: Done, strict: boolean): void {
  const { deed, use, outcome } = done;
  if (deed.by && deed.links === true && !strict) deed.by.linkedFor = 'unsure';
  if (!use || !deed.by) return;
  game.uses.push({ words: deed.words, use });
  checkMessages(game, done, deed.by);
  if (!outcome) return;
  const said = () => `${deed.words}: told ${outcome.says}, right is ${deed.right.join(' or ')}`;
  must(!NEVER.includes(outcome.says), said);
  must(!strict || deed.right.includes(outcome.says), said);
  if (outcome.list) checkList(game, done, deed.by, outcome.list, strict);
  if (outcome.kept && strict) checkKept(deed.by, outcome.kept);
  learn(done, deed.by, strict ? 'gone' : 'unsure');
  const last = done.messages.at(-1);
  const leadsAway = ['spotify.linkTitle', 'webcam.linkTitle'].includes(outcome.says);
  if (leadsAway && last) game.ways.set(use.interaction.token, last);
  if (outcome.says === 'spotify.unlinked' && strict) deed.by.linkedFor = new Set();
}

/** Everything the bot has said in the game is finished, and about nobody but the person it was said to. */
export function judgeChat(game: Game): void {
  judgeHolders(game);
  for (const { words, use } of game.uses) checkAnsweredOnce(game, words, use);
  for (const message of game.messages().filter((it) => game.isBots(it))) {
    const person = game.answered.get(message.id);
    must(!message.isThinking, () => `a message was left thinking`);
    must(person !== undefined, () => `a message answers nobody: ${ownWordsIn(message)}`);
    if (person) checkLists(game, message, person);
  }
}

function checkMessages(game: Game, { deed, use, messages, outcome }: Done, by: Person): void {
  const { words } = deed;
  if (use) checkAnsweredOnce(game, words, use);
  if (outcome?.list) registerList(game, by, outcome.list, deed.told !== undefined || deed.ownMood === true);
  const answer = use?.interaction.answer;
  const updated = answer?.kind === 'update' ? answer.message.id : undefined;
  for (const message of messages) {
    if (message.id !== updated) game.answered.set(message.id, by);
    const raw = RAW.exec(ownWordsIn(message));
    must(!raw, () => `${words}: reads “${raw?.[0]}” in “${ownWordsIn(message)}”`);
    must(!message.isThinking || deed.disrupts === true, () => `${words}: left thinking`);
    const others = game.people.filter(({ member }) => message.isEphemeral && message.visibleTo(member));
    must(
      others.every((person) => person === by),
      () => `${words}: shown to ${others.map(({ name }) => name).join()}`,
    );
    const owner = game.answered.get(message.id);
    if (owner) checkLists(game, message, owner);
  }
}

function checkAnsweredOnce(game: Game, words: string, { interaction }: Use): void {
  const { answer, followUps, token } = interaction;
  const direct = answer?.kind === 'message' && !answer.message.deleted ? 1 : 0;
  const right = game.sent.has(token) ? 2 : 1;
  must(direct + followUps.length <= right, () => `${words}: answered more than once`);
}

function checkLists(game: Game, message: Done['messages'][number], owner: Person): void {
  for (const id of listIdsIn(message)) {
    const list = game.lists.get(id);
    must(
      list === undefined || list.owner === owner,
      () => `a list of ${list?.owner.name} is shown in an answer to ${owner.name}`,
    );
  }
}

/** A list belongs to the person who got it first. */
function registerList(game: Game, by: Person, shown: ShownList, told: boolean): void {
  if (game.lists.has(shown.id)) return;
  const list: List = { ...shown, owner: by, told, state: 'kept' };
  game.lists.set(shown.id, list);
  by.lists.set(shown.id, list);
}

function checkList(game: Game, { deed, messages }: Done, by: Person, list: ShownList, strict: boolean): void {
  const { words, wish } = deed;
  const owner = game.lists.get(list.id)?.owner;
  must(owner === by, () => `${words}: told a list of ${owner?.name}`);
  if (wish) {
    must(!wish.private || messages.at(-1)?.isEphemeral === true, () => `${words}: answered for all to see`);
    checkReading(game, words, wish, list);
  }
  const alone = deed.told?.private === true || deed.told?.feeling === 'I want to die';
  must(!alone || messages.at(-1)?.isEphemeral === true, () => `${words}: answered for all to see`);
  // Pressed at the same time, another button may have had the last word on the card.
  if (strict && deed.list && !REREADING.includes(deed.button ?? ''))
    must(list.reading === deed.list.reading, () => `${words}: the reading turned into “${list.reading}”`);
  const intent = wish?.intent ?? deed.intent;
  const right = intent === undefined || intent === list.intent;
  must(!strict || right, () => `${words}: a list to ${list.intent}, asked was ${intent}`);
}

/** The same photo is always read the same, so another reading is somebody else's. */
function checkReading(game: Game, words: string, { photo, group }: Wish, { reading }: ShownList): void {
  const key = `${photo.name} ${group}`;
  const before = game.subject.readings.get(key) ?? reading;
  must(before === reading, () => `${words}: told “${reading}”, which is not their photo's “${before}”`);
  game.subject.readings.set(key, reading);
}

function checkKept(by: Person, shown: { readonly consent: string; readonly lists: number }): void {
  const kept = [...by.lists.values()].filter(({ state }) => state === 'kept').length + by.unseen;
  must(
    shown.consent === by.consent && shown.lists === kept,
    () =>
      `/privacy shows ${by.name} ${shown.consent} and ${shown.lists} lists, not ${by.consent} and ${kept}`,
  );
}

/** @param wishes what becomes of waiting photos when everything is forgotten: one may have come in after that */
function learn({ deed, messages, outcome }: Done, by: Person, wishes: Wish['state']): void {
  const says = outcome?.says ?? '';
  const last = messages.at(-1);
  if (deed.button === BUTTONS.consentAgree && says !== 'error.photo-let-go') by.consent = 'yes';
  if (deed.button === BUTTONS.consentAgree && deed.wish) deed.wish.state = 'gone';
  if (says === 'consent.title' && deed.wish && last) by.wishes.set(last.id, deed.wish);
  const asked = last && by.lives.get(last.id);
  if (asked && says === 'webcam.linkTitle') asked.state = 'gone';
  if (['consent.title', 'error.nothing-told'].includes(says) && deed.live && last)
    by.lives.set(last.id, deed.live);
  if (ERASED.includes(says)) by.linkedFor = wishes === 'gone' ? new Set() : 'unsure';
  if (DECLINED.includes(says)) decline(by, wishes);
  if (says === 'privacy.forgotten') forget(by, 'none', wishes);
  if (says === 'privacy.forgottenButNo') forget(by, 'no', wishes);
}

function forget(person: Person, consent: 'no' | 'none', wishes: Wish['state']): void {
  decline(person, wishes);
  person.consent = consent;
  person.unseen = 0;
  for (const list of person.lists.values()) list.state = 'gone';
}

function decline(person: Person, wishes: Wish['state']): void {
  person.consent = 'no';
  for (const list of person.lists.values()) if (!list.told) list.state = 'gone';
  for (const live of person.lives.values()) if (live.state !== 'gone') live.state = wishes;
  for (const wish of person.wishes.values()) if (wish.state !== 'gone') wish.state = wishes;
}
