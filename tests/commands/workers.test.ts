import { describe, expect, it } from 'vitest';

import { oneSmile } from '../photos.ts';
import { CRASH, HANG } from './moody-decoder.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends } from './moodring.ts';

const app = moodring({ preload: new URL('./moody-decoder.ts', import.meta.url) });

const photo = (bytes: Buffer) => ({ image: { name: 'me.jpg', bytes } });

describe('a worker', () => {
  it('that crashes is replaced, and its photo is answered', async () => {
    const { member } = await agreedMember(app().discord, 'Ada', await oneSmile());
    const crashed = await (await member.uses('/mood', photo(CRASH))).nextMessage(PATIENT);
    expect(saidIn(crashed)).toContain('Reading that photo failed on my side');
    expect(crashed.isEphemeral).toBe(true);
    expect(saidIn(await sends(member, await oneSmile()))).toContain('You look happy');
  });

  it('that hangs is ended in time and replaced; its photo is answered, and those behind it are read', async () => {
    const { member: ada } = await agreedMember(app().discord, 'Ben', await oneSmile());
    const { member: eve } = await agreedMember(app().discord, 'Eve', await oneSmile());
    const hangs = await ada.uses('/mood', photo(HANG));
    const waits = await Promise.all([
      ada.uses('/mood', photo(await oneSmile())),
      eve.uses('/mood', photo(await oneSmile())),
    ]);
    expect(saidIn(await hangs.nextMessage(PATIENT))).toContain('took too long');
    for (const use of waits) expect(saidIn(await use.reply(PATIENT))).toContain('You look happy');
  });

  it('takes nothing else down, and the log has the cause', () => {
    expect(app().bot.process.exitCode).toBeNull();
    expect(app().bot.log.join('\n')).toContain('worker exited with code: 7');
  });
});
