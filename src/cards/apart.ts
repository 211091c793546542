import type { Spot } from './disc.ts';

/** So many rounds part three dozen markers that lie on one spot. */
const ROUNDS = 200;

/** Spots on top of each other part in directions that never meet again: by the golden angle. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Moves markers apart until none covers another, each as little as it takes, so that what stands on them can be read.
 * @param gap how far their middles stay from each other
 * @param fixed what they keep as far from, and what does not move
 * @param within a circle that no middle leaves
 */
export function apart(
  spots: readonly Spot[],
  gap: number,
  fixed: readonly Spot[],
  within: Spot & { readonly radius: number },
): readonly Spot[] {
  const moved = spots.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let stirred = false;
    for (const [at, spot] of moved.entries()) {
      for (const other of [...fixed, ...moved.slice(0, at)]) {
        const push = away(spot, other, gap, at);
        if (!push) continue;
        stirred = true;
        const share = fixed.includes(other) ? 1 : 0.5;
        move(spot, push, share, within);
        const free = moved.find((one) => one === other);
        if (free) move(free, push, share - 1, within);
      }
    }
    if (!stirred) break;
  }
  return moved;
}

/** What takes a spot as far from another as they should be; nothing if they are. */
function away(from: Spot, other: Spot, gap: number, turn: number): Spot | undefined {
  const [dx, dy] = [from.x - other.x, from.y - other.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= gap - 0.01) return undefined;
  if (distance < 0.01) return { x: gap * Math.cos(turn * GOLDEN), y: gap * Math.sin(turn * GOLDEN) };
  return { x: (dx / distance) * (gap - distance), y: (dy / distance) * (gap - distance) };
}

function move(
  spot: { x: number; y: number },
  push: Spot,
  share: number,
  within: Spot & { readonly radius: number },
): void {
  const [dx, dy] = [spot.x + share * push.x - within.x, spot.y + share * push.y - within.y];
  const inside = Math.min(1, within.radius / Math.max(1, Math.hypot(dx, dy)));
  spot.x = within.x + dx * inside;
  spot.y = within.y + dy * inside;
}
