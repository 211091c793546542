import { z } from 'zod';
import { LIMITS, PERMISSION } from '../../../sandbox/discord/index.ts';
import type { Channel, Permit } from '../../../sandbox/discord/index.ts';
import { sessionOn } from '../line.ts';
import { button, command, many, row, text } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Breaks } from './break.ts';

const elsewhere = '111111111111111111';
const thinking = { type: 5 };
const askedShape = z.object({ id: z.string(), token: z.string() });

/** Ada brought the bot along to where it is not, used it there and got an answer. */
async function abroad(
  { discord, ada, register, call }: Scene,
  permit: Permit = {},
): Promise<{ readonly channel: Channel; readonly webhook: string }> {
  const guild = discord.addGuild('Elsewhere', { withBot: false });
  guild.admit(ada);
  const channel = guild.addTextChannel('quiet');
  channel.permit(guild.everyone, permit);
  ada.installs();
  await register(command({ integration_types: [1] }));
  const { interaction } = await ada.uses('/mood', {}, { in: channel });
  const data = { content: 'here' };
  await call('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, { type: 4, data });
  return { channel, webhook: `/webhooks/${discord.applicationId}/${interaction.token}` };
}

export const interactions = {
  'respond-in-time': async ({ call, asked, clock }) => {
    const { callback } = await asked();
    clock.advance(LIMITS.firstResponseMs);
    await call('POST', callback, thinking);
  },
  'person-waits': async ({ ada, asked, clock }) => {
    await asked();
    const use = await ada.uses('/mood');
    clock.advance(LIMITS.firstResponseMs);
    return use.interaction.failure;
  },
  'respond-once': async ({ call, asked }) => {
    const { callback } = await asked();
    await call('POST', callback, thinking);
    await call('POST', callback, thinking);
  },
  'interaction-known': ({ call }) =>
    call('POST', `/interactions/${elsewhere}/no-such-token/callback`, thinking),
  'respond-before-follow-up': async ({ call, asked }) =>
    call('POST', (await asked()).webhook, { content: 'x' }),
  'token-in-time': async ({ call, asked, clock }) => {
    const { callback, webhook } = await asked();
    await call('POST', callback, thinking);
    clock.advance(LIMITS.tokenMs);
    await call('PATCH', `${webhook}/messages/@original`, { content: 'at last' });
  },
  'token-known': ({ call, discord }) =>
    call('POST', `/webhooks/${discord.applicationId}/made-up`, { content: 'x' }),
  'person-fails': async ({ ada, say, clock }) => {
    await say({ components: [row(button())] });
    const use = await ada.clicks('Go');
    clock.advance(LIMITS.firstResponseMs);
    return use.interaction.failure;
  },
  'person-types': async ({ ada, register, clock }) => {
    await register(command({ options: [text('song', { autocomplete: true })] }));
    const typed = ada.types('/mood', { song: 'gol' }).catch((error: unknown) => String(error));
    clock.advance(LIMITS.firstResponseMs);
    const words = await typed;
    return typeof words === 'string' ? words.split(': ').at(-1) : words;
  },
  'autocomplete-choices': async ({ ada, register, call, discord }) => {
    await register(command({ options: [text('song', { autocomplete: true })] }));
    const line = await sessionOn(discord);
    // Nobody answers as Discord wants it, so the person waits to the end.
    ada.types('/mood', { song: 'gol' }).catch(() => undefined);
    const { id, token } = askedShape.parse((await line.hears('INTERACTION_CREATE')).d);
    const choices = many(26, (n) => ({ name: `${n}`, value: `${n}` }));
    await call('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices } });
  },
  'follow-up-count': async (scene) => {
    const { webhook } = await abroad(scene);
    for (const content of many(LIMITS.userInstalledFollowUps + 1, String))
      await scene.call('POST', webhook, { content });
  },
  'external-apps': async (scene) => {
    const { channel } = await abroad(scene, { deny: PERMISSION.useExternalApps });
    return channel.messages.filter((it) => !it.isEphemeral).length;
  },
  'response-fits': async ({ call, asked }) => call('POST', (await asked()).callback, { type: 6 }),
} satisfies Breaks;
