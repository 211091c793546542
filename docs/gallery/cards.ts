import { type Member, type Message, PERMISSION } from '../../sandbox/discord/index.ts';
import { CONSENT_VERSION } from '../../src/domain/listener.ts';
import { consentKey } from '../../src/memory/consents.ts';
import { openStore } from '../../src/memory/store.ts';
import { asks, linkOn, presses, type Scene, type Scenery } from './scenes.ts';
import { linksAccount } from './spotify.ts';
import { WAIT } from './stage.ts';

/** As many tracks as there are on a picture that is not about the list. */
const FEW = '3';

/** What the bot may do where it may neither show embeds nor attach files. */
const PLAIN = PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.useApplicationCommands;

/** More photos than the bot reads for one person at a time. */
const MANY = 5;

const DAY = 24 * 3_600_000;

/** Before a photo is read. The scenes are played in order: with the second one, the member has agreed. */
export const CONSENT: readonly Scene[] = [
  {
    name: 'consent',
    about: 'The notice before the first reading; only the person sees it',
    play: (on) => asks(on, '/mood', { image: on.photos.smile }),
  },
  {
    name: 'consent-agreed',
    about: 'The notice after *Agree*',
    play: async (on) => {
      const notice = await asks(on, '/mood', { image: on.photos.smile });
      await (await on.member.clicks(notice, on.t('button.agree'))).nextMessage(WAIT);
      return notice.waitFor(({ json }) => json.embeds[0]?.description === on.t('consent.done'), WAIT);
    },
  },
  {
    name: 'consent-changed',
    about: 'The notice for somebody who agreed to an older one',
    play: async (on) => {
      const member = on.newcomer();
      const store = await openStore(on.database);
      const at = new Date(Date.now() - 90 * DAY).toISOString();
      await store.set(consentKey(member.id), { answer: 'yes', version: CONSENT_VERSION - 1, at });
      await store.close();
      return asks({ ...on, member }, '/mood', { image: on.photos.smile });
    },
  },
];

/** The answers to a photo, an emoji and words. */
export const MOODS: readonly Scene[] = [
  {
    name: 'mood',
    about: 'The answer to a photo, where the reading is sure',
    play: (on) => asks(on, '/mood', { image: on.photos.smile }),
  },
  {
    name: 'mood-unsure',
    about:
      'The answer where the reading is not sure: the two likeliest are named, and one tap says that it was the other',
    play: (on) => asks(on, '/mood', { image: on.photos.unsure, length: FEW }),
  },
  {
    name: 'mood-of-several',
    about: 'A photo of several people: the largest face is read, and another or all can be picked',
    play: (on) => asks(on, '/mood', { image: on.photos.group, length: FEW }),
  },
  {
    name: 'mood-of-group',
    about: 'A group together: each face by its place, and a list for a party',
    play: (on) => asks(on, '/mood', { image: on.photos.group, who: 'group', length: FEW }),
  },
  {
    name: 'felt',
    about: 'The answer to words',
    play: (on) => asks(on, '/mood', { feeling: 'tired but hopeful', length: FEW }),
  },
  {
    name: 'felt-emoji',
    about: 'The answer to an emoji, with wishes for the music',
    play: (on) => asks(on, '/mood', { emoji: '😄', decade: '1980', popularity: 'well-known', length: FEW }),
  },
  {
    name: 'said',
    about: '*Not my mood?*: what the person says counts from then on',
    play: async (on) => {
      const card = await asks(on, '/mood', { image: on.photos.unsure, length: FEW });
      return (await on.member.selects(card, on.t('button.pickMood'), ['calm'])).reply(WAIT);
    },
  },
  {
    name: 'without-permissions',
    about: 'The answer where the bot may neither show embeds nor attach files',
    where: ({ guild }) => guild.addTextChannel('plain', { botPermissions: PLAIN }),
    play: (on) => asks(on, '/mood', { emoji: '😌', length: FEW }),
  },
];

/** The list under an answer. */
export const LISTS: readonly Scene[] = [
  {
    name: 'list-next-page',
    about: 'The second page of a list that leads up',
    play: async (on) => presses(on, await asks(on, '/mood', { emoji: '😢', intent: 'lift' }), 'button.next'),
  },
  {
    name: 'track',
    about: 'One track, picked in the list; only the person sees it',
    play: async (on) => {
      const card = await asks(on, '/mood', { emoji: '😌', length: FEW });
      return (await on.member.selects(card, on.t('button.open'), ['0'])).reply(WAIT);
    },
  },
];

/** Ways in besides a photo. */
export const WAYS: readonly Scene[] = [
  { name: 'ways', about: '`/mood` with nothing told', play: (on) => asks(on, '/mood') },
  {
    name: 'webcam',
    about: '`/mood webcam: True`: the way to the page that reads a face live',
    play: (on) => asks(on, '/mood', { webcam: true }),
  },
];

/** Channels for selfies, and who picks them. */
export const SELFIES: readonly Scene[] = [
  {
    name: 'setup',
    about: '`/setup` as it is at first',
    play: (on) => asks({ ...on, member: on.manager }, '/setup'),
  },
  {
    name: 'setup-done',
    about: '`/setup` with a channel for selfies',
    play: async (on) => {
      const { manager, selfies, t } = on;
      const panel = await asks({ ...on, member: manager }, '/setup');
      await (await manager.selects(panel, t('setup.pickChannels'), [selfies])).reply(WAIT);
      await (await manager.selects(panel, t('setup.pickLanguage'), [on.speaker.locale])).reply(WAIT);
      return (await manager.clicks(panel, t('setup.confirm'))).reply(WAIT);
    },
  },
  {
    name: 'selfie',
    about: 'The answer to a selfie in a channel for them',
    where: ({ selfies }) => selfies,
    play: (on) => answered(on, on.member),
  },
  {
    name: 'selfie-asked',
    about: 'The small question to somebody who has not agreed; it goes away by itself',
    where: ({ selfies }) => selfies,
    play: (on) => answered(on, on.newcomer()),
  },
];

/** Spotify. */
export const SPOTIFY: readonly Scene[] = [
  {
    name: 'spotify-not-linked',
    about: '*Queue on my Spotify* without an account',
    play: async (on) => presses(on, await asks(on, '/mood', { emoji: '😌', length: FEW }), 'button.queue'),
  },
  { name: 'spotify-link', about: '`/spotify link`', play: (on) => asks(on, '/spotify link') },
  {
    name: 'spotify-linked',
    about: '`/spotify link` once the account is linked',
    play: async (on) => {
      const way = await asks(on, '/spotify link');
      await linksAccount(on, linkOn(way));
      return way.waitFor(({ json }) => json.embeds[0]?.description === on.t('spotify.linked'), WAIT);
    },
  },
  {
    name: 'spotify-saved',
    about: '*Save to Spotify*',
    play: async (on) => presses(on, await asks(on, '/mood', { emoji: '😌', length: FEW }), 'button.save'),
  },
  {
    name: 'spotify-queued',
    about: '*Queue on my Spotify*, once that is allowed as well',
    play: async (on) => {
      const card = await asks(on, '/mood', { emoji: '😌' });
      const way = await presses(on, await presses(on, card, 'button.queue'), 'button.link');
      await linksAccount(on, linkOn(way));
      return presses(on, card, 'button.queue');
    },
  },
];

/** What is kept, and an end to it. */
export const PRIVACY: readonly Scene[] = [
  {
    name: 'privacy',
    about: '`/privacy`: what is kept, and for how long',
    play: (on) => asks(on, '/privacy'),
  },
  {
    name: 'privacy-export',
    about: '*Export*',
    play: async (on) => presses(on, await asks(on, '/privacy'), 'button.export'),
  },
  {
    name: 'privacy-withdraw',
    about: 'The question before *Withdraw consent* is done',
    play: async (on) => presses(on, await asks(on, '/privacy'), 'button.withdraw'),
  },
  {
    name: 'privacy-forget',
    about: 'The question before everything is erased',
    play: async (on) => presses(on, await asks(on, '/privacy'), 'button.forget'),
  },
  {
    name: 'privacy-forgotten',
    about: 'The answer once everything is erased',
    play: async (on) => {
      const asked = await presses(on, await asks(on, '/privacy'), 'button.forget');
      return presses(on, asked, 'button.forgetForSure');
    },
  },
];

/** Help, and what goes wrong. */
export const HELP: readonly Scene[] = [
  { name: 'help', about: '`/help`', play: (on) => asks(on, '/help') },
  {
    name: 'error',
    about: 'A file that is no photo; only the person sees that',
    play: async (on) => {
      const notes = { name: 'notes.txt', bytes: Buffer.from('not a photo') };
      const use = await on.member.uses('/mood', { image: notes }, { in: on.here });
      return use.nextMessage(WAIT);
    },
  },
  {
    name: 'busy',
    about: 'More photos at once than one person can have read',
    play: async (on) => {
      const sent = Array.from({ length: MANY }, () =>
        on.member.uses('/mood', { image: on.photos.smile, length: FEW }, { in: on.here }),
      );
      const uses = await Promise.all(sent);
      return Promise.any(uses.map((use) => use.nextMessage(WAIT)));
    },
  },
];

/** A selfie, and the bot's answer to it. */
async function answered({ discord, here, photos }: Scenery, member: Member): Promise<readonly Message[]> {
  const post = await member.posts(photos.smile, { in: here });
  const isAnswer = ({ record }: Message): boolean => record.replyTo === post.record;
  return [post, await discord.nextMessage(isAnswer, { ...WAIT, after: post })];
}
