import { ApplicationCommandOptionType as Option } from 'discord.js';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';

/** What the diary bot registers. */
export const COMMANDS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [
  {
    name: 'note',
    description: 'Writes a note into your diary',
    options: [{ type: Option.String, name: 'text', description: 'What to write', required: true }],
  },
  { name: 'diary', description: 'Shows your diary to you alone' },
  {
    name: 'yearbook',
    description: 'Makes a book of your diary',
    options: [
      { type: Option.Integer, name: 'years', description: 'How many, a minute each', required: true },
    ],
  },
  {
    name: 'frame',
    description: 'Keeps a photo for you',
    options: [{ type: Option.Attachment, name: 'photo', description: 'The photo', required: true }],
  },
  { name: 'photo', description: 'Shows your photo again' },
];
