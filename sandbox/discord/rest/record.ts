import type { Refusal } from '../rules/refusal.ts';
import type { World } from '../world/world.ts';

/** Keeps what was refused, so that a test can tell which rule a bot broke. */
export function record(
  world: World,
  method: string,
  path: string,
  refusal: Refusal,
  body: object = refusal.body,
): void {
  const { rule, status, code } = refusal;
  world.refusals.push({ rule, status, code, method, path, body });
  world.changed();
}
