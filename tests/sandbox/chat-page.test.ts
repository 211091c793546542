import { once } from 'node:events';
import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { axeFaults } from '../web/axe.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../web/chromium.ts';
import { chatScene, newest, open, says, type, visit } from './chat-page.ts';

/** What a bot has to answer a press within, and some; Discord gives it three seconds. */
const LATE = { timeout: 10_000 };

describe.skipIf(CHROMIUM === undefined)(
  `the chat page${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    it('takes a command by keyboard: suggestions, choices, a photo, and all arrives as it was meant', async () => {
      const { chat, ben } = await chatScene();
      const { page, complaints } = await visit(browser, chat.url);
      await type(page, '/so');
      await expect
        .poll(() => page.getByRole('option').allInnerTexts())
        .toEqual([expect.stringContaining('A song for you')]);
      await page.keyboard.press('Enter');
      await page.keyboard.type('Gol');
      await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['Golden', 'Goldrush']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.type('mode:');
      await expect
        .poll(() => page.getByRole('option').allInnerTexts())
        .toEqual(['minor: sadder', 'major: brighter']);
      await page.keyboard.type('bright');
      await page.keyboard.press('Tab');
      await page.keyboard.type('loud:');
      await page.keyboard.press('Enter');
      await page.keyboard.type('with:');
      await page.keyboard.type('Be');
      await page.keyboard.press('Enter');
      await page.keyboard.type('count:12');
      await page.getByRole('button', { name: 'Add a photo or a file' }).click();
      await page.getByRole('menuitem', { name: /sample/ }).click();
      await page.locator('.file-chip.filled').waitFor();
      await page.getByRole('button', { name: 'Send' }).click();
      await says(
        page,
        `song: title=id-Goldrush, photo=sample.png, loud=true, count=12, with=${ben.id}, mode=major`,
      );
      expect(await newest(page).innerText()).toContain('/song');
      expect(complaints).toEqual([]);
    });

    it('sends no command that lacks something, and says what', async () => {
      const { chat, discord } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await type(page, '/song ');
      await page.locator('.word-chip').waitFor();
      await page.getByRole('button', { name: 'Send' }).click();
      await expect.poll(() => page.locator('.hint').innerText()).toBe('“title” is required');
      await page.keyboard.type('x');
      await page.getByRole('combobox', { name: /More options/ }).focus();
      await page.keyboard.type('count:many');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('status').filter({ hasText: 'whole number' }).count()).toBe(1);
      expect(discord.channel.messages).toEqual([]);
    });

    it('offers each person what they may use, in their language, subcommands by themselves', async () => {
      const { chat, ben, mo } = await chatScene();
      const offered = async (who: string): Promise<readonly string[]> => {
        const { page } = await visit(browser, `${chat.url}#${who}/`);
        await type(page, '/');
        await page.getByRole('option').first().waitFor();
        return page.getByRole('option').allInnerTexts();
      };
      expect((await offered(ben.id)).map((it) => it.split('\n'))).toEqual([
        ['/list show', 'Shows your list'],
        ['/panel', 'Everything to press'],
        ['/silent', 'Never answers'],
        ['/song', 'Ein Lied für dich'],
      ]);
      expect(await offered(mo.id)).toContainEqual(expect.stringContaining('/manage'));
    });

    it('presses buttons: what the bot edits and deletes changes before everyone', async () => {
      const { chat, ben } = await chatScene();
      const { page } = await visit(browser, chat.url);
      const { page: other } = await visit(browser, `${chat.url}#${ben.id}/`);
      await type(page, '/panel');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await says(other, 'Press one <b>');
      expect(await page.evaluate("getComputedStyle(document.querySelector('.embed')).borderLeftColor")).toBe(
        'rgb(242, 177, 52)',
      );
      expect(await newest(page).getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
      const link = newest(page).getByRole('link', { name: 'Elsewhere' });
      expect([
        await link.getAttribute('href'),
        await link.getAttribute('target'),
        await link.getAttribute('rel'),
      ]).toEqual(['https://example.org/list', '_blank', 'noopener noreferrer']);
      await newest(page).getByRole('button', { name: 'Change' }).focus();
      await page.keyboard.press('Enter');
      await says(other, 'Changed by Ada');
      await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Change');
      await newest(other).getByRole('button', { name: 'Remove' }).click();
      await expect.poll(() => page.locator('.slot').count()).toBe(0);
    });

    it('shows what is for one person alone to nobody else, until it is dismissed', async () => {
      const { chat, ben } = await chatScene();
      const { page } = await visit(browser, chat.url);
      const { page: other } = await visit(browser, `${chat.url}#${ben.id}/`);
      await type(page, '/panel ');
      await page.keyboard.press('Enter');
      await newest(other).getByRole('button', { name: 'Secret' }).click();
      await says(other, 'between us');
      expect(await newest(other).innerText()).toContain('Only you can see this');
      // Whatever Ada sees is behind it by now.
      await newest(page).getByRole('button', { name: 'Change' }).click();
      await says(page, 'Changed by Ada');
      expect(await page.content()).not.toContain('between us');
      await newest(other).getByRole('button', { name: 'Dismiss message' }).click();
      await expect.poll(() => other.locator('.slot').count()).toBe(1);
    });

    it('picks from selects: options, several channels of the right type, roles', async () => {
      const { chat, discord } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await type(page, '/panel ');
      await page.keyboard.press('Enter');
      const panel = page.locator('.slot').first();
      await panel.getByRole('button', { name: 'Feels different?' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['Calm\nquiet', 'Tense']);
      await page.keyboard.press('t');
      await page.keyboard.press('Enter');
      await says(page, 'feels: 1 t');
      await panel.getByRole('button', { name: 'Where?' }).click();
      await expect.poll(() => page.getByRole('option').allInnerTexts()).toEqual(['#music', '#quiet']);
      await page.getByRole('option', { name: '#quiet' }).click();
      await page.getByRole('option', { name: '#music' }).click();
      await page.keyboard.press('Escape');
      const ids = discord.guild.record.channels
        .filter(({ name }) => ['music', 'quiet'].includes(name))
        .map(({ id }) => id);
      await says(page, `where: 2 ${ids.toReversed().join(',')}`);
      await panel.getByRole('button', { name: 'Who?' }).click();
      await page.getByRole('option', { name: 'DJ' }).click();
      await says(page, 'who: 1 ');
    });

    it('fills in a form, which says what is wrong, and closes when it was taken', async () => {
      const { chat } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await type(page, '/panel ');
      await page.keyboard.press('Enter');
      await newest(page).getByRole('button', { name: 'Form' }).click();
      const form = page.getByRole('dialog', { name: 'A form' });
      await form.getByRole('textbox', { name: 'Name' }).fill('x');
      await form.getByRole('button', { name: 'Submit' }).click();
      expect(await form.isVisible()).toBe(true);
      await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
      await form.getByRole('textbox', { name: 'Why' }).fill('two\nlines');
      expect(await axeFaults(page)).toEqual([]);
      await form.getByRole('button', { name: 'Submit' }).click();
      await says(page, 'Ada because two');
      expect(await form.count()).toBe(0);
    });

    it('says that the bot did not answer, beside what was pressed', async () => {
      const { chat } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await type(page, '/panel ');
      await page.keyboard.press('Enter');
      await newest(page).getByRole('button', { name: 'Wait' }).click();
      await expect.poll(() => newest(page).locator('.waiting').count()).toBe(1);
      await expect.poll(() => newest(page).innerText(), LATE).toContain('This interaction failed');
      await type(page, '/silent ');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByText('The application did not respond').count(), LATE).toBe(1);
    });

    it('writes, replies, edits, deletes and reacts, and everyone sees it at once', async () => {
      const { chat, mo } = await chatScene();
      const { page } = await visit(browser, chat.url);
      const { page: other } = await visit(browser, `${chat.url}#${mo.id}/`);
      await type(page, 'hello **all** <img src=x onerror=alert(1)>');
      await page.keyboard.press('Enter');
      await says(other, 'hello all <img src=x onerror=alert(1)>');
      await newest(other).hover();
      await newest(other).getByRole('button', { name: 'Reply' }).click();
      await other.keyboard.type('hi back');
      await other.keyboard.press('Enter');
      await says(page, 'hi back');
      expect(await newest(page).locator('.spine').innerText()).toContain('hello');
      await newest(page).hover();
      await newest(page).getByRole('button', { name: /React/ }).click();
      await expect.poll(() => newest(other).getByRole('button', { name: '👍 1' }).count()).toBe(1);
      await newest(other).getByRole('button', { name: '👍 1' }).click();
      await expect
        .poll(() => newest(page).getByRole('button', { name: '👍 2' }).getAttribute('aria-pressed'))
        .toBe('true');
      await page.locator('#write').focus();
      await page.keyboard.press('ArrowUp');
      await page.getByRole('dialog').getByRole('textbox').fill('goodbye');
      await page.keyboard.press('Enter');
      await expect.poll(() => other.locator('.slot').first().innerText()).toContain('(edited)');
      await other.locator('.slot').first().click({ button: 'right' });
      await other.getByRole('menuitem', { name: 'Delete' }).click();
      await expect.poll(() => page.locator('.slot').count()).toBe(1);
      expect(await newest(page).locator('.spine').innerText()).toContain('Original message was deleted');
    });

    it('has the bot’s own commands in the menus of a message and of a member', async () => {
      const { chat } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await type(page, 'what a day');
      await page.keyboard.press('Enter');
      await says(page, 'what a day');
      await newest(page).getByRole('button', { name: 'More' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await page.getByRole('menuitem', { name: 'Apps' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('menuitem', { name: 'Read the mood' }).press('Enter');
      await says(page, 'read “what a day”');
      await page.getByRole('complementary', { name: 'Members' }).getByRole('button', { name: 'Ben' }).click();
      await page.getByRole('menuitem', { name: 'Mood of the week' }).click();
      await says(page, 'the week of Ben');
    });

    it('goes to direct messages, a forum and its posts, and marks where something is new', async () => {
      const { chat, discord, ada } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await page.getByRole('button', { name: 'posts' }).click();
      await expect.poll(() => page.locator('#write').isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'New post' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('My song');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'My song' }).and(page.locator('[aria-current]')).waitFor();
      await type(page, 'first!');
      await page.keyboard.press('Enter');
      await says(page, 'first!');
      expect(discord.guild.record.channels.find(({ name }) => name === 'My song')?.messages).toHaveLength(1);
      await ada.posts('news', { in: discord.channel });
      await page.getByRole('button', { name: 'music new messages' }).waitFor();
      await page
        .getByRole('navigation', { name: 'Servers' })
        .getByRole('button', { name: 'Direct messages' })
        .click();
      await type(page, 'between you and me');
      await page.keyboard.press('Enter');
      await says(page, 'between you and me');
      expect(ada.dm.messages).toHaveLength(1);
    });

    it('comes back as it was after a reload, and lets two pages be two people', async () => {
      const { chat, ben } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await page.getByRole('button', { name: /You are Ada/ }).click();
      await page.getByRole('menuitem', { name: 'Ben' }).click();
      await page.getByRole('button', { name: 'quiet' }).click();
      await expect
        .poll(() => page.locator('#write').getAttribute('placeholder'))
        .toBe('You may not write here');
      await page.reload();
      await page.getByRole('button', { name: /You are Ben/ }).waitFor();
      expect(await page.getByRole('button', { name: 'quiet' }).getAttribute('aria-current')).toBe('page');
      expect(new URL(page.url()).hash).toContain(ben.id);
    });

    it('attaches what is chosen, pasted and dropped, and refuses what Discord would', async () => {
      const { chat, discord } = await chatScene();
      const { page, complaints } = await visit(browser, chat.url);
      const give = (event: string, name: string, bytes: number): Promise<unknown> =>
        page.evaluate(
          `const data = new DataTransfer();
           data.items.add(new File([new Uint8Array(${bytes})], '${name}', { type: 'image/png' }));
           (${event === 'paste'} ? document : window).dispatchEvent(${event === 'paste'} ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true }) : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`,
        );
      await give('paste', 'pasted.png', 10);
      await give('drop', 'dropped.png', 10);
      await page.getByRole('list', { name: 'Files to send' }).getByText('dropped.png').waitFor();
      await give('drop', 'huge.png', 10 * 2 ** 20 + 1);
      await page.getByText('Your files are too powerful: huge.png is over 10 MB').waitFor();
      await page.getByRole('button', { name: 'Add a photo or a file' }).click();
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('menuitem', { name: 'Choose a file' }).click();
      await (
        await choosing
      ).setFiles({
        name: 'page.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from('<svg onload="alert(1)"/>'),
      });
      await page.getByRole('list', { name: 'Files to send' }).getByText('page.svg').waitFor();
      await page.getByRole('button', { name: 'Remove dropped.png' }).click();
      await page.locator('#write').focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => discord.channel.messages.at(-1)?.record.attachments.map(({ name }) => name))
        .toEqual(['pasted.png', 'page.svg']);
      const path = discord.channel.messages.at(-1)?.record.attachments.at(-1)?.path ?? '';
      const answer = await fetch(`${chat.url}files${path}`);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      await answer.body?.cancel();
      expect(complaints).toEqual([]);
    });

    it('takes a photo, and says it plainly where the camera is refused', async () => {
      const { chat, discord } = await chatScene();
      const { page: refused } = await visit(browser, chat.url);
      await refused.getByRole('button', { name: 'Add a photo or a file' }).click();
      await refused.getByRole('menuitem', { name: 'Take a photo' }).click();
      await refused
        .getByRole('dialog')
        .getByText(/The camera was refused|no camera here/)
        .waitFor();
      expect(await axeFaults(refused)).toEqual([]);
      const filming = await startChromium([
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ]);
      try {
        const { page, complaints } = await open(await filming.newPage(), chat.url);
        await page.getByRole('button', { name: 'Add a photo or a file' }).click();
        await page.getByRole('menuitem', { name: 'Take a photo' }).click();
        await page.getByRole('button', { name: 'Take the photo' }).click();
        await page.getByRole('list', { name: 'Files to send' }).getByText('photo.jpg').waitFor();
        await page.locator('#write').press('Enter');
        await expect
          .poll(() => discord.channel.messages.at(-1)?.record.attachments[0]?.size?.width ?? 0)
          .toBeGreaterThan(300);
        expect(complaints).toEqual([]);
      } finally {
        await filming.close();
      }
    });

    it('says when the bot is gone, and when it is back', async () => {
      const { chat, discord } = await chatScene();
      const { page } = await visit(browser, chat.url);
      discord.gateway.goAway();
      await page.getByText('Moodring is not connected').waitFor();
      discord.gateway.comeBack();
      await expect.poll(() => page.locator('.banner').innerText(), LATE).toBe('');
    });

    it('says when the sandbox is gone', async () => {
      const { chat } = await chatScene();
      const { page } = await visit(browser, chat.url);
      await chat.close();
      await page.getByText('The sandbox is not there any more').waitFor();
      await type(page, 'anyone?');
      await page.keyboard.press('Enter');
      await page.getByText('The sandbox is not there: start it again').waitFor();
      expect(await page.locator('#write').inputValue()).toBe('anyone?');
    });

    it.each(['light', 'dark'] as const)('has nothing that axe finds fault with, %s', async (colorScheme) => {
      const { chat, discord, ada } = await chatScene();
      await ada.posts({ content: '# Big\n- one\n- two\n> said\n`code` ||hidden|| <t:0:R>', files: [] });
      const { page } = await visit(browser, chat.url, { colorScheme });
      await type(page, '/panel ');
      await page.keyboard.press('Enter');
      await newest(page).getByRole('button', { name: 'Secret' }).click();
      await says(page, 'between us');
      await ada.reacts(discord.channel.messages[0] ?? (await ada.posts('x')), '🎉');
      await newest(page).hover();
      expect(await axeFaults(page)).toEqual([]);
      await page.locator('.slot').nth(1).getByRole('button', { name: 'Where?' }).click();
      await page.getByRole('option').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await type(page, '/song ');
      await page.getByRole('option').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /You are/ }).click();
      expect(await axeFaults(page)).toEqual([]);
    });

    it('fits a phone: nothing is wider than the screen, and the channels slide in', async () => {
      const { chat, ada } = await chatScene();
      await ada.posts('x'.repeat(300));
      const { page } = await visit(browser, chat.url, {
        viewport: { width: 360, height: 740 },
        hasTouch: true,
      });
      await type(page, '/panel ');
      await page.keyboard.press('Enter');
      await newest(page).getByRole('button', { name: 'Change' }).waitFor();
      const beyond = await page.evaluate(
        "[...document.querySelectorAll('.room *')].filter((each) => each.getBoundingClientRect().right > 360.5).map((each) => each.className)",
      );
      expect(beyond).toEqual([]);
      await page.getByRole('button', { name: 'Channels' }).click();
      await page.getByRole('button', { name: 'posts' }).click();
      await expect.poll(() => page.getByRole('heading', { name: 'The forum posts' }).isVisible()).toBe(true);
      expect(await axeFaults(page)).toEqual([]);
    });

    it('leads through a tour, on by itself when a step was done, by keyboard, once and again', async () => {
      const tour = [
        { title: 'Write', text: 'Type / and choose.', at: 'write', until: 'line' },
        { title: 'Send', text: 'Press it.', at: 'send', until: 'button:Change' },
        { title: 'Press', text: 'Press Change.', at: 'button:Change' },
        { title: 'Done', text: 'That is all.', at: 'nothing-of-the-kind' },
      ];
      const { chat } = await chatScene({ tour });
      const { page } = await visit(browser, chat.url);
      const card = page.getByRole('region', { name: 'Guided tour' });
      const heading = () => card.getByRole('heading').innerText();
      await expect.poll(heading).toBe('Write');
      expect(await axeFaults(page)).toEqual([]);
      await type(page, '/panel ');
      await expect.poll(heading).toBe('Send');
      await page.getByRole('combobox', { name: /More options/ }).press('Enter');
      await expect.poll(heading).toBe('Press');
      const ring = await page.locator('.tour-ring').boundingBox();
      const target = await page.getByRole('button', { name: 'Change' }).boundingBox();
      expect(Math.abs((ring?.x ?? 0) + 4 - (target?.x ?? 99))).toBeLessThan(2);
      await card.getByRole('button', { name: 'Next' }).press('Enter');
      await expect.poll(heading).toBe('Done');
      await expect.poll(() => page.locator('.tour-ring').isVisible()).toBe(false);
      await card.getByRole('button', { name: 'Done' }).press('Enter');
      await expect.poll(() => card.count()).toBe(0);
      await page.reload();
      await page.getByRole('button', { name: 'Change' }).waitFor();
      expect(await card.count()).toBe(0);
      await page.getByRole('button', { name: 'Guided tour' }).press('Enter');
      await expect.poll(heading).toBe('Write');
      await page.keyboard.press('Escape');
      await expect.poll(() => card.count()).toBe(0);
    });
  },
);

describe('the door of the chat page', () => {
  const status = (
    url: string,
    options: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<number> =>
    new Promise((resolve, reject) => {
      request(url, options, (answer) => resolve(answer.resume().statusCode ?? 0))
        .on('error', reject)
        .end();
    });

  /** What the line answers: 101 where it opens. */
  const line = (url: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url.replace('http', 'ws'), { headers });
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
      socket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
      socket.on('error', () => resolve(0));
    });

  it('opens for nobody without the token, under another name, or from another site', async () => {
    const { chat } = await chatScene();
    const { origin, host, pathname } = new URL(chat.url);
    const wrong = `${origin}/${'x'.repeat(pathname.length - 2)}/`;
    expect(await status(chat.url)).toBe(200);
    expect(await Promise.all([status(origin), status(wrong), status(`${wrong}page.js`)])).toEqual([
      404, 404, 404,
    ]);
    expect(await status(chat.url, { headers: { host: 'evil.example' } })).toBe(404);
    expect(await status(`${chat.url}files?tab=x&name=y`, { method: 'POST' })).toBe(403);
    expect(await status(`${chat.url}files?tab=x&name=y`, { method: 'POST', headers: { origin } })).toBe(400);
    expect(await status(`${chat.url}files/../../package.json`)).toBe(404);
    const own = `${chat.url}socket`;
    expect(await line(own, { origin })).toBe(101);
    expect(await line(own, { origin: 'https://evil.example' })).toBe(403);
    expect(await line(own, {})).toBe(403);
    expect(await line(own, { origin, host: 'evil.example' })).toBe(403);
    expect(await line(`${wrong}socket`, { origin })).toBe(403);
    expect(await line(own, { origin: `http://localhost:${host.split(':')[1] ?? ''}` })).toBe(403);
  });

  it('hangs up on what is no action, and goes on for the others', async () => {
    const { chat } = await chatScene();
    const { origin } = new URL(chat.url);
    for (const nonsense of [
      '{',
      '[]',
      '{"do":"press","ref":1}',
      '{"do":"forget","ref":1}',
      `"${'x'.repeat(300_000)}"`,
    ]) {
      const socket = new WebSocket(`${chat.url}socket`.replace('http', 'ws'), { origin });
      const closed = new Promise((resolve) => socket.on('close', resolve));
      socket.on('open', () => socket.send(nonsense));
      expect([1003, 1009]).toContain(await closed);
    }
    expect(await status(chat.url)).toBe(200);
  });

  it('takes files up to what Discord would, from its own pages alone, and so many pages at once', async () => {
    const { chat } = await chatScene();
    const { origin } = new URL(chat.url);
    const dial = (): WebSocket => new WebSocket(`${chat.url}socket`.replace('http', 'ws'), { origin });
    const first = dial();
    const welcome = new Promise<string>((resolve) =>
      first.once('message', (data: Buffer) => resolve(data.toString())),
    );
    const { tab } = z.object({ tab: z.string() }).parse(JSON.parse(await welcome));
    const files = `${chat.url}files?tab=${tab}&name=a.png`;
    const send = (body: Uint8Array<ArrayBuffer>): Promise<Response> =>
      fetch(files, { method: 'POST', headers: { origin }, body });
    expect((await send(new Uint8Array(10 * 2 ** 20))).status).toBe(200);
    const long = { origin, 'content-length': String(10 * 2 ** 20 + 1) };
    expect(await status(files, { method: 'POST', headers: long })).toBe(413);
    const more = Array.from({ length: 63 }, dial);
    await Promise.all(more.map((socket) => once(socket, 'open')));
    expect(await line(`${chat.url}socket`, { origin })).toBe(403);
    const closed = once(first, 'close');
    first.close();
    await closed;
    await expect.poll(() => line(`${chat.url}socket`, { origin })).toBe(101);
    for (const socket of more) socket.terminate();
  });

  it('lets nothing in that it does not have itself', async () => {
    const { chat } = await chatScene();
    const answer = await fetch(chat.url);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https:/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await answer.text()).not.toMatch(/https?:\/\/|<script>|style=/);
  });
});
