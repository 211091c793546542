import { z } from 'zod';

import { type Component, LIMITS, type Message, type Use } from '../../sandbox/discord/index.ts';
import { BUTTONS, parseCustomId } from '../../src/cards/custom-ids.ts';
import english from '../../data/languages/en.json' with { type: 'json' };
import type { Intent } from '../../src/domain/arc.ts';
import { call } from '../sandbox/calls.ts';
import type { Act } from './acts.ts';
import type { Game, List, Person, Wish } from './game.ts';

/** An act in the situation that it meets: who does what to which message, and what is right to come of it. */
export interface Deed {
  /** Nobody for what happens to all. */
  readonly by?: Person;
  readonly words: string;
  readonly lag: number;
  readonly start: () => Promise<Use | undefined>;
  /** What is right to be said, unless something else is done to the same person meanwhile; see `Outcome.says`. */
  readonly right: readonly string[];
  /** The photo that is asked about. */
  readonly wish?: Wish;
  /** The list whose buttons are used. */
  readonly list?: List;
  /** The intent that the answered list has to have. */
  readonly intent?: Intent;
  /** What the button does. */
  readonly button?: string;
  /** Whether it may change what is known of a person. */
  readonly changes?: boolean;
  /** Whether it takes messages or places away from under the others. */
  readonly disrupts?: boolean;
}

/** Buttons after which a person has less than before, and those that keep and erase nothing. */
const ERASING: readonly string[] = [BUTTONS.consentNo, BUTTONS.forgetYes];
const HARMLESS: readonly string[] = [BUTTONS.listOpen, BUTTONS.listPage, BUTTONS.forgetAsk, BUTTONS.forgetNo];

type Doing<Does> = Extract<Act, { readonly does: Does }>;

/** The act as it can be done now; nothing where there is nothing to do it to. */
export function deedOf(game: Game, act: Act): Deed | undefined {
  switch (act.does) {
    case 'mood':
      return sendPhoto(game, act);
    case 'command':
      return useCommand(game, act);
    case 'posts':
      return postPhotos(game, act);
    case 'menu':
      return useMenu(game, act);
    case 'presses':
      return press(game, act);
    case 'deletes':
      return deleteOwn(game, act);
    case 'moderates':
      return moderate(game, act);
    case 'closes':
      return { words: 'a channel is closed', lag: act.lag, ...disruptive(() => game.close(act.where)) };
    case 'disturbs':
      return disturb(game, act);
  }
}

/** `/privacy`, as the fuzzer itself asks to learn what is known of a person. */
export function askPrivacy(game: Game, by: Person): Deed {
  return useCommand(game, {
    does: 'command',
    lag: 0,
    who: game.people.indexOf(by),
    where: 2,
    line: '/privacy',
  });
}

/** A photo with `/mood`. */
export function sendPhoto(game: Game, act: Doing<'mood'>): Deed {
  const by = game.person(act.who);
  const image = game.newFile(by, act.photo);
  const wish = newWish(game, { ...act, intent: act.intent ?? 'match' }, image.name);
  const options = { intent: act.intent, who: act.group ? 'group' : undefined, private: act.private };
  return {
    by,
    words: `${by.name} sends ${image.name} with /mood ${JSON.stringify(options)}`,
    lag: act.lag,
    changes: true,
    wish,
    right: by.consent === 'yes' ? answersTo(game, wish) : ['consent.title'],
    start: () => {
      markAsked(game, wish);
      return by.member.uses('/mood', { image, ...options }, { in: game.place(by, act.where) });
    },
  };
}

function useCommand(game: Game, act: Doing<'command'>): Deed {
  const by = game.person(act.who);
  return {
    by,
    words: `${by.name} uses ${act.line}`,
    lag: act.lag,
    right: [act.line === '/help' ? 'help.title' : 'privacy.title'],
    start: () => by.member.uses(act.line, {}, { in: game.place(by, act.where) }),
  };
}

function postPhotos(game: Game, act: Doing<'posts'>): Deed {
  const by = game.person(act.who);
  const files = act.photos.map((photo) => game.newFile(by, photo));
  const content = `Look, ${files.length} photos`;
  return {
    by,
    words: `${by.name} posts ${files.map(({ name }) => name).join(', ') || 'words'}`,
    lag: act.lag,
    right: [],
    start: async () => {
      const message = await by.member.posts({ content, files }, { in: game.place(by, act.where) });
      files.forEach(({ name }, n) => {
        const photo = act.photos[n];
        if (photo) game.posted.set(name, { photo, message });
      });
      return undefined;
    },
  };
}

function useMenu(game: Game, act: Doing<'menu'>): Deed | undefined {
  const by = game.person(act.who);
  const seen = game.messages(by);
  const own = (message: Message) => message.json.author.id === by.member.id;
  const candidates = seen.filter((it) => !it.isEphemeral && (own(it) || !act.own));
  const message = nth(candidates, act.which);
  if (!message) return undefined;
  const image = message.json.attachments.find((file) => file.content_type.startsWith('image/'));
  const photo = game.posted.get(image?.filename ?? '')?.photo;
  const asked = { intent: 'match', group: false, private: false } as const;
  const wish =
    own(message) && image && photo ? newWish(game, { ...asked, photo }, image.filename) : undefined;
  return {
    by,
    words: `${by.name} uses the menu on ${described(message)}`,
    lag: act.lag,
    ...(wish ? { wish, changes: true } : {}),
    right: !own(message)
      ? ['error.photo-not-yours']
      : !wish
        ? ['error.photo-missing']
        : by.consent === 'yes'
          ? answersTo(game, wish)
          : ['consent.title'],
    start: () => {
      if (wish) markAsked(game, wish);
      return by.member.usesOnMessage(english.command.readTheMood, message);
    },
  };
}

function press(game: Game, act: Doing<'presses'>): Deed | undefined {
  const by = game.person(act.who);
  const candidates = game.messages(by).filter((it) => controlsOf(it).length > 0);
  const message = nth(candidates, act.which);
  const pressable = (it: Component) =>
    !act.careful || !ERASING.includes(parseCustomId(it.custom_id ?? '').name);
  const control = message && nth(controlsOf(message).filter(pressable), act.control);
  if (!message || !control) return undefined;
  const option = nth(control.options ?? [], act.option)?.value;
  return { ...pressOn(game, by, message, control.custom_id ?? '', option), lag: act.lag };
}

/** A press of one control: a button, or an option of a select. */
export function pressOn(game: Game, by: Person, message: Message, id: string, option?: string): Deed {
  const { name, args } = parseCustomId(id);
  const list = game.lists.get(args.at(-1) ?? '');
  const wish = by.wishes.get(message.id);
  return {
    by,
    words: `${by.name} presses ${id}${option === undefined ? '' : ` (${option})`} under ${described(message)}`,
    lag: 0,
    button: name,
    changes: !HARMLESS.includes(name),
    right: rightForButton(game, by, name, wish, list),
    ...(wish && name === BUTTONS.consentAgree ? { wish } : {}),
    ...(list ? { list } : {}),
    ...intentOf(name, args, list),
    start: () =>
      option === undefined ? by.member.clicks(message, id) : by.member.selects(message, id, [option]),
  };
}

function deleteOwn(game: Game, act: Doing<'deletes'>): Deed | undefined {
  const by = game.person(act.who);
  const own = (it: Message) => it.json.author.id === by.member.id || (it.isEphemeral && !it.isThinking);
  const message = nth(game.messages(by).filter(own), act.which);
  if (!message) return undefined;
  return {
    by,
    words: `${by.name} takes away ${described(message)}`,
    lag: act.lag,
    ...disruptive(() => by.member.deletes(message)),
  };
}

function moderate(game: Game, act: Doing<'moderates'>): Deed {
  const { discord } = game.subject;
  return {
    words: 'a moderator takes a message of the bot away',
    lag: act.lag,
    ...disruptive(async () => {
      // Looked up only now: the most telling is one that has just begun to think.
      const shown = game.messages().filter((it) => game.isBots(it) && !it.isEphemeral);
      const message = nth(shown, act.which);
      if (!message) return;
      game.removed.add(message.id);
      await call(discord, 'DELETE', `/channels/${message.json.channel_id}/messages/${message.id}`);
    }),
  };
}

function disturb({ subject }: Game, { how, lag }: Doing<'disturbs'>): Deed {
  return {
    words: `the line: ${how}`,
    lag,
    right: [],
    start: () => {
      subject.discord.gateway[how]();
      return Promise.resolve(undefined);
    },
  };
}

function disruptive(work: () => unknown): Pick<Deed, 'right' | 'disrupts' | 'start'> {
  return {
    right: [],
    disrupts: true,
    start: async () => {
      await work();
      return undefined;
    },
  };
}

function rightForButton(
  game: Game,
  by: Person,
  name: string,
  wish: Wish | undefined,
  list: List | undefined,
): readonly string[] {
  switch (name) {
    case BUTTONS.consentAgree:
      if (!wish || wish.state === 'gone') return ['error.photo-let-go'];
      return [...answersTo(game, wish), ...(wish.state === 'unsure' ? ['error.photo-let-go'] : [])];
    case BUTTONS.consentNo:
      return by.consent === 'yes' ? ['privacy.forgetAsk'] : ['consent.declined'];
    case BUTTONS.forgetAsk:
      return ['privacy.forgetAsk'];
    case BUTTONS.forgetYes:
      return [by.consent === 'no' ? 'privacy.forgottenButNo' : 'privacy.forgotten'];
    case BUTTONS.forgetNo:
      return ['privacy.kept'];
    default: {
      const kept =
        list?.owner === by ? (name === BUTTONS.listOpen ? 'track' : 'list') : 'error.list-not-yours';
      if (list?.state === 'unsure') return [kept, 'error.list-expired'];
      return [list?.state === 'kept' ? kept : 'error.list-expired'];
    }
  }
}

/** What is right to come of reading a photo of somebody who agreed. */
function answersTo(game: Game, wish: Wish): readonly string[] {
  const age = game.subject.clock.now() - wish.linkedAt;
  if (age >= LIMITS.linkMs) return ['error.photo-gone'];
  // Discord keeps a file for a while after its message is gone, and says nowhere for how long.
  const deleted = game.posted.get(wish.file)?.message.deleted ?? false;
  const { fault } = wish.photo;
  return [fault ? `error.${fault}` : 'list', ...(deleted ? ['error.photo-gone'] : [])];
}

function intentOf(name: string, args: readonly string[], list: List | undefined): { intent?: Intent } {
  if (!list) return {};
  if (name !== BUTTONS.listIntent) return { intent: list.intent };
  return { intent: z.enum(['match', 'lift']).parse(args[0]) };
}

function newWish(
  game: Game,
  asked: Pick<Wish, 'photo' | 'intent' | 'group' | 'private'>,
  file: string,
): Wish {
  const { photo, intent, group, private: hidden } = asked;
  return {
    photo,
    file,
    intent,
    group,
    private: hidden,
    linkedAt: game.subject.clock.now(),
    state: 'waiting',
  };
}

function markAsked(game: Game, { file }: Wish): void {
  const sent = game.files.get(file);
  if (sent) sent.asked = true;
}

/** Buttons and selects that can be used. */
export function controlsOf({ json }: Message): readonly Component[] {
  return json.components
    .flatMap((row) => row.components ?? [])
    .filter(({ custom_id, disabled }) => custom_id && !disabled);
}

function described(message: Message): string {
  const { content, embeds, author } = message.json;
  const said = embeds[0]?.title ?? embeds[0]?.description ?? content;
  return `${author.username}'s “${said.slice(0, 40)}” (${message.id.slice(-6)})`;
}

function nth<T>(all: readonly T[], n: number): T | undefined {
  return all[n % Math.max(1, all.length)];
}
