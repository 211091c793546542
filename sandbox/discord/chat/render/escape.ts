const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text with everything that HTML would read as markup made harmless. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A link's address if it is one that may be followed, otherwise nothing. */
export const safeHref = (url: string): string | null => (/^https?:\/\//i.test(url) ? escapeHtml(url) : null);

/** A colour of somebody's choice: on a page of its own as a style, on a live one for its script to set. */
export const tinted = (colour: number, live: boolean): string => {
  const hex = `#${colour.toString(16).padStart(6, '0')}`;
  return live ? ` data-tint="${hex}"` : ` style="--tint:${hex}"`;
};

/** A moment, for a page's script to say in the reader's own time; `words` until then. */
export const timeHtml = (moment: number, words: string, style: string): string =>
  `<time datetime="${new Date(moment).toISOString()}" data-style="${style}">${words}</time>`;

/** Bytes as an address of their own, so that the page asks nobody for them. */
export const dataUri = (contentType: string, bytes: Uint8Array | string): string =>
  `data:${escapeHtml(contentType)};base64,${Buffer.from(bytes).toString('base64')}`;
