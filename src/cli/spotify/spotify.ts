import { setTimeout as sleep } from 'node:timers/promises';

import { wordsFor } from '../../cards/words.ts';
import { MoodringError } from '../../errors.ts';
import { beginLinking, LINKING_MINUTES } from '../../flows/link-spotify.ts';
import type { SpotifyParts } from '../../flows/parts.ts';
import { isLinked } from '../../flows/spotify-account.ts';
import { lacksTokenKeys, spotifyPartsOn } from '../../flows/spotify-parts.ts';
import { OPERATOR } from '../../memory/linked-accounts.ts';
import { openStore } from '../../memory/store.ts';
import { readSettings } from '../../settings.ts';
import { operatorContract } from '../contract.ts';
import { runProgram } from '../program.ts';

const USAGE = 'npm run spotify -- link-operator|unlink-operator [--json]';

const t = wordsFor('en');

/** Whether somebody came back from the consent page is looked for this often, in milliseconds. */
const LOOKED_EVERY = 1_000;

/** What became of it then is known after this long, in milliseconds. */
const KNOWN_WITHIN = 30_000;

await runProgram({
  usage: USAGE,
  options: {},
  contract: operatorContract,
  run: async ({ positionals: [what, ...more] }) => {
    if ((what !== 'link-operator' && what !== 'unlink-operator') || more.length > 0)
      throw new MoodringError('usage', { usage: USAGE });
    const settings = readSettings();
    if (lacksTokenKeys(settings)) throw new MoodringError('token-keys-missing');
    const store = await openStore(settings.database);
    try {
      const spotify = spotifyPartsOn(store, settings);
      if (!spotify) throw new MoodringError('spotify-not-offered');
      if (what === 'unlink-operator') await spotify.linked.unlink(OPERATOR);
      else await link(spotify);
      const linked = await isLinked(spotify, OPERATOR);
      return { json: { linked }, text: `${t(linked ? 'operator.linked' : 'operator.unlinked')}\n` };
    } finally {
      await store.close();
    }
  },
});

/** The bot's own pages take the operator to Spotify and back; this waits until they have. */
async function link(spotify: SpotifyParts): Promise<void> {
  const before = await spotify.linked.find(OPERATOR);
  const { url, state } = await beginLinking(spotify, {
    owner: OPERATOR,
    name: t('operator.name'),
    purpose: 'publish',
  });
  process.stderr.write(`${t('operator.open', { url, minutes: LINKING_MINUTES })}\n`);
  const isLinkedAnew = async (): Promise<boolean> => {
    const refresh = (await spotify.linked.find(OPERATOR))?.refresh;
    return refresh !== undefined && refresh !== before?.refresh;
  };
  // A way is gone when somebody comes back from it, or when its time is over.
  while (await spotify.linkings.find(state)) await sleep(LOOKED_EVERY);
  const until = Date.now() + KNOWN_WITHIN;
  while (!(await isLinkedAnew())) {
    if (Date.now() > until) throw new MoodringError('spotify-link-expired');
    await sleep(LOOKED_EVERY);
  }
}
