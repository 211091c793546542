import { ButtonBuilder, ButtonStyle, EmbedBuilder } from 'discord.js';

import { button, type Card, row, textCard } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

const calm = () => new EmbedBuilder().setColor(asNumber(MOOD_COLOURS.calm));

/** The way to the page that reads a face live. @param minutes how long the link is good */
export function webcamLinkCard(url: string, minutes: number, t: Words): Card {
  const open = new ButtonBuilder().setLabel(t('button.webcamOpen')).setStyle(ButtonStyle.Link).setURL(url);
  const text = t('webcam.link', { minutes, use: t('webcam.use') });
  return {
    ...textCard(calm().setTitle(t('webcam.linkTitle')).setDescription(text)),
    components: [row(open)],
  };
}

/** What the card with the link turns into once an answer came through it. */
export function webcamDoneCard(t: Words): Card {
  return textCard(calm().setDescription(t('webcam.done')));
}

/**
 * The ways to tell a mood, for somebody who told none; the webcam is at hand.
 * @param request the id under which what they asked of the music waits
 */
export function waysCard(request: string, t: Words): Card {
  const webcam = button(t('button.webcam'), customId(BUTTONS.webcamStart, request), ButtonStyle.Primary);
  return { ...textCard(calm().setDescription(t('error.nothing-told'))), components: [row(webcam)] };
}
