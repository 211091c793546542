import { escapeHtml } from './escape.ts';
import { inlineHtml } from './markdown.ts';
import type { NameOf } from './markdown.ts';

const LINE: readonly { readonly pattern: RegExp; readonly tag: string; readonly name?: string }[] = [
  { pattern: /^### (.+)/, tag: 'h3' },
  { pattern: /^## (.+)/, tag: 'h2' },
  { pattern: /^# (.+)/, tag: 'h1' },
  { pattern: /^-# (.+)/, tag: 'small' },
  { pattern: /^[-*] (.+)/, tag: 'li' },
  { pattern: /^\d+\. (.+)/, tag: 'li', name: 'counted' },
  { pattern: /^ +(?:[-*]|\d+\.) (.+)/, tag: 'li', name: 'deep' },
  { pattern: /^> ?(.*)/, tag: 'blockquote' },
];

/** A line of its own kind, or a stretch of plain lines. */
interface Block {
  readonly tag: string;
  readonly html: string;
  /** The number that a numbered item begins with. */
  readonly number?: number;
}

/** Discord's markdown as HTML: code blocks, headings, lists, quotes, small print, and what stands in lines. */
export function markdownHtml(text: string, nameOf: NameOf): string {
  return text
    .split(/(```[^]*?```)/)
    .map((part) => (part.startsWith('```') && part.length > 6 ? codeBlock(part) : lines(part, nameOf)))
    .join('');
}

function codeBlock(part: string): string {
  const code = part.slice(3, -3).replace(/^[a-z0-9+-]*\n/i, '');
  return `<pre><code>${escapeHtml(code.replace(/\n$/, ''))}</code></pre>`;
}

function lines(text: string, nameOf: NameOf): string {
  const out: Block[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) out.push({ tag: 'p', html: `<p>${inlineHtml(plain.join('\n'), nameOf)}</p>` });
    plain = [];
  };
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const kind = LINE.find(({ pattern }) => pattern.test(line));
    if (!kind) {
      plain.push(line);
      continue;
    }
    flush();
    const inner = inlineHtml(kind.pattern.exec(line)?.[1] ?? '', nameOf);
    const html = `<${kind.tag}${kind.name ? ` class="${kind.name}"` : ''}>${inner}</${kind.tag}>`;
    const number = kind.name === 'counted' ? { number: Number.parseInt(line, 10) } : {};
    out.push({ tag: kind.tag, html, ...number });
  }
  if (plain.some((line) => line !== '')) flush();
  return listed(out);
}

/** The blocks one after the other, with items that follow each other in one list. */
function listed(blocks: readonly Block[]): string {
  let open = '';
  let html = '';
  for (const block of blocks) {
    const list = block.tag !== 'li' ? '' : open || (block.number === undefined ? 'ul' : 'ol');
    if (open && !list) html += `</${open}>`;
    if (list && !open) html += `<${list}${list === 'ol' ? ` start="${block.number ?? 1}"` : ''}>`;
    open = list;
    html += block.html;
  }
  return open ? `${html}</${open}>` : html;
}
