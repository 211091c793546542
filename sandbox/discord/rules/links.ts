import { attachedName } from '../wire/file-name.ts';
import type { RefusalName } from '../rules.ts';
import { fault, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

/** What is wrong with a link that may have these schemes, such as `https`, and this many characters. */
export function linkFaults(
  rule: RefusalName,
  path: Path,
  url: string,
  schemes: readonly string[],
  max: number = LIMITS.link,
): FormFault[] {
  const long = tooLong(rule, path, url, max);
  if (long.length > 0) return long;
  // A name behind attachment:// may hold what no host may.
  if (schemes.includes('attachment') && attachedName(url) !== undefined) return [];
  if (!URL.canParse(url)) return [fault(rule, path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')];
  const scheme = new URL(url).protocol.slice(0, -1);
  if (schemes.includes(scheme)) return [];
  const list = schemes.map((it) => `'${it}'`).join(', ');
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`;
  return [fault(rule, path, 'URL_TYPE_INVALID_SCHEME', message)];
}
