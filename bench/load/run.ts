import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Discord, type LocalFile, startDiscord } from '../../sandbox/discord/index.ts';
import { type BotProcess, startBotProcess } from '../../src/cli/demo/bot-process.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { openStore } from '../../src/memory/store.ts';
import { readSettings } from '../../src/settings.ts';
import { askAtOnce, gather } from './crowd.ts';
import type { Outcome } from './outcome.ts';
import { type Vitals, vitalsOf, WATCH } from './vitals.ts';

/** Starting means compiling and loading nets, which a busy machine takes its time for. */
const START_TIMEOUT = 120_000;

/** A few people say little: they are asked again until there are this many outcomes. */
const LEAST_OUTCOMES = 5;

/** What came of so many people asking at once. */
export interface Level {
  readonly size: number;
  readonly outcomes: readonly Outcome[];
  readonly vitals: Vitals;
}

/** A bot under growing load. */
export interface LoadRun {
  /** Resident memory of the bot in MB when it has answered once, and everything is loaded. */
  readonly memoryBefore: number;
  readonly levels: readonly Level[];
}

export interface LoadOptions {
  readonly levels: readonly number[];
  readonly photo: LocalFile;
  /** Another bot than ours. */
  readonly program?: URL;
  readonly tell: (line: string) => void;
}

/** Starts a Discord, and the bot as a process of its own, and lets people ask. */
export async function runLoad({ levels, photo, program, tell }: LoadOptions): Promise<LoadRun> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-bench-'));
  const database = join(folder, 'bench.sqlite');
  const discord = await startDiscord();
  let bot: BotProcess | undefined;
  try {
    const people = gather(discord, Math.max(...levels));
    await allAgree(
      database,
      people.map(({ member }) => member.id),
    );
    bot = await startBot(discord, database, program);
    await Promise.race([discord.botIsReady({ timeoutMs: START_TIMEOUT }), bot.ended]);
    await Promise.race([askAtOnce(people.slice(0, 1), photo), bot.ended]);
    const { memory } = await vitalsOf(bot.process);

    const measured: Level[] = [];
    for (const size of levels) {
      tell(`  ${size} at once…`);
      const outcomes: Outcome[] = [];
      do {
        outcomes.push(...(await Promise.race([askAtOnce(people.slice(0, size), photo), bot.ended])));
      } while (outcomes.length < LEAST_OUTCOMES);
      measured.push({ size, outcomes, vitals: await vitalsOf(bot.process) });
    }
    return { memoryBefore: memory.left, levels: measured };
  } finally {
    await bot?.stop();
    await discord.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function startBot(discord: Discord, database: string, program: URL | undefined): Promise<BotProcess> {
  return startBotProcess({
    token: discord.token,
    apiUrl: discord.restUrl,
    cdnUrl: discord.cdnUrl,
    database,
    engine: readSettings().engine,
    pages: false,
    preload: WATCH,
    ...(program ? { program } : {}),
  });
}

/** Everyone agreed to the notice some other day. */
async function allAgree(database: string, people: readonly string[]): Promise<void> {
  const store = await openStore(database);
  const listeners = listenersIn(store);
  for (const id of people) await listeners.agree(id);
  await store.close();
}
