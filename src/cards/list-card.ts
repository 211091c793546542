import {
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';

import { moodNameAt } from '../domain/mood.ts';
import {
  type ListAtSpotify,
  type Pick,
  type PickTerms,
  type Playlist,
  type PlaylistLink,
  type SavedPlaylist,
  spotifyUrl,
  type Track,
} from '../domain/playlist.ts';
import { hadToWiden } from '../domain/reason.ts';
import { DEFAULT_RETENTION } from '../domain/retention.ts';
import type { GaveWay } from '../domain/wish.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { type Correction, correctionRow, likeButtons } from './correction.ts';
import { button, type Card, type Row, row } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import { clipped, inMarkdown, oneLine } from './discord-text.ts';
import { filtersText, nameText, wishText } from './filters-text.ts';
import { reasonText } from './reason-text.ts';
import { type Whose, whoseRow } from './whose-mood.ts';
import type { Words } from './words.ts';

/** Tracks on one page of a card: with the reading's embed and the list's own, a message holds at most ten. */
export const TRACKS_A_PAGE = 6;

/** Six tracks, the list and the reading of a large group share the 6,000 characters that a message's embeds may hold. */
const TITLE_LIMIT = 140;
const ARTISTS_LIMIT = 100;

const GAVE_WAY = ['decade', 'genre', 'heard'] as const satisfies readonly GaveWay[];

/** A playlist as the card shows it. */
export interface ShownList {
  readonly id: string;
  readonly playlist: Playlist;
  readonly link: PlaylistLink;
  /** Whether it leads somebody away from thoughts of death or of hurting themselves: its buttons lead to calm or up. */
  readonly gentle?: boolean;
  /** What can be done with it at Spotify; nothing if left out. */
  readonly spotify?: ListAtSpotify | undefined;
  /** For how many days it is kept; {@link DEFAULT_RETENTION} if left out. */
  readonly days?: number;
  /** How its mood can be corrected; not at all if left out. */
  readonly correction?: Correction | undefined;
  /** Whose mood counts, where a photo shows several people. */
  readonly whose?: Whose | undefined;
  /** How many of its tracks are by artists the person listens to most, if that was asked for just now. */
  readonly mine?: number | undefined;
}

/** The name of a list in words: what it does, where it starts, and what was asked for besides. */
export function listTitle(playlist: Playlist, t: Words): string {
  const title = t(`list.title.${playlist.intent}`, { mood: t(`mood.${playlist.mood.name}`) });
  const filters = filtersText(playlist, t);
  return filters === '' ? title : t('list.titleWith', { title, filters });
}

/**
 * One page of a list: an embed a track, one for the playlist as a whole, and the buttons.
 * @param page from 0; a page beyond the end shows the last one
 */
export function listCard(list: ShownList, page: number, t: Words): Card {
  const { picks } = list.playlist;
  const pages = Math.max(1, Math.ceil(picks.length / TRACKS_A_PAGE));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const first = shown * TRACKS_A_PAGE;
  const onPage = picks.slice(first, first + TRACKS_A_PAGE);
  return {
    embeds: [
      ...onPage.map((pick, index) => trackEmbed(list.playlist, pick, first + index, t)),
      wholeListEmbed(list, first, onPage.length, t),
    ],
    components: [
      moodButtons(list, shown, pages, t),
      ...secondButtons(list, shown, t),
      ...openSelect(list, onPage, first, t),
      ...(list.correction ? [correctionRow(list.correction, list.id, t)] : []),
      ...(list.whose ? [whoseRow(list.whose, list.id, t)] : []),
    ],
    files: list.link.kind === 'attached' ? [listFile(list.playlist, list.link.name, t)] : [],
  };
}

function trackEmbed(playlist: Playlist, { track }: Pick, index: number, t: Words): EmbedBuilder {
  return new EmbedBuilder()
    .setColor(asNumber(MOOD_COLOURS[moodNameAt(track)]))
    .setTitle(clipped(`${index + 1}. ${inMarkdown(oneLine(track.title))}`, TITLE_LIMIT))
    .setURL(spotifyUrl(track))
    .setDescription(
      [
        `**${clipped(inMarkdown(artistsOf(track)), ARTISTS_LIMIT)}**${track.year === undefined ? '' : ` · ${track.year}`}`,
        inMarkdown(reasonText(playlist, index, t)),
      ].join('\n'),
    );
}

function wholeListEmbed(
  { playlist, link, spotify, mine, days = DEFAULT_RETENTION }: ShownList,
  first: number,
  shown: number,
  t: Words,
): EmbedBuilder {
  const count = playlist.picks.length;
  const minutes = minutesOf(playlist);
  const page = t('list.page', { from: first + 1, to: first + shown, total: count });
  const embed = new EmbedBuilder()
    .setColor(asNumber(MOOD_COLOURS[playlist.mood.name]))
    .setTitle(inMarkdown(listTitle(playlist, t)))
    .setDescription(
      [
        minutes === undefined ? page : `${page} · ${t('length.minutes', { minutes })}`,
        link.kind === 'page' ? t('list.pageHint', { count, url: link.url }) : t('list.attachedHint'),
        ...(spotify?.saved ? savedHint(spotify.saved, days, t) : []),
        ...(mine === undefined ? [] : [mine > 0 ? t('list.mine', { count: mine }) : t('list.mineNone')]),
        ...shortcomings(playlist, t).map(inMarkdown),
      ].join('\n'),
    )
    .setFooter({ text: t('list.spotify') });
  return link.kind === 'page' ? embed.setURL(link.url) : embed;
}

function savedHint({ url, whose, added, leftOut }: SavedPlaylist, days: number, t: Words): readonly string[] {
  const where = t(`list.saved.${added ? 'added' : whose}`, { url, days });
  return [where, ...(leftOut > 0 ? [t('list.leftOut', { count: leftOut })] : [])];
}

/** How long a list plays; undefined where the catalogue does not know of every track. */
function minutesOf({ picks }: Playlist): number | undefined {
  const seconds = picks.reduce((sum, { track }) => sum + (track.seconds ?? NaN), 0);
  return Number.isNaN(seconds) ? undefined : Math.round(seconds / 60);
}

/** What a list owes to what was asked of it, a sentence each. */
export function shortcomings(playlist: Playlist, t: Words): readonly string[] {
  const { picks, filters } = playlist;
  const { artist } = filters;
  const counted = (missing: (terms: PickTerms) => boolean) =>
    picks.filter(({ terms }) => missing(terms)).length;
  const widened = counted(hadToWiden);
  const gaveWay = GAVE_WAY.map((wish) => ({ wish, count: counted((terms) => terms.gaveWay.includes(wish)) }));
  return [
    ...(isShorter(playlist) ? [t('list.shorter')] : []),
    ...(artist !== undefined && picks.every(({ terms }) => terms.liked.artist !== artist)
      ? [t('list.noArtist', { artist: nameText(artist) })]
      : []),
    ...gaveWay
      .filter(({ count }) => count > 0)
      .map(({ wish, count }) => t(`list.gaveWay.${wish}`, { count, ...wishText(filters, t) })),
    ...(widened > 0 ? [t('list.widened', { count: widened })] : []),
  ];
}

/** Whether tracks are missing; of minutes, more than the longest track could have filled. */
function isShorter(playlist: Playlist): boolean {
  const { length, picks } = playlist;
  if ('tracks' in length) return picks.length < length.tracks;
  const longest = Math.max(...picks.map(({ track }) => track.seconds ?? 0)) / 60;
  return (minutesOf(playlist) ?? Infinity) < length.minutes - longest;
}

function moodButtons(
  { id, playlist, gentle = false }: ShownList,
  page: number,
  pages: number,
  t: Words,
): Row {
  const plain = (label: string, id: string) => button(label, id, ButtonStyle.Secondary);
  const intentButton = (intent: 'match' | 'calm' | 'lift') =>
    button(
      t(`button.${intent}`),
      customId(BUTTONS.listIntent, intent, id),
      playlist.intent === intent ? ButtonStyle.Primary : ButtonStyle.Secondary,
    );
  return row(
    intentButton(gentle ? 'calm' : 'match'),
    intentButton('lift'),
    plain(t('button.more'), customId(BUTTONS.listMore, id)),
    ...(page > 0 ? [plain(t('button.previous'), customId(BUTTONS.listPage, page - 1, id))] : []),
    ...(page < pages - 1 ? [plain(t('button.next'), customId(BUTTONS.listPage, page + 1, id))] : []),
  );
}

/** What there is no room for in the first row. */
function secondButtons(list: ShownList, page: number, t: Words): Row[] {
  const buttons = [...spotifyButtons(list, page, t), ...likeButtons(list.correction ?? {}, list.id, t)];
  return buttons.length > 0 ? [row(...buttons)] : [];
}

function spotifyButtons({ id, spotify }: ShownList, page: number, t: Words): readonly ButtonBuilder[] {
  if (!spotify) return [];
  const { saved, addTo } = spotify;
  const save = saved
    ? new ButtonBuilder().setLabel(t('button.openPlaylist')).setStyle(ButtonStyle.Link).setURL(saved.url)
    : button(t('button.save'), customId(BUTTONS.spotifySave, page, id), ButtonStyle.Success);
  const add = button(
    t('button.addTo'),
    customId(BUTTONS.spotifyAdd, page, id, addTo ?? ''),
    ButtonStyle.Secondary,
  );
  const queue = button(t('button.queue'), customId(BUTTONS.spotifyQueue, id), ButtonStyle.Secondary);
  const mine = button(t('button.mine'), customId(BUTTONS.spotifyMine, id), ButtonStyle.Secondary);
  return [save, ...(addTo !== undefined && !saved ? [add] : []), queue, mine];
}

function openSelect({ id }: ShownList, picks: readonly Pick[], first: number, t: Words): Row[] {
  if (picks.length === 0) return [];
  const options = picks.map(({ track }, index) =>
    new StringSelectMenuOptionBuilder()
      .setLabel(clipped(`${first + index + 1}. ${oneLine(track.title)}`, 100))
      .setDescription(clipped(artistsOf(track), 100))
      .setValue(String(first + index)),
  );
  const select = new StringSelectMenuBuilder()
    .setCustomId(customId(BUTTONS.listOpen, id))
    .setPlaceholder(t('button.open'))
    .addOptions(options);
  return [row(select)];
}

/** One track and the button that opens it. */
export function trackCard(playlist: Playlist, index: number, t: Words): Card | undefined {
  const pick = playlist.picks[index];
  if (!pick) return undefined;
  const open = new ButtonBuilder()
    .setLabel(t('button.openTrack'))
    .setStyle(ButtonStyle.Link)
    .setURL(spotifyUrl(pick.track));
  return {
    embeds: [trackEmbed(playlist, pick, index, t)],
    components: [row(open)],
    files: [],
  };
}

function listFile(playlist: Playlist, name: string, t: Words): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from(listText(playlist, t)), { name });
}

/** The list as plain text: a title, then a line and a link for each track. */
export function listText(playlist: Playlist, t: Words): string {
  const lines = playlist.picks.map(
    ({ track }, index) =>
      `${index + 1}. ${artistsOf(track)} – ${oneLine(track.title)}\n   ${spotifyUrl(track)}`,
  );
  return `${listTitle(playlist, t)}\n\n${lines.join('\n')}\n\n${t('list.spotify')}\n`;
}

function artistsOf({ artists }: Track): string {
  return oneLine(artists.join(', '));
}
