/**
 * A file's name as Discord keeps it: letters, digits, `.`, `_` and `-` of ASCII, blanks become `_`, and neither a dot
 * nor a `_` leads or trails (werkzeug's `secure_filename`, which Discord names as its model).
 */
export function fileName(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '');
  const words = ascii.replaceAll(/[/\\]/g, ' ').split(/\s+/).filter(Boolean).join('_');
  return words.replaceAll(/[^\w.-]/g, '').replaceAll(/^[._]+|[._]+$/g, '') || 'unknown';
}

const PREFIX = 'attachment://';

/** The name of the file that an `attachment://` link means, or nothing for any other link. */
export const attachedName = (url: string | null | undefined): string | undefined =>
  url?.startsWith(PREFIX) ? fileName(url.slice(PREFIX.length)) : undefined;
