import type { Page } from 'playwright-core';

/**
 * Where the texts of a page are, as the browser lays them out, and what is wrong with that. Runs in the page. A line is
 * taken at the height of its small letters: the lines of one text may touch.
 */
const FAULTS = `(() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // For those who listen: a pixel, and nothing to be seen.
  const unseen = (element) => element.getBoundingClientRect().width <= 1;
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const element = node.parentElement;
    if (node.data.trim() === '' || /^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA|TITLE)$/i.test(element.tagName)) continue;
    if (!shown(element) || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const trim = element.closest('svg') && bottom - top > right - left ? 0 : (bottom - top) / 4;
      if (right - left > 0) words.push({ node, element, left, right, top: top + trim, bottom: bottom - trim });
    }
  }
  const name = ({ node }) => '“' + node.data.trim().slice(0, 60) + '”';
  const faults = new Set();
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) faults.add('the page is wider than the screen');
  for (const word of words) {
    if (word.left < -1 || word.right > width + 1) faults.add(name(word) + ' leaves the screen');
    for (let box = word.element; box && box !== document.documentElement; box = box.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const cut = overflowX !== 'visible' && (word.left < left - 1 || word.right > right + 1);
      const covered = /hidden|clip/.test(overflowY) && (word.top < top - 1 || word.bottom > bottom + 1);
      if (cut || covered) faults.add(name(word) + ' is cut off by ' + box.tagName.toLowerCase() + '.' + box.getAttribute('class'));
    }
    const { element } = word;
    if (element instanceof HTMLElement && getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
      faults.add(name(word) + ' runs over its ' + element.tagName.toLowerCase());
  }
  for (const [at, one] of words.entries())
    for (const other of words.slice(at + 1)) {
      if (one.node === other.node) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) faults.add(name(one) + ' and ' + name(other) + ' overlap');
    }
  return { count: words.length, faults: [...faults] };
})()`;

/**
 * What is wrong with the texts of a page at the size that it has: cut off, over each other, off the screen.
 * @throws Error where the page shows no text at all
 */
export async function textFaults(page: Page): Promise<readonly string[]> {
  const { count, faults } = await page.evaluate<{ count: number; faults: string[] }>(FAULTS);
  if (count === 0) throw new Error('the page shows no text');
  return faults;
}
