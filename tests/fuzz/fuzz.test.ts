import { expect, it } from 'vitest';

import { fuzz } from './fuzz.ts';
import { moodringSubject } from './moodring-subject.ts';

const subject = moodringSubject();

it('answers 2,000 random interactions, each rightly', { timeout: 600_000 }, async () => {
  const { answered, told, wrong } = await fuzz(subject(), {
    interactions: 2_000,
    patience: 45_000,
    onGame: (n) => process.stderr.write(`${n} ${Math.round(performance.now() / 1000)}\n`),
    onWrong: (e) => process.stderr.write(String(e)),
    replay: process.env['FUZZ'],
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(told), null, 1));
  expect(wrong).toBeUndefined();
  expect(answered).toBeGreaterThanOrEqual(2_000);
});
