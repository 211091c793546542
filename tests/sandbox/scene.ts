import { handClock } from '../../sandbox/discord/index.ts';
import type { Discord, HandClock, Member } from '../../sandbox/discord/index.ts';
import { discordFor } from './bot.ts';
import { call } from './calls.ts';
import type { Answer, CallOptions } from './calls.ts';

/** A Discord with one person, and short words for what a bot can send it. */
export interface Scene {
  readonly discord: Discord;
  readonly clock: HandClock;
  readonly ada: Member;
  readonly call: (method: string, path: string, body?: unknown, options?: CallOptions) => Promise<Answer>;
  /** Posts a message of the bot. */
  readonly say: (payload: object, options?: CallOptions) => Promise<Answer>;
  /** Registers exactly these commands. */
  readonly register: (...commands: object[]) => Promise<Answer>;
  /** The path on which a fresh `/mood` is answered, and the path of its follow-ups. */
  readonly asked: () => Promise<{ readonly callback: string; readonly webhook: string }>;
}

/** A row of components. */
export const row = (...components: object[]): object => ({ type: 1, components });
/** A button that is fine. */
export const button = (more: object = {}): object => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: 'go',
  ...more,
});
/** An option of a select. */
export const option = (value: string): object => ({ label: value, value });
/** A select that is fine. */
export const select = (more: object = {}): object => ({
  type: 3,
  custom_id: 's',
  options: [option('a')],
  ...more,
});
/** As many things as asked for. */
export const many = <T>(count: number, one: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => one(n));
/** A command that is fine. */
export const command = (more: object = {}): object => ({ name: 'mood', description: 'A mood', ...more });
/** An option that takes text. */
export const text = (name: string, more: object = {}): object => ({
  type: 3,
  name,
  description: 'x',
  ...more,
});

/** A fresh Discord on which typing is limited to once a minute. */
export async function scene(): Promise<Scene> {
  const clock = handClock();
  const once = { limit: 1, perMs: 60_000 };
  const often = { limit: 100, perMs: 1_000 };
  const discord = await discordFor({
    clock,
    rateLimits: (route) => (route.includes('typing') ? once : often),
  });
  const ada = discord.addMember('Ada');
  const commands = `/applications/${discord.applicationId}/commands`;
  const register: Scene['register'] = (...forms) => call(discord, 'PUT', commands, forms);
  return {
    discord,
    clock,
    ada,
    register,
    call: (...args) => call(discord, ...args),
    say: (payload, options) =>
      call(discord, 'POST', `/channels/${discord.channel.id}/messages`, payload, options),
    async asked() {
      await register(command());
      const { interaction } = await ada.uses('/mood');
      return {
        callback: `/interactions/${interaction.id}/${interaction.token}/callback`,
        webhook: `/webhooks/${discord.applicationId}/${interaction.token}`,
      };
    },
  };
}
