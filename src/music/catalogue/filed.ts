/** Things filed by group: those of group `g` are `things[starts[g]]` to before `things[starts[g + 1]]`, in their order. */
export interface Filed {
  readonly starts: Uint32Array;
  readonly things: Uint32Array;
}

/**
 * Files things by their group: a counting sort, one pass to count and one to file.
 * @param groupOf the group of each thing, 0 to `groups` − 1
 */
export function filed(groupOf: Uint16Array | Uint32Array, groups: number): Filed {
  const starts = new Uint32Array(groups + 1);
  for (const group of groupOf) add(starts, group + 1, 1);
  for (let group = 0; group < groups; group += 1) add(starts, group + 1, starts[group] ?? 0);
  const next = starts.slice();
  const things = new Uint32Array(groupOf.length);
  for (let thing = 0; thing < groupOf.length; thing += 1) {
    const group = groupOf[thing] ?? 0;
    things[next[group] ?? 0] = thing;
    add(next, group, 1);
  }
  return { starts, things };
}

function add(counts: Uint32Array, at: number, more: number): void {
  counts[at] = (counts[at] ?? 0) + more;
}
