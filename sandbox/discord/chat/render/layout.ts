import { KIND } from '../../wire/component.ts';
import type { Component } from '../../wire/component.ts';
import { markdownHtml } from './blocks.ts';
import { controlHtml } from './controls.ts';
import { tinted } from './escape.ts';
import { fileHtml } from './file.ts';
import type { Ink } from './ink.ts';

/** A component of a message with all that it holds. */
export function componentHtml(component: Component, ink: Ink): string {
  const { spoiler } = component;
  switch (component.type) {
    case KIND.row:
      return `<div class="row">${(component.components ?? []).map((it) => controlHtml(it, ink)).join('')}</div>`;
    case KIND.container:
      return containerHtml(component, ink);
    case KIND.section:
      return sectionHtml(component, ink);
    case KIND.text:
      return `<div class="text content">${markdownHtml(component.content ?? '', ink.nameOf)}</div>`;
    case KIND.thumbnail:
      return veiled(spoiler, `<div class="thumb">${pictureOf(component, ink)}</div>`);
    case KIND.gallery:
      return galleryHtml(component, ink);
    case KIND.file: {
      const file = ink.file(component.file?.url ?? '');
      return file ? veiled(spoiler, fileHtml(file, ink)) : '';
    }
    case KIND.separator:
      return separatorHtml(component);
    default:
      return controlHtml(component, ink);
  }
}

function containerHtml({ components, accent_color: accent, spoiler }: Component, ink: Ink): string {
  const isTinted = accent !== null && accent !== undefined;
  const bar = isTinted ? tinted(accent, ink.address !== null) : '';
  const inner = (components ?? []).map((it) => componentHtml(it, ink)).join('');
  return veiled(spoiler, `<div class="container${isTinted ? ' tinted' : ''}"${bar}>${inner}</div>`);
}

function sectionHtml({ components, accessory }: Component, ink: Ink): string {
  const said = (components ?? []).map((it) => componentHtml(it, ink)).join('');
  const beside = accessory ? `<div class="beside">${componentHtml(accessory, ink)}</div>` : '';
  return `<div class="section"><div class="said">${said}</div>${beside}</div>`;
}

function galleryHtml({ items }: Component, ink: Ink): string {
  const pictures = (items ?? []).map((item) =>
    veiled(item.spoiler, `<div class="item">${ink.picture(item.media.url, item.description)}</div>`),
  );
  const name = pictures.length === 1 ? 'gallery one' : 'gallery';
  return `<div class="${name}">${pictures.join('')}</div>`;
}

function separatorHtml({ divider, spacing }: Component): string {
  const names = [...((divider ?? true) ? [] : ['clear']), ...(spacing === 2 ? ['large'] : [])];
  return `<hr class="${names.join(' ')}">`;
}

const pictureOf = ({ media, description }: Component, ink: Ink): string =>
  media ? ink.picture(media.url, description) : '';

const veiled = (spoiler: boolean | null | undefined, html: string): string =>
  spoiler ? `<div class="veiled">${html}</div>` : html;
