import { Faults } from './faults.ts';
import type { CdnFault, FaultOptions, RestFault, Trouble } from './faults.ts';

/** The faults that wait for the bot's requests. */
export interface FaultLists {
  readonly rest: Faults<RestFault>;
  readonly cdn: Faults<CdnFault>;
}

/** No faults yet. */
export const noFaults = (): FaultLists => ({ rest: new Faults(), cdn: new Faults() });

/** What a test can do to the bot's requests. The gateway has its own: `discord.gateway.drop()`. */
export class TroubleMaker {
  readonly #faults: FaultLists;

  constructor(faults: FaultLists) {
    this.#faults = faults;
  }

  /** Troubles requests of the REST API: those on which `on` fits `${METHOD} ${path}`, as in `POST /channels/1/messages`. */
  rest(fault: RestFault, options?: FaultOptions): Trouble {
    return this.#faults.rest.begin(fault, options);
  }

  /** Troubles downloads from the CDN: those of files whose name `on` fits. */
  cdn(fault: CdnFault, options?: FaultOptions): Trouble {
    return this.#faults.cdn.begin(fault, options);
  }

  /** Ends all of it. */
  clear(): void {
    this.#faults.rest.clear();
    this.#faults.cdn.clear();
  }
}
