import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { wordsFor } from '../../src/cards/words.ts';
import { demoContract } from '../../src/cli/contract.ts';
import { newest, visit } from '../sandbox/chat-page.ts';
import { axeFaults } from '../web/axe.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../web/chromium.ts';

const DEMO = resolve(import.meta.dirname, '../../src/cli/demo/demo.ts');
const t = wordsFor('en');

/** A busy machine takes its time to start the bot and to read a photo; only a failing test waits that long. */
const PATIENT = { timeout: 90_000 };

/** The demo as somebody starts it in a terminal. */
interface Running {
  readonly process: ChildProcess;
  /** The address that it tells. */
  readonly url: string;
  /** Everything it said for people. */
  readonly told: () => string;
  /** Presses Ctrl-C, and gives how it ended and what it printed. */
  stop(): Promise<{ readonly exit: number | null; readonly stdout: string }>;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-serve-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function serve(): Promise<Running> {
  const child = spawn(process.execPath, [DEMO, '--serve', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // As in a terminal: it takes the bot along.
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGINT');
    await closed;
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  await expect.poll(() => stderr, PATIENT).toMatch(/browser: http\S+\n/);
  return {
    process: child,
    url: /browser: (http\S+)\n/.exec(stderr)?.[1] ?? '',
    told: () => stderr,
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGINT');
      await closed;
      return { exit: child.exitCode, stdout };
    },
  };
}

describe.skipIf(CHROMIUM === undefined)(
  `demo --serve${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    it('lets somebody new follow the tour from the photo to the music, and ends with one document', async () => {
      const demo = await serve();
      await expect.poll(demo.told, PATIENT).toContain('so does the chat');
      const { page, complaints } = await visit(browser, demo.url);
      const step = () => page.getByRole('region', { name: 'Guided tour' }).getByRole('heading').innerText();
      await page.getByRole('button', { name: /You are Ben/ }).waitFor();
      await expect.poll(step).toBe('A Discord of your own');
      await page.getByRole('region', { name: 'Guided tour' }).getByRole('button', { name: 'Next' }).click();
      await page.locator('#write').pressSequentially('/mood ');
      await expect.poll(step).toBe('Give it a photo');
      await page.getByRole('button', { name: 'Add a photo or a file' }).click();
      await page.getByRole('menuitem', { name: /sample/ }).click();
      await expect.poll(step).toBe('Send it');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect.poll(step, PATIENT).toBe('Consent first');
      expect(await newest(page).innerText()).toContain('Only you can see this');
      await newest(page)
        .getByRole('button', { name: t('button.agree') })
        .click();
      await expect.poll(step, PATIENT).toBe('Your mood, and music for it');
      const card = page.locator('.slot', { has: page.locator('.big img') }).last();
      await expect.poll(() => card.locator('.big img').evaluateAll((all) => all.length), PATIENT).toBe(1);
      expect(await card.innerText()).toContain('happy');
      expect(await axeFaults(page)).toEqual([]);
      await card.getByRole('button', { name: t('button.lift') }).click();
      await expect.poll(() => newest(page).innerText(), PATIENT).toContain('lift you');
      expect(complaints).toEqual([]);
      const { exit, stdout } = await demo.stop();
      expect(exit).toBe(0);
      expect(demoContract.parse(JSON.parse(stdout)).reading.faces.length).toBeGreaterThan(0);
    });

    it('goes on without the bot, says so on the page, and that it failed in the end', async () => {
      const demo = await serve();
      await expect.poll(demo.told, PATIENT).toContain('so does the chat');
      const { page } = await visit(browser, demo.url);
      const { stdout: bot } = await promisify(execFile)('pgrep', [
        '-P',
        String(demo.process.pid),
        '-f',
        'bot.ts',
      ]);
      process.kill(Number(bot), 'SIGKILL');
      await page.getByText('Moodring is not connected').waitFor();
      await expect.poll(demo.told).toContain('The bot has ended');
      const { exit, stdout } = await demo.stop();
      expect(exit).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'failed' } });
    });
  },
  240_000,
);
