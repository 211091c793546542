import type { ListFigures } from './figures.ts';

const MOST_OF_LABELS_DISTANCE = 0.5;
const LEAST_COVERAGE = 0.9;
const MOST_WELL_KNOWN = 0.35;

/**
 * What lists miss of what is asked of them, one sentence each.
 * @param byLabel the same lists, chosen by label
 */
export function missedByLists(ours: ListFigures, byLabel: ListFigures): readonly string[] {
  const { slotDistance, artists, songsTwice, coverage, topDecile } = ours;
  const mostDistance = MOST_OF_LABELS_DISTANCE * byLabel.slotDistance.mean;
  return [
    slotDistance.mean <= mostDistance
      ? []
      : [
          `mean distance to the slot: ${slotDistance.mean.toFixed(3)}, at most half of the labels': ${mostDistance.toFixed(3)}`,
        ],
    artists.rulesBroken === 0 ? [] : [`lists that break an artist rule: ${artists.rulesBroken}, at most 0`],
    songsTwice === 0 ? [] : [`lists with a song twice: ${songsTwice}, at most 0`],
    coverage >= LEAST_COVERAGE
      ? []
      : [`share of the catalogue ever picked: ${percent(coverage)}, at least ${percent(LEAST_COVERAGE)}`],
    topDecile <= MOST_WELL_KNOWN
      ? []
      : [`picks of the best-known tenth: ${percent(topDecile)}, at most ${percent(MOST_WELL_KNOWN)}`],
  ].flat();
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
