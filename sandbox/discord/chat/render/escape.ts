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

/** Bytes as an address of their own, so that the page asks nobody for them. */
export const dataUri = (contentType: string, bytes: Uint8Array | string): string =>
  `data:${escapeHtml(contentType)};base64,${Buffer.from(bytes).toString('base64')}`;
