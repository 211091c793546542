import { EmbedBuilder } from 'discord.js';
import { expect, it } from 'vitest';

import { type Card, textCard } from '../../src/cards/card.ts';
import type { Context } from '../../src/commands/command.ts';
import type { SpotifyParts } from '../../src/flows/parts.ts';
import { fuzz } from './fuzz.ts';
import { asker, type Mischief, slyBot } from './sly-bot.ts';

/** Seeds need not be found anew: what is wrong here is wrong in any game. */
const FIXED = { patience: 5_000, shrink: false, replay: '1' };

const withParts = (change: (parts: Context['parts']) => Partial<Context['parts']>): Mischief => ({
  context: (context) => ({ ...context, parts: { ...context.parts, ...change(context.parts) } }),
});

const withSpotify = (change: (spotify: SpotifyParts) => Partial<SpotifyParts>): Mischief =>
  withParts(({ spotify }) => ({ spotify: spotify && { ...spotify, ...change(spotify) } }));

interface Change {
  readonly acknowledge?: 'public';
  readonly run?: () => Promise<Card>;
}

const withCommand = (name: string, change: Change): Mischief => ({
  commands: (all) =>
    all.map((one) => ('data' in one && one.data.name === name ? Object.assign({ ...one }, change) : one)),
});

/** Whether it is the n-th call. */
function everyNth(n: number): () => boolean {
  let calls = 0;
  return () => (calls += 1) % n === 0;
}

const seventh = everyNth(7);
const ninth = everyNth(9);
let first: string | undefined;
let before: ReturnType<Context['parts']['vision']['read']> | undefined;

const MISCHIEF: readonly (readonly [string, Mischief, RegExp])[] = [
  [
    'leaves every seventh unanswered',
    { handle: ({ answer }) => (seventh() ? Promise.resolve() : answer()) },
    /did not respond|interaction failed/,
  ],
  [
    'leaves a person thinking for ever',
    withCommand('help', { run: () => new Promise<Card>(() => undefined) }),
    /\/help: never answered/,
  ],
  [
    'answers twice',
    {
      handle: async ({ interaction, answer }) => {
        await answer();
        if (interaction.isChatInputCommand()) await interaction.followUp('And again');
      },
    },
    /answered more than once|told unknown/,
  ],
  [
    'acknowledges twice',
    {
      handle: async ({ interaction, answer }) => {
        await answer();
        const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
        await interaction.client.rest.post(path, { body: { type: 5 }, auth: false }).catch(() => undefined);
      },
    },
    /Discord refused POST .* respond-once/,
  ],
  [
    'answers by a link to the webcam page as often as one likes',
    {
      context: (context) => ({
        ...context,
        webcam: {
          ...context.webcam,
          answer: (id, _secret, seen) => context.webcam.find(id).answer(seen),
        },
      }),
    },
    /by the webcam page of .*: answered twice/,
  ],
  [
    'takes everyone for the owner of a list',
    withParts(({ playlists }) => ({
      playlists: {
        ...playlists,
        find: async (id) => {
          const kept = await playlists.find(id);
          return kept && { ...kept, owner: asker.getStore() ?? kept.owner };
        },
      },
    })),
    /right is error\.list-not-yours|a list of .* is shown in an answer to|told a list of/,
  ],
  [
    'answers a person with the reading of somebody else’s photo',
    withParts(({ vision }) => ({
      vision: {
        ...vision,
        read: async (...args) => {
          const own = vision.read(...args);
          await own;
          const other = before ?? own;
          before = own;
          return other;
        },
      },
    })),
    /which is not their photo's/,
  ],
  [
    'fetches photos before anyone agreed',
    {
      handle: async ({ interaction, context, answer }) => {
        const image = interaction.isChatInputCommand() && interaction.options.getAttachment('image');
        if (image) await context.photos.fetch(image.url);
        await answer();
      },
    },
    /had not agreed/,
  ],
  [
    'forgets nobody',
    withParts(({ listeners }) => ({ listeners: { ...listeners, forget: () => Promise.resolve() } })),
    /\/privacy shows|privacy\.forgotten|although .* is forgotten|right is error\.list-expired/,
  ],
  [
    'shows everyone what was asked in private',
    withCommand('mood', { acknowledge: 'public' }),
    /answered for all to see|not-agreed/,
  ],
  [
    'tells people the words of a library',
    withCommand('help', {
      run: () => Promise.resolve(textCard(new EmbedBuilder().setDescription('TypeError: x is undefined'))),
    }),
    /reads “/,
  ],
  [
    'tells people the key of a sentence',
    withCommand('privacy', {
      run: () => Promise.resolve(textCard(new EmbedBuilder().setDescription('privacy.title'))),
    }),
    /reads “/,
  ],
  [
    'lets a way to Spotify be gone twice',
    withSpotify(({ linkings }) => ({ linkings: { ...linkings, take: (state) => linkings.find(state) } })),
    /was linked twice by one way/,
  ],
  [
    'saves a list twice where it is asked once',
    withSpotify(({ saves, claims }) => ({
      saves: { ...saves, find: () => Promise.resolve(undefined) },
      claims: {
        ...claims,
        alone: async (key, work) => {
          if (key.includes(':saving:')) await work().catch(() => undefined);
          return claims.alone(key, work);
        },
      },
    })),
    /was saved as two playlists/,
  ],
  [
    "opens somebody else's account",
    withSpotify(({ linked }) => ({
      linked: {
        ...linked,
        find: async (owner) => {
          const own = await linked.find(owner);
          if (own) first ??= owner;
          return own ?? (first === undefined ? undefined : linked.find(first));
        },
      },
    })),
    /right is error\.spotify-not-linked|right is spotify\.notLinked/,
  ],
  [
    'notes a fault of its own',
    {
      handle: ({ log, answer }) => {
        if (ninth()) log.error('an unexpected state');
        return answer();
      },
    },
    /the bot logged .*an unexpected state/,
  ],
];

it('finds nothing wrong with a bot that does all right', { timeout: 180_000 }, async () => {
  const { answered, wrong } = await fuzz(await slyBot({}), { ...FIXED, interactions: 200, patience: 45_000 });
  expect(wrong).toBeUndefined();
  expect(answered).toBeGreaterThanOrEqual(200);
});

it.each(MISCHIEF)('catches a bot that %s', { timeout: 180_000 }, async (_, mischief, caught) => {
  const { wrong } = await fuzz(await slyBot(mischief), { ...FIXED, interactions: 500 });
  expect(wrong).toMatch(caught);
});
