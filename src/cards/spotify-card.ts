import { ButtonBuilder, ButtonStyle, EmbedBuilder } from 'discord.js';

import type { Playlist } from '../domain/playlist.ts';
import { type Card, row, textCard } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { clipped } from './discord-text.ts';
import { listTitle } from './list-card.ts';
import type { Words } from './words.ts';

/** The most that Spotify takes, in characters. */
const NAME_LIMIT = 100;
const DESCRIPTION_LIMIT = 300;

/**
 * What a list is called at Spotify, and what is said of it there.
 * @param mark by which it is found again
 */
export function playlistText(
  playlist: Playlist,
  date: Date,
  mark: string,
  t: Words,
): { readonly name: string; readonly description: string } {
  const said = t('spotify.description', {
    mood: t(`mood.${playlist.mood.name}`),
    date,
  });
  const end = ` · ${mark}`;
  return {
    name: clipped(listTitle(playlist, t), NAME_LIMIT),
    description: `${clipped(said, DESCRIPTION_LIMIT - end.length)}${end}`,
  };
}

/**
 * The way to Spotify's consent page.
 * @param minutes for which it is good
 */
export function linkCard(url: string, purpose: 'save' | 'queue' | 'top', minutes: number, t: Words): Card {
  const open = new ButtonBuilder().setLabel(t('button.consent')).setStyle(ButtonStyle.Link).setURL(url);
  const embed = said(
    t('spotify.linkTitle'),
    t('spotify.link', { asked: t(`spotify.asked.${purpose}`), minutes }),
  );
  return { ...textCard(embed), components: [row(open)] };
}

/** What the way turns into, and what comes of the other things that are done with an account. */
export function spotifyAnswerCard(state: 'linked' | 'unlinked' | 'notLinked', t: Words): Card {
  return textCard(said(undefined, t(`spotify.${state}`)));
}

/** How many of a list's tracks are behind what plays now, and why others are not. */
export function queuedCard(
  { queued, leftOut, total }: { readonly queued: number; readonly leftOut: number; readonly total: number },
  t: Words,
): Card {
  const all = queued + leftOut === total;
  const queue = t(all ? 'spotify.queued' : 'spotify.queuedSome', { count: queued, total });
  const lines = [queue, ...(leftOut > 0 ? [t('list.leftOut', { count: leftOut })] : [])];
  return textCard(said(undefined, lines.join('\n')));
}

function said(title: string | undefined, text: string): EmbedBuilder {
  const embed = new EmbedBuilder().setColor(asNumber(MOOD_COLOURS.calm)).setDescription(text);
  return title === undefined ? embed : embed.setTitle(title);
}
