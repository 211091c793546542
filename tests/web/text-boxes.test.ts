import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from './chromium.ts';
import { textFaults } from './text-boxes.ts';

const PAGE = { viewport: { width: 360, height: 400 } };

const box = (style: string, text = 'some words') => `<div style="${style}">${text}</div>`;

describe.skipIf(CHROMIUM === undefined)(
  `what is wrong with where texts are${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startChromium();
    });
    afterAll(() => browser.close());

    async function faultsOf(body: string): Promise<readonly string[]> {
      const page = await browser.newPage(PAGE);
      try {
        await page.setContent(`<!doctype html><body style="margin:0">${body}`);
        return await textFaults(page);
      } finally {
        await page.close();
      }
    }

    it.each([
      ['a text is cut off at its side', box('width:60px;overflow:hidden;white-space:nowrap'), 'cut off'],
      [
        'it ends in dots',
        box('width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis'),
        'cut off',
      ],
      ['its lower half is cut off', box('height:12px;line-height:24px;overflow:clip'), 'cut off'],
      [
        'something around it cuts it off',
        `<div style="height:30px;overflow:hidden"><p>one</p><p>two</p></div>`,
        'cut off',
      ],
      [
        'it is wider than its button',
        '<button style="width:40px;white-space:nowrap">many words</button>',
        'runs over',
      ],
      ['a word is wider than the screen', box('', 'x'.repeat(200)), 'leaves the screen'],
      ['it begins left of the screen', box('margin-left:-20px'), 'leaves the screen'],
      ['something without words is too wide', `words${box('width:500px', '<hr>')}`, 'wider than the screen'],
      ['one text lies on another', `${box('')}${box('margin-top:-12px', 'others')}`, 'overlap'],
      [
        'words of a drawing overlap',
        '<svg><text y="20">one</text><text y="20" x="8">two</text></svg>',
        'overlap',
      ],
    ])('is found where %s', async (_, body, fault) => {
      expect((await faultsOf(body)).join('\n')).toContain(fault);
    });

    it.each([
      ['lines of one text', box('line-height:1;width:80px', 'many words on lines that touch each other')],
      ['one text beside another', '<b>one</b><i>two</i> <button>three</button>'],
      ['what is hidden', `words${box('display:none')}${box('visibility:hidden;position:absolute;top:0')}`],
      [
        'what only screen readers get',
        `words${box('position:absolute;width:1px;height:1px;overflow:hidden')}`,
      ],
      ['what can be scrolled down', box('height:30px;overflow-y:auto', '<p>one</p><p>two</p><p>three</p>')],
    ])('is nothing with %s', async (_, body) => {
      expect(await faultsOf(body)).toEqual([]);
    });

    it('cannot be told of a page without words', async () => {
      await expect(faultsOf('<hr>')).rejects.toThrow('no text');
    });
  },
);
