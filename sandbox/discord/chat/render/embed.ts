import type { Embed } from '../../wire/embed.ts';
import { markdownHtml } from './blocks.ts';
import { escapeHtml, safeHref, timeHtml, tinted } from './escape.ts';
import type { Ink } from './ink.ts';
import { inlineHtml } from './markdown.ts';

/** An embed, drawn as a card. */
export function embedHtml(embed: Embed, ink: Ink): string {
  const tint = embed.color ? tinted(embed.color, ink.address !== null) : '';
  const thumbnail = embed.thumbnail ? `<div class="thumb">${ink.picture(embed.thumbnail.url)}</div>` : '';
  const image = embed.image ? `<div class="big">${ink.picture(embed.image.url)}</div>` : '';
  return (
    `<div class="embed"${tint}><div class="said">` +
    authorHtml(embed, ink) +
    titleHtml(embed, ink) +
    (embed.description ? `<div class="text">${markdownHtml(embed.description, ink.nameOf)}</div>` : '') +
    fieldsHtml(embed, ink) +
    `</div>${thumbnail}${image}${footerHtml(embed, ink)}</div>`
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
  const moment = timestamp ? new Date(timestamp).getTime() : null;
  const when =
    moment === null ? null : timeHtml(moment, new Date(moment).toISOString().slice(0, 10), 'message');
  const words = [footer ? escapeHtml(footer.text) : null, when].filter((part) => part !== null);
  if (words.length === 0) return '';
  const icon = footer?.icon_url ? ink.picture(footer.icon_url) : '';
  return `<div class="footer">${icon}<span>${words.join(' • ')}</span></div>`;
}

function linked(url: string | null | undefined, html: string): string {
  const href = safeHref(url ?? '');
  return href === null ? html : `<a href="${href}">${html}</a>`;
}
