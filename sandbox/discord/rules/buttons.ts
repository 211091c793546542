import { STYLE } from '../wire/component.ts';
import type { Component, Emoji } from '../wire/component.ts';
import { fault, missing, noChoice, notWithin, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import { linkFaults } from './links.ts';
import type { FormFault } from './refusal.ts';

const UNICODE_EMOJI = /^\p{RGI_Emoji}$/v;
const SNOWFLAKE = /^\d{17,20}$/;

/** What is wrong with one button. */
export function buttonFaults(button: Component, path: Path): FormFault[] {
  const { style } = button;
  if (!style) return [missing('button-shape', [...path, 'style'])];
  return [
    ...noChoice('button-shape', [...path, 'style'], style, Object.values(STYLE)),
    ...(style === STYLE.premium ? premiumFaults(button, path) : wordsFaults(button, path)),
    ...(style === STYLE.link ? opensFaults(button, path) : []),
    ...(style <= STYLE.danger ? actsFaults(button, path) : []),
  ];
}

/** What is wrong with the emoji of a button or an option. */
export function emojiFaults(emoji: Emoji | null | undefined, path: Path): FormFault[] {
  if (!emoji) return [];
  const { id, name } = emoji;
  const invalid = (field: string): FormFault =>
    fault('component-emoji', [...path, field], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  if (id) return SNOWFLAKE.test(id) ? [] : [invalid('id')];
  // Discord takes an emoji with and without the sign that asks for its coloured form.
  const known = [name ?? '', `${name ?? ''}\u{fe0f}`].some((it) => UNICODE_EMOJI.test(it));
  return known ? [] : [invalid('name')];
}

function wordsFaults(button: Component, path: Path): FormFault[] {
  const message = 'A label or emoji is required';
  return [
    ...(button.label || button.emoji
      ? []
      : [fault('button-shape', [...path, 'label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', message)]),
    ...tooLong('button-label', [...path, 'label'], button.label, LIMITS.buttonLabel),
    ...emojiFaults(button.emoji, [...path, 'emoji']),
    ...(button.sku_id
      ? [
          fault(
            'button-shape',
            [...path, 'sku_id'],
            'BUTTON_COMPONENT_SKU_ID_INVALID',
            'Not a premium button',
          ),
        ]
      : []),
  ];
}

function actsFaults(button: Component, path: Path): FormFault[] {
  if (button.custom_id && button.url) return both(path);
  if (button.url)
    return [fault('button-shape', [...path, 'url'], 'BUTTON_COMPONENT_URL_INVALID', 'Only links have a url')];
  if (button.custom_id)
    return notWithin('custom-id-length', [...path, 'custom_id'], button.custom_id, LIMITS.customId);
  const required = 'A custom id is required';
  return [fault('button-shape', [...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', required)];
}

function opensFaults(button: Component, path: Path): FormFault[] {
  if (button.custom_id) return both(path);
  if (!button.url)
    return [fault('button-shape', [...path, 'url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required')];
  return linkFaults(
    'button-url',
    [...path, 'url'],
    button.url,
    ['http', 'https', 'discord'],
    LIMITS.buttonLink,
  );
}

function premiumFaults(button: Component, path: Path): FormFault[] {
  const { sku_id, custom_id, label, url, emoji } = button;
  if (!sku_id) return [missing('button-shape', [...path, 'sku_id'])];
  if (!custom_id && !label && !url && !emoji) return [];
  const message = 'A premium button has nothing but its SKU';
  return [fault('button-shape', path, 'BUTTON_COMPONENT_PREMIUM_INVALID', message)];
}

function both(path: Path): FormFault[] {
  const code = 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE';
  return [
    fault('button-shape', [...path, 'custom_id'], code, 'A custom id and url cannot both be specified'),
  ];
}
