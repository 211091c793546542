/** Counts how often something happens. */
export interface Rate {
  add(at: number): void;
  perSecond(at: number): number;
}

/** What is older counts no more, in milliseconds. */
const SPAN = 2_000;

export function createRate(): Rate {
  let times: number[] = [];
  return {
    add: (at) => {
      times = [...times.filter((time) => at - time <= SPAN), at];
    },
    perSecond: (at) => {
      const passed = at - (times[0] ?? at);
      return passed === 0 ? 0 : ((times.length - 1) * 1000) / passed;
    },
  };
}
