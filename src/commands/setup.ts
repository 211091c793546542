import {
  ApplicationIntegrationType,
  type BaseInteraction,
  GatewayIntentBits,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';

import type { Card } from '../cards/card.ts';
import { BUTTONS } from '../cards/custom-ids.ts';
import {
  type Missing,
  NEEDED_IN_CHANNEL,
  quietHoursForm,
  SERVERS_LANGUAGE,
  setupCard,
} from '../cards/setup-card.ts';
import { LANGUAGES } from '../cards/words.ts';
import { INTENTS } from '../domain/arc.ts';
import type { GuildSettings } from '../domain/guild.ts';
import { MoodringError } from '../errors.ts';
import { readQuietHours } from '../flows/read-quiet-hours.ts';
import type {
  ButtonCommand,
  ChannelSelectCommand,
  FormButtonCommand,
  FormCommand,
  RoleSelectCommand,
  SelectCommand,
  SlashCommand,
  Use,
} from './command.ts';
import { described } from './described.ts';

/** `/setup`: one panel for whoever manages a server, shown to them alone. */
export const setup: SlashCommand = {
  kind: 'slash',
  data: {
    name: 'setup',
    ...described('command.setup'),
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  acknowledge: 'private',
  run: (use) => panel(use),
};

export const setupChannels: ChannelSelectCommand = {
  kind: 'channel-select',
  name: BUTTONS.setupChannels,
  acknowledge: 'update',
  run: (use) => panel(use, { channels: use.interaction.values }),
};

export const setupRoles: RoleSelectCommand = {
  kind: 'role-select',
  name: BUTTONS.setupRoles,
  acknowledge: 'update',
  run: (use) => panel(use, { roles: use.interaction.values }),
};

export const setupIntent: SelectCommand = {
  kind: 'select',
  name: BUTTONS.setupIntent,
  acknowledge: 'update',
  run: (use) => panel(use, { intent: INTENTS.find((known) => known === use.interaction.values[0]) }),
};

export const setupLanguage: SelectCommand = {
  kind: 'select',
  name: BUTTONS.setupLanguage,
  acknowledge: 'update',
  run: (use) => {
    const [picked = SERVERS_LANGUAGE] = use.interaction.values;
    return panel(use, { language: LANGUAGES.find((known) => known === picked) });
  },
};

/** The button carries what it changes to, so that pressing it twice is pressing it once. */
export const setupExplicit: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.setupExplicit,
  acknowledge: 'update',
  run: (use) => panel(use, { explicit: use.args[0] === 'yes' }),
};

export const setupConfirm: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.setupConfirm,
  acknowledge: 'update',
  run: (use) => panel(use, { confirmed: use.args[0] === 'yes' ? new Date().toISOString() : undefined }),
};

export const setupQuiet: FormButtonCommand = {
  kind: 'form-button',
  name: BUTTONS.setupQuiet,
  form: async ({ interaction, context, t }) => {
    const guild = managed(interaction);
    return quietHoursForm((await context.parts.guilds.get(guild.id)).quiet, t);
  },
};

export const setupHours: FormCommand = {
  kind: 'form',
  name: BUTTONS.setupHours,
  acknowledge: 'update',
  run: async (use) => {
    const { fields } = use.interaction;
    const typed = (id: string) => fields.getTextInputValue(id);
    return panel(use, {
      quiet: readQuietHours({ from: typed('from'), to: typed('to'), zone: typed('zone') }),
    });
  },
};

/**
 * The panel, after a change if there is one.
 * @throws MoodringError `not-a-manager`
 */
async function panel(
  { interaction, context: { parts }, t }: Use<BaseInteraction>,
  change?: Partial<GuildSettings>,
): Promise<Card> {
  const guild = managed(interaction);
  const settings = change ? await parts.guilds.set(guild.id, change) : await parts.guilds.get(guild.id);
  const there = {
    ...settings,
    channels: settings.channels.filter((id) => guild.channels.cache.has(id)),
    roles: settings.roles.filter((id) => guild.roles.cache.has(id)),
  };
  return setupCard({ settings: there, missing: missingIn(guild, there.channels) }, t);
}

type Guild = NonNullable<BaseInteraction['guild']>;

/** The server that an interaction comes from, where whoever it is may manage it. @throws MoodringError `not-a-manager` */
function managed({ guild, memberPermissions }: BaseInteraction): Guild {
  if (!guild || !memberPermissions?.has(PermissionFlagsBits.ManageGuild))
    throw new MoodringError('not-a-manager');
  return guild;
}

/** What keeps selfies from being answered in these channels. */
function missingIn(guild: Guild, channels: readonly string[]): Missing {
  const lacking = channels.map((channel) => {
    const permitted = guild.members.me && guild.channels.cache.get(channel)?.permissionsFor(guild.members.me);
    return { channel, lacks: NEEDED_IN_CHANNEL.filter((name) => !permitted?.has(PermissionFlagsBits[name])) };
  });
  return {
    content: !guild.client.options.intents.has(GatewayIntentBits.MessageContent),
    permissions: lacking.filter(({ lacks }) => lacks.length > 0),
  };
}
