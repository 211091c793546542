import { describe, expect, it } from 'vitest';

import { NEEDED_IN_CHANNEL, type NeededInChannel, setupCard } from '../../src/cards/setup-card.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { UNSET } from '../../src/domain/guild.ts';

/** As many channels as can be picked, with ids as long as Discord's are. */
const CHANNELS = Array.from({ length: 25 }, (_, index) => String(1_234_567_890_123_456_000n + BigInt(index)));

const SETTINGS = {
  ...UNSET,
  channels: CHANNELS,
  roles: CHANNELS,
  quiet: { from: 1, to: 800, zone: 'America/Argentina/ComodRivadavia' },
  confirmed: '2026-11-20T12:00:00.000Z',
};

function textOf(language: string, lacksOf: (index: number) => readonly NeededInChannel[]): string {
  const permissions = CHANNELS.map((channel, index) => ({ channel, lacks: lacksOf(index) }));
  const card = setupCard({ settings: SETTINGS, missing: { content: true, permissions } }, wordsFor(language));
  return card.embeds[0]?.data.description ?? '';
}

describe.each(LANGUAGES)('the panel of a server that permits nothing, in %s', (language) => {
  it('names each channel that lacks the same in one line', () => {
    const text = textOf(language, () => NEEDED_IN_CHANNEL);
    const lines = text.split('\n').filter((line) => line.startsWith('⚠️') && line.includes('<#'));
    expect(lines).toHaveLength(1);
    for (const channel of CHANNELS) expect(lines[0]).toContain(`<#${channel}>`);
  });

  it('fits into a message where each channel lacks something else', () => {
    const some = (index: number) => NEEDED_IN_CHANNEL.filter((_, bit) => ((63 - index) & (1 << bit)) !== 0);
    const text = textOf(language, some);
    expect(text.length).toBeGreaterThan(1_000);
    expect(text.length).toBeLessThanOrEqual(4096);
  });
});
