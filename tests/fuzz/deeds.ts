import type { Component, Message } from '../../sandbox/discord/index.ts';
import { AS_BEFORE } from '../../src/cards/correction.ts';
import { BUTTONS, parseCustomId } from '../../src/cards/custom-ids.ts';
import english from '../../data/languages/en.json' with { type: 'json' };
import type { Act } from './acts.ts';
import { controlsOf, type Deed, described, type Doing, nth } from './deed.ts';
import type { Game, Person, Wish } from './game.ts';
import { goToSpotify } from './linking.ts';
import {
  intentOf,
  intentToldOf,
  rightForButton,
  asksForPage,
  rightForCommand,
  rightForLive,
  rightForPhoto,
  rightForTold,
} from './right.ts';
import { closeChannel, deleteOwn, disturb, moderate } from './trouble.ts';
import { sendMood } from './webcam.ts';

/** Buttons after which a person has less than before, and those that keep and erase nothing. */
const ERASING: readonly string[] = [BUTTONS.consentNo, BUTTONS.withdrawYes, BUTTONS.forgetYes];
const HARMLESS: readonly string[] = [
  BUTTONS.listOpen,
  BUTTONS.listPage,
  BUTTONS.privacyKeep,
  BUTTONS.privacyExport,
  BUTTONS.withdrawAsk,
  BUTTONS.forgetAsk,
  BUTTONS.forgetNo,
  BUTTONS.spotifySave,
  BUTTONS.spotifyAdd,
  BUTTONS.spotifyQueue,
  BUTTONS.spotifyLink,
  BUTTONS.webcamStart,
];

/** The act as it can be done now; nothing where there is nothing to do it to. */
export function deedOf(game: Game, act: Act): Deed | undefined {
  switch (act.does) {
    case 'mood':
      return sendPhoto(game, act);
    case 'tells':
      return tellMood(game, act);
    case 'types':
      return typeOption(game, act);
    case 'command':
      return useCommand(game, act);
    case 'goes':
      return goToSpotify(game, act);
    case 'sends':
      return sendMood(game, act);
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
      return closeChannel(game, act);
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
  const intent = act.intent ?? (act.group ? undefined : 'match');
  const wish = newWish(game, { ...act, intent }, image.name);
  const options = { intent: act.intent, who: act.group ? 'group' : undefined, private: act.private };
  return {
    by,
    words: `${by.name} sends ${image.name} with /mood ${JSON.stringify(options)}`,
    lag: act.lag,
    changes: true,
    wish,
    right: rightForPhoto(game, by, wish),
    start: () => {
      markAsked(game, wish);
      return by.member.uses('/mood', { image, ...options }, { in: game.place(by, act.where) });
    },
  };
}

/** A mood with `/mood`, without a photo. */
function tellMood(game: Game, act: Doing<'tells'>): Deed {
  const by = game.person(act.who);
  const { told } = act;
  return {
    by,
    words: `${by.name} tells /mood ${JSON.stringify(told)}`,
    lag: act.lag,
    changes: true,
    ...(asksForPage(told) ? { live: { state: 'waiting' } } : { told }),
    ...intentToldOf(told),
    right: rightForTold(by, told),
    start: () => by.member.uses('/mood', { ...told }, { in: game.place(by, act.where) }),
  };
}

/** What is typed is answered with something to pick from; it waits for that itself. */
function typeOption(game: Game, act: Doing<'types'>): Deed {
  const by = game.person(act.who);
  return {
    by,
    words: `${by.name} types ${JSON.stringify(act.text)} into /mood ${act.option}:`,
    lag: act.lag,
    right: [],
    start: async () => {
      await by.member.types('/mood', { [act.option]: act.text }, { in: game.place(by, act.where) });
      return undefined;
    },
  };
}

/** A command without options. */
export function useCommand(game: Game, act: Doing<'command'>): Deed {
  const by = game.person(act.who);
  return {
    by,
    words: `${by.name} uses ${act.line}`,
    lag: act.lag,
    links: act.line === '/spotify unlink',
    right: rightForCommand(by, act.line),
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
      const message = await by.member.posts({ content, files }, { in: game.channel(act.where) });
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
  const seen = game.messages(by.member);
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
    right: wish
      ? rightForPhoto(game, by, wish)
      : [own(message) ? 'error.photo-missing' : 'error.photo-not-yours'],
    start: () => {
      if (wish) markAsked(game, wish);
      return by.member.usesOnMessage(english.command.readTheMood, message);
    },
  };
}

function press(game: Game, act: Doing<'presses'>): Deed | undefined {
  const by = game.person(act.who);
  const candidates = game.messages(by.member).filter((it) => controlsOf(it).length > 0);
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
  const list = game.lists.get((name === BUTTONS.spotifyAdd ? args[1] : args.at(-1)) ?? '');
  const wish = by.wishes.get(message.id);
  const live = by.lives.get(message.id);
  return {
    by,
    words: `${by.name} presses ${id}${option === undefined ? '' : ` (${option})`} under ${described(message)}`,
    lag: 0,
    button: name,
    changes: !HARMLESS.includes(name),
    links: name === BUTTONS.forgetYes,
    right:
      live && [BUTTONS.webcamStart, BUTTONS.consentAgree].some((one) => one === name)
        ? rightForLive(by, name, live)
        : rightForButton(game, by, name, wish, list),
    ...(wish && name === BUTTONS.consentAgree ? { wish } : {}),
    ...(live && name === BUTTONS.webcamStart ? { live: { state: 'waiting' } } : {}),
    ...(list ? { list } : {}),
    ...intentOf(name, args, list),
    ownMood: isOwnMood(game, name, args, option) ?? list?.told ?? false,
    start: () =>
      option === undefined ? by.member.clicks(message, id) : by.member.selects(message, id, [option]),
  };
}

/** Whether a list is for a mood that they told; nothing if that is as it was before. */
function isOwnMood(
  game: Game,
  name: string,
  args: readonly string[],
  option: string | undefined,
): boolean | undefined {
  if (name === BUTTONS.listWhose) return false;
  if (name === BUTTONS.listMood && option === AS_BEFORE) return game.lists.get(args[0] ?? '')?.told ?? false;
  return name === BUTTONS.listLike || name === BUTTONS.listMood ? true : undefined;
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
