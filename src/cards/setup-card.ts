import {
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  EmbedBuilder,
  LabelBuilder,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

import { INTENTS } from '../domain/arc.ts';
import { type GuildSettings, type QuietHours, watchedIn } from '../domain/guild.ts';
import { button, type Card, row, textCard } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import { clipped } from './discord-text.ts';
import { LANGUAGES, type Words } from './words.ts';

/** What the bot needs in a channel to answer selfies there, by Discord's names. */
export const NEEDED_IN_CHANNEL = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
] as const;

export type NeededInChannel = (typeof NEEDED_IN_CHANNEL)[number];

/** What keeps selfies from being answered. */
export interface Missing {
  /** Whether Discord does not show the bot what people post. */
  readonly content: boolean;
  /** What is not permitted in which channel. */
  readonly permissions: readonly { readonly channel: string; readonly lacks: readonly NeededInChannel[] }[];
}

export interface ShownSetup {
  readonly settings: GuildSettings;
  readonly missing: Missing;
}

/** What Discord takes as an embed's text. */
const DESCRIPTION_LIMIT = 4096;

/** So many channels, and so many roles, can be picked; Discord allows 25. */
const MOST_PICKED = 25;

/** Where people post: in threads too, which belong to one of these. */
const POSTED_IN = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;

/** Stands for the language that the server has at Discord. */
export const SERVERS_LANGUAGE = 'server';

/** `/setup`: what is set, what is missing, and a select or button for each setting. */
export function setupCard({ settings, missing }: ShownSetup, t: Words): Card {
  const { channels, roles, intent, language, explicit, confirmed } = settings;
  const confirmNext = confirmed === undefined;
  const lines = [...settingLines(settings, t), ...missingLines(missing, settings, t)];
  return {
    ...textCard(
      new EmbedBuilder()
        .setTitle(t('setup.title'))
        .setDescription(clipped(lines.join('\n'), DESCRIPTION_LIMIT)),
    ),
    components: [
      row(
        new ChannelSelectMenuBuilder()
          .setCustomId(customId(BUTTONS.setupChannels))
          .setPlaceholder(t('setup.pickChannels'))
          .setChannelTypes(...POSTED_IN)
          .setMinValues(0)
          .setMaxValues(MOST_PICKED)
          .setDefaultChannels(...channels),
      ),
      row(
        new RoleSelectMenuBuilder()
          .setCustomId(customId(BUTTONS.setupRoles))
          .setPlaceholder(t('setup.pickRoles'))
          .setMinValues(0)
          .setMaxValues(MOST_PICKED)
          .setDefaultRoles(...roles),
      ),
      row(
        new StringSelectMenuBuilder()
          .setCustomId(customId(BUTTONS.setupIntent))
          .setPlaceholder(t('setup.pickIntent'))
          .setOptions(
            INTENTS.map((value) => ({
              value,
              label: t(`setup.intent.${value}`),
              default: value === (intent ?? 'match'),
            })),
          ),
      ),
      row(
        new StringSelectMenuBuilder()
          .setCustomId(customId(BUTTONS.setupLanguage))
          .setPlaceholder(t('setup.pickLanguage'))
          .setOptions(
            [SERVERS_LANGUAGE, ...LANGUAGES].map((value) => ({
              value,
              label: t('setup.languageOption', { language: languageName(value, t) }),
              default: value === (language ?? SERVERS_LANGUAGE),
            })),
          ),
      ),
      row(
        button(
          t(explicit ? 'setup.explicitStop' : 'setup.explicitAllow'),
          customId(BUTTONS.setupExplicit, explicit ? 'no' : 'yes'),
          ButtonStyle.Secondary,
        ),
        button(t('setup.quietButton'), customId(BUTTONS.setupQuiet), ButtonStyle.Secondary),
        button(
          t(confirmNext ? 'setup.confirm' : 'setup.unconfirm'),
          customId(BUTTONS.setupConfirm, confirmNext ? 'yes' : 'no'),
          confirmNext ? ButtonStyle.Success : ButtonStyle.Secondary,
        ),
      ),
    ],
  };
}

/** The form for quiet hours; empty times mean none. */
export function quietHoursForm(quiet: QuietHours | undefined, t: Words): ModalBuilder {
  const input = (id: 'from' | 'to' | 'zone', value: string) =>
    new LabelBuilder()
      .setLabel(t(`setup.hours.${id}`))
      .setDescription(t(`setup.hours.${id}Hint`))
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId(id)
          .setStyle(TextInputStyle.Short)
          .setRequired(false)
          .setMaxLength(id === 'zone' ? 60 : 10)
          .setValue(value),
      );
  return new ModalBuilder()
    .setCustomId(customId(BUTTONS.setupHours))
    .setTitle(t('setup.hours.title'))
    .addLabelComponents(
      input('from', quiet ? clockTime(quiet.from) : ''),
      input('to', quiet ? clockTime(quiet.to) : ''),
      input('zone', quiet?.zone ?? 'UTC'),
    );
}

function settingLines(settings: GuildSettings, t: Words): readonly string[] {
  const { channels, roles, intent = 'match', language = SERVERS_LANGUAGE, explicit, quiet } = settings;
  return [
    channels.length > 0 ? t('setup.channels', { channels: mentions(channels, '#') }) : t('setup.noChannels'),
    roles.length > 0 ? t('setup.roles', { roles: mentions(roles, '@&') }) : t('setup.everyone'),
    t('setup.intentLine', { intent: t(`setup.intent.${intent}`) }),
    t('setup.languageLine', { language: languageName(language, t) }),
    t(explicit ? 'setup.explicitYes' : 'setup.explicitNo'),
    quiet
      ? t('setup.quiet', { from: clockDate(quiet.from), to: clockDate(quiet.to), zone: quiet.zone })
      : t('setup.noQuiet'),
  ].map((line) => `- ${line}`);
}

function missingLines(
  { content, permissions }: Missing,
  settings: GuildSettings,
  t: Words,
): readonly string[] {
  const { channels, confirmed } = settings;
  const state =
    confirmed === undefined
      ? [t('setup.notConfirmed')]
      : [t('setup.confirmed', { date: new Date(confirmed) })];
  const missing = [...(content ? [t('setup.noContent')] : []), ...lackLines(permissions, t)];
  const ready =
    missing.length === 0 && watchedIn(settings).length > 0
      ? [t('setup.ready', { count: channels.length })]
      : [];
  return ['', ...state, ...ready, ...missing.map((line) => `⚠️ ${line}`)];
}

/** One line for all channels that lack the same: where nothing is permitted, that is all of them. */
function lackLines(permissions: Missing['permissions'], t: Words): readonly string[] {
  const alike = Map.groupBy(permissions, ({ lacks }) => lacks.join());
  return [...alike.values()].map((places) => {
    const channels = places.map(({ channel }) => channel);
    const lacks = places[0]?.lacks ?? [];
    return t('setup.lacks', {
      channel: mentions(channels, '#'),
      permissions: lacks.map((name) => t(`setup.permission.${name}`)),
    });
  });
}

function mentions(ids: readonly string[], sign: '#' | '@&'): string {
  return ids.map((id) => `<${sign}${id}>`).join(' ');
}

function languageName(language: string, t: Words): string {
  if (language === SERVERS_LANGUAGE) return t('setup.serversLanguage');
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** Minutes since midnight as `22:00`, as the form takes them. */
function clockTime(minutes: number): string {
  return clockDate(minutes).toISOString().slice(11, 16);
}

/** Minutes since midnight as a time in UTC, to be written as a language writes it. */
function clockDate(minutes: number): Date {
  return new Date(minutes * 60_000);
}
