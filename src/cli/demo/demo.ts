import { createRequire } from 'node:module';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import type { z } from 'zod';

import {
  type Discord,
  type Member,
  type Message,
  renderChat,
  startDiscord,
} from '../../../sandbox/discord/index.ts';
import { listTitle } from '../../cards/list-card.ts';
import { PICTURE } from '../../cards/reading-embed.ts';
import { wordsFor } from '../../cards/words.ts';
import { type Intent, INTENTS } from '../../domain/arc.ts';
import { MoodringError } from '../../errors.ts';
import { playlistsIn } from '../../memory/playlists.ts';
import { openStore } from '../../memory/store.ts';
import { readSettings } from '../../settings.ts';
import { startVision } from '../../vision/node/vision.ts';
import { demoContract } from '../contract.ts';
import { picksJson } from '../list-output.ts';
import { type Outcome, readInput, runProgram } from '../program.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';
import { openChat } from './chat.ts';
import { startSpotifyStory } from './spotify-story.ts';

const USAGE = `npm run demo -- [PHOTO] [--intent ${INTENTS.join('|')}] [--spotify] [--serve] [--watch] [--json]`;
const OUT = 'out';
const LEAVES = ['demo.html', 'card.png', 'playlist.html'];

/** Starting means compiling and loading nets, which a busy machine takes its time for. */
const START_TIMEOUT = 120_000;
const ANSWER_TIMEOUT = 60_000;

const t = wordsFor('en');
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

await runProgram({
  usage: USAGE,
  options: {
    intent: { type: 'string', default: 'match' },
    spotify: { type: 'boolean', default: false },
    serve: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
  },
  contract: demoContract,
  run: async ({ values, positionals: [photo = samplePhoto(), ...more] }) => {
    const intent = INTENTS.find((known) => known === values.intent);
    if (!intent || more.length > 0) throw new MoodringError('usage', { usage: USAGE });
    return demo({ name: basename(photo), bytes: await readInput(photo) }, intent, values);
  },
});

/** A photo of several people that comes with the face-api package. */
function samplePhoto(): string {
  const face = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
  return join(dirname(face), 'demo', 'sample3.jpg');
}

type Photo = Readonly<{ name: string; bytes: Uint8Array }>;
type DemoJson = z.infer<typeof demoContract>;

/** What else is shown, and whether the bot keeps running. */
interface Wanted {
  readonly spotify: boolean;
  readonly serve: boolean;
  /** Whether the bot starts anew when its source changes. */
  readonly watch: boolean;
}

/** Starts a Discord and the bot, lets a member send the photo, and shows what came back. */
async function demo(photo: Photo, intent: Intent, wanted: Wanted): Promise<Outcome<DemoJson>> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-demo-'));
  const database = join(folder, 'demo.sqlite');
  const discord = await startDiscord();
  const spotify = wanted.spotify ? await startSpotifyStory(tell) : undefined;
  await Promise.all(LEAVES.map((name) => rm(join(OUT, name), { force: true })));
  // From the start and for good: however often and whenever Ctrl-C is pressed, everything below is cleaned up.
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<undefined>();
  const onInterrupt = (): void => interrupt(undefined);
  process.on('SIGINT', onInterrupt);
  const stopped = interrupted.then(() => Promise.reject(new MoodringError('interrupted')));
  stopped.catch(() => undefined);
  let bot: BotProcess | undefined;
  let talking = false;
  try {
    tell(`A Discord of our own listens at ${discord.origin}. Starting the bot…`);
    const ada = discord.addMember('Ada');
    const chat = wanted.serve ? await openChat(discord, { ada, sample: samplePhoto() }, t) : undefined;
    if (chat) tell(`Try it in your browser: ${chat.url}`);
    const started = performance.now();
    bot = await startBotProcess({
      token: discord.token,
      apiUrl: discord.restUrl,
      cdnUrl: discord.cdnUrl,
      database,
      pages: true,
      watch: wanted.watch,
      engine: readSettings().engine,
      spotify: spotify?.settings,
      onProgress: (message) => {
        if (!talking) tell(`  ${message}`);
      },
    });
    await Promise.race([discord.botIsReady({ timeoutMs: START_TIMEOUT }), bot.ended, stopped]);
    const start = performance.now() - started;

    talking = true;
    tell(`Ada sends /mood with ${photo.name}…`);
    const answering = talk(ada, photo, intent);
    const { reply, milliseconds: answer } = await Promise.race([answering, bot.ended, stopped]);
    await saveChat(discord, reply);
    tell(`\n${discord.transcript()}\n`);

    // The bot tells nobody what it read, so the same photo is read once more for the figures, by the same code.
    const { reading, timings } = await readAgain(photo.bytes);
    const shown = await report(reply, reading, database, { start, answer, ...timings });
    const scene = { member: ada, card: reply, pagesUrl: bot.pagesUrl };
    const held = await Promise.race([spotify?.play(scene), bot.ended, stopped]);
    if (held) await saveChat(discord, reply);
    const json = { ...shown, spotify: held };
    if (chat) {
      tell(`The bot keeps running, and so does the chat: ${chat.url}\nCtrl-C ends it.`);
      // The page says that the bot is gone; whoever looks at it ends the rest when they have seen enough.
      bot.ended.catch(() => tell('The bot has ended. Ctrl-C ends the rest.'));
      await interrupted;
      // Fails if it had ended before.
      await Promise.race([bot.ended, Promise.resolve()]);
    }
    return { json, text: summary(json) };
  } finally {
    await bot?.stop();
    await discord.stop();
    await spotify?.stop();
    await rm(folder, { recursive: true, force: true });
    process.off('SIGINT', onInterrupt);
  }
}

/** The conversation: a photo, the notice, *Agree*, the answer. */
async function talk(
  ada: Member,
  photo: Photo,
  intent: Intent,
): Promise<{ reply: Message; milliseconds: number }> {
  const use = await ada.uses('/mood', { image: photo, intent });
  const notice = await use.reply({ timeoutMs: ANSWER_TIMEOUT });
  const agreed = performance.now();
  const agree = await ada.clicks(notice, t('button.agree'));
  const reply = await agree.nextMessage({ timeoutMs: ANSWER_TIMEOUT });
  const milliseconds = performance.now() - agreed;
  await agree.settled();
  await notice.waitFor(({ json }) => json.embeds[0]?.description !== t('consent.agreed'));
  return { reply, milliseconds };
}

/** What the demo leaves behind: the chat as a page, and the card's picture. */
async function saveChat(discord: Discord, reply: Message): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await writeFile(join(OUT, 'demo.html'), renderChat(discord.channel));
  const picture = reply.sent?.files.find(({ name }) => name === PICTURE);
  if (picture) await writeFile(join(OUT, 'card.png'), picture.bytes);
}

async function readAgain(bytes: Uint8Array) {
  const vision = await startVision({ workers: 1, engine: readSettings().engine });
  try {
    return await vision.read(bytes);
  } finally {
    await vision.close();
  }
}

async function report(
  reply: Message,
  { faces }: Awaited<ReturnType<typeof readAgain>>['reading'],
  database: string,
  timings: DemoJson['timings'],
): Promise<DemoJson> {
  const { payload, files } = reply.sent ?? { payload: {}, files: [] };
  const link = await openedLink(payload.embeds?.at(-1)?.url ?? undefined, files);
  const { playlist } = await keptList(database, link);
  return {
    reply: {
      ...payload,
      embeds: payload.embeds ?? [],
      files: files.map(({ name, contentType, bytes }) => ({ name, contentType, bytes: bytes.length })),
    },
    reading: {
      faces: faces.map(({ box, score, emotions, sure }) => ({ box, score, emotions, sure })),
    },
    mood: { name: playlist.mood.name, points: [...playlist.mood.points] },
    playlist: {
      title: listTitle(playlist, t),
      intent: playlist.intent,
      seed: playlist.seed,
      picks: picksJson(playlist, t),
    },
    link,
    timings,
  };
}

/** Opens the link of the reply, as the person would, and keeps the page to look at. */
async function openedLink(
  url: string | undefined,
  files: readonly { name: string }[],
): Promise<DemoJson['link']> {
  if (url === undefined) {
    const list = files.find(({ name }) => name !== PICTURE);
    return { kind: 'attached', name: list?.name ?? '' };
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
  await writeFile(join(OUT, 'playlist.html'), await response.text());
  return { kind: 'page', url, status: response.status };
}

/** The playlist as the bot keeps it, from its own database. */
async function keptList(database: string, link: DemoJson['link']) {
  const store = await openStore(database);
  try {
    const id = link.kind === 'page' ? basename(new URL(link.url).pathname) : '';
    const kept = await playlistsIn(store).find(id);
    if (!kept) throw new Error('the playlist of the reply is not in the database');
    return kept;
  } finally {
    await store.close();
  }
}

function summary({ link, playlist, timings }: DemoJson): string {
  const page = link.kind === 'page' ? ` Its page answered ${link.status}.` : '';
  return (
    `${playlist.title}: ${playlist.picks.length} tracks, answered in ${Math.round(timings.answer)} ms.${page}\n` +
    `Look at ${OUT}/demo.html (the chat), ${OUT}/card.png (the picture) and ${OUT}/playlist.html (the page).\n`
  );
}
