import {
  ButtonStyle,
  EmbedBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';

import { button, type Card, row } from '../../src/cards/card.ts';
import type { Command, Context, SlashCommand } from '../../src/commands/command.ts';
import { createDispatcher } from '../../src/commands/dispatcher.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { photosFrom } from '../../src/commands/photos.ts';
import { createSetOut } from '../../src/commands/set-out.ts';
import { createTurns } from '../../src/commands/turns.ts';
import { createWaiting } from '../../src/commands/waiting.ts';
import { moodAt } from '../../src/domain/mood.ts';
import { answerMood } from '../../src/flows/answer-mood.ts';
import { createWebcamLinks } from '../../src/flows/webcam-links.ts';
import { createLog } from '../../src/log.ts';
import { startDiscord } from '../discord.ts';
import { partsWith } from '../flows/parts.ts';
import { clientOn } from './client-on.ts';
import { PATIENT, saidIn } from './moodring.ts';

/** A card with one select, as an older version of us or somebody who tampers might have sent it. */
function cardWith(id: string, options: readonly string[]): Card {
  const select = new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder('Pick')
    .addOptions(options.map((value) => new StringSelectMenuOptionBuilder().setLabel(value).setValue(value)));
  return { embeds: [new EmbedBuilder().setTitle('An old card')], components: [row(select)] };
}

/** What is said when a control of that id is used by the owner of a list, whose id is put in for LIST. */
async function saidTo(id: string, option?: string, refused = true): Promise<string> {
  const parts = await partsWith();
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  const ada = discord.addMember('Ada');
  await parts.listeners.agree(ada.id);
  const mood = moodAt({ valence: 0.5, arousal: 0.5 });
  const list = await answerMood(parts, { listener: ada.id, mood });
  const context: Context = {
    parts,
    photos: photosFrom({ cdnUrls: [discord.cdnUrl], limit: 1e6 }),
    waiting: createWaiting(),
    turns: createTurns(),
    setOut: createSetOut(),
    webcam: createWebcamLinks(),
  };
  const photoUrl = `${discord.cdnUrl}/gone.jpg`;
  const photo = context.waiting.put({ listener: ada.id, guild: null, who: 'me', private: false, photoUrl });
  const custom = id.replace('LIST', list.id).replace('PHOTO', photo);
  const old: SlashCommand = {
    kind: 'slash',
    data: { name: 'old', description: 'Shows an old card' },
    acknowledge: 'public',
    run: () =>
      Promise.resolve(
        option === undefined
          ? { ...cardWith('x', ['x']), components: [row(button('Press', custom, ButtonStyle.Primary))] }
          : cardWith(custom, [option, 'other']),
      ),
  };
  const commands: readonly Command[] = [old, ...COMMANDS];
  const { handle } = createDispatcher(commands, context, createLog('silent'));
  await clientOn(discord, commands, (interaction) => void handle(interaction));
  const card = await (await ada.uses('/old')).reply(PATIENT);
  const use =
    option === undefined ? await ada.clicks(card, 'Press') : await ada.selects(card, 'Pick', [option]);
  const said = await (refused ? use.nextMessage(PATIENT) : use.reply(PATIENT));
  expect(discord.refusals.filter(({ path }) => path !== '/gone.jpg')).toEqual([]);
  return saidIn(said);
}

describe('a control of another time', () => {
  it.each([
    ['a mood that there is not', 'list-mood::LIST', 'furious'],
    ['an emotion that there is not', 'list-like:grumpy:LIST', undefined],
    ['a face that is none', 'list-whose:PHOTO:LIST', 'somebody'],
    ['a face before the first', 'list-whose:PHOTO:LIST', '-1'],
    ['half a face', 'list-whose:PHOTO:LIST', '0.5'],
  ])('is told to be outdated: %s', async (_, id, option) => {
    expect(await saidTo(id, option)).toContain('older version of me');
  });

  it.each([
    ['list-mood', 'sad'],
    ['list-mood::LIST', 'as-before'],
    ['list-mood::goneGoneGoneGone', 'sad'],
    ['list-mood:goneGoneGoneGone:LIST', 'as-before'],
    ['list-like:sad', undefined],
    ['list-whose', 'everyone'],
    ['list-whose:PHOTO:goneGoneGoneGone', 'everyone'],
  ])('is told that its list is gone: %s', async (id, option) => {
    expect(await saidTo(id, option)).toContain('That list is gone');
  });

  it('is told to send the photo again, when that is not at hand any more', async () => {
    expect(await saidTo('list-whose:notThere:LIST', 'everyone')).toContain('I do not keep photos');
    expect(await saidTo('list-whose:PHOTO:LIST', 'everyone')).toContain('would not hand me that photo');
  });

  it('corrects a card without a reading all the same', async () => {
    expect(await saidTo('list-mood::LIST', 'sad', false)).toContain('You said: sad');
  });
});
