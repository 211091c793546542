import type { Embed } from '../../wire/embed.ts';
import { markdownHtml } from './blocks.ts';
import { escapeHtml, safeHref } from './escape.ts';
import type { Ink } from './ink.ts';
import { inlineHtml } from './markdown.ts';

/** An embed, drawn as a card. */
export function embedHtml(embed: Embed, ink: Ink): string {
  const colour = embed.color ? `#${embed.color.toString(16).padStart(6, '0')}` : '#4e5058';
  const thumbnail = embed.thumbnail ? `<div class="thumb">${ink.picture(embed.thumbnail.url)}</div>` : '';
  const image = embed.image ? `<div class="big">${ink.picture(embed.image.url)}</div>` : '';
  return (
    `<article class="embed" style="border-color:${colour}"><div class="said">` +
    authorHtml(embed, ink) +
    titleHtml(embed, ink) +
    (embed.description ? `<div class="text">${markdownHtml(embed.description, ink.nameOf)}</div>` : '') +
    fieldsHtml(embed, ink) +
    `</div>${thumbnail}${image}${footerHtml(embed, ink)}</article>`
  );
}

function authorHtml({ author }: Embed, ink: Ink): string {
  if (!author) return '';
  const icon = author.icon_url ? ink.picture(author.icon_url) : '';
  return `<div class="author">${icon}${linked(author.url, escapeHtml(author.name))}</div>`;
}

function titleHtml({ title, url }: Embed, ink: Ink): string {
  return title ? `<div class="title">${linked(url, inlineHtml(title, ink.nameOf))}</div>` : '';
}

function fieldsHtml(embed: Embed, ink: Ink): string {
  const fields = (embed.fields ?? []).map(
    (field) =>
      `<div class="${field.inline ? 'inline' : 'whole'}"><b>${inlineHtml(field.name, ink.nameOf)}</b>` +
      `<div class="text">${markdownHtml(field.value, ink.nameOf)}</div></div>`,
  );
  return fields.length > 0 ? `<div class="fields">${fields.join('')}</div>` : '';
}

function footerHtml({ footer, timestamp }: Embed, ink: Ink): string {
  const when = timestamp ? new Date(timestamp).toISOString().slice(0, 10) : null;
  const words = [footer?.text, when].filter((part) => typeof part === 'string').map(escapeHtml);
  if (words.length === 0) return '';
  const icon = footer?.icon_url ? ink.picture(footer.icon_url) : '';
  return `<footer>${icon}<span>${words.join(' • ')}</span></footer>`;
}

function linked(url: string | null | undefined, html: string): string {
  const href = safeHref(url ?? '');
  return href === null ? html : `<a href="${href}">${html}</a>`;
}
