import { escapeHtml } from './escape.ts';
import { inlineHtml } from './markdown.ts';
import type { NameOf } from './markdown.ts';

const LINE: readonly { readonly pattern: RegExp; readonly tag: string; readonly name?: string }[] = [
  { pattern: /^### (.+)/, tag: 'h3' },
  { pattern: /^## (.+)/, tag: 'h2' },
  { pattern: /^# (.+)/, tag: 'h1' },
  { pattern: /^-# (.+)/, tag: 'small' },
  { pattern: /^(?:[-*]|\d+\.) (.+)/, tag: 'li' },
  { pattern: /^ +(?:[-*]|\d+\.) (.+)/, tag: 'li', name: 'deep' },
  { pattern: /^> ?(.*)/, tag: 'blockquote' },
];

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
  const out: string[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) out.push(`<p>${inlineHtml(plain.join('\n'), nameOf)}</p>`);
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
    out.push(`<${kind.tag}${kind.name ? ` class="${kind.name}"` : ''}>${inner}</${kind.tag}>`);
  }
  if (plain.some((line) => line !== '')) flush();
  return out.join('');
}
