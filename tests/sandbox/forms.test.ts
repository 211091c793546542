import { ComponentType, TextInputStyle } from 'discord.js';
import type { APIModalInteractionResponseCallbackData, ModalSubmitInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { FormValues, Member, Message, Modal } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';

type Form = APIModalInteractionResponseCallbackData;
type Field = Extract<Form['components'][number], { component: unknown }>['component'];

const options = ['Calm', 'Sad'].map((label) => ({ label, value: label.toLowerCase() }));
const labelled = (label: string, component: Field): Form['components'][number] => ({
  type: ComponentType.Label,
  label,
  component,
});
const form = (...components: Form['components']): Form => ({
  title: 'Your taste',
  custom_id: 'taste',
  components,
});

const everything = form(
  { type: ComponentType.TextDisplay, content: 'Tell me more.' },
  labelled('Feeling', { type: ComponentType.RadioGroup, custom_id: 'feeling', options }),
  labelled('Also', { type: ComponentType.CheckboxGroup, custom_id: 'also', options, required: false }),
  labelled('Keep it', { type: ComponentType.Checkbox, custom_id: 'keep' }),
  labelled('Photo', { type: ComponentType.FileUpload, custom_id: 'photo', max_values: 2, required: false }),
);

interface Asked {
  readonly ada: Member;
  readonly modal: Modal;
  readonly answer: (values: FormValues) => Promise<Message>;
}

async function asked(data: Form, tell: (submitted: ModalSubmitInteraction) => unknown): Promise<Asked> {
  const discord = await discordFor();
  await botOn(discord, {
    commands: [{ name: 'taste', description: 'Asks' }],
    async on(it) {
      if (it.isChatInputCommand()) await it.showModal(data);
      if (it.isModalSubmit()) await it.reply(JSON.stringify(tell(it)));
    },
  });
  const ada = discord.addMember('Ada');
  const modal = await (await ada.uses('/taste')).modal();
  return { ada, modal, answer: async (values) => (await ada.submits(modal, values)).reply() };
}

describe('a form of groups, boxes and files', () => {
  it('comes back filled in', async () => {
    const { modal, answer } = await asked(everything, ({ fields }) => ({
      feeling: fields.getRadioGroup('feeling'),
      also: fields.getCheckboxGroup('also'),
      keep: fields.getCheckbox('keep'),
      photos: fields.getUploadedFiles('photo')?.map((file) => file.name),
    }));
    expect(modal.texts).toEqual(['Tell me more.']);
    const reply = await answer({
      Feeling: 'Sad',
      Also: ['Calm', 'Sad'],
      'Keep it': true,
      Photo: [{ name: 'me.png', bytes: PIXEL }],
    });
    const said: unknown = JSON.parse(reply.content);
    expect(said).toEqual({ feeling: 'sad', also: ['calm', 'sad'], keep: true, photos: ['me.png'] });
  });

  it('leaves what nobody touched as it was', async () => {
    const { answer } = await asked(everything, ({ fields }) => [
      fields.getCheckboxGroup('also'),
      fields.getCheckbox('keep'),
    ]);
    expect((await answer({ Feeling: ['Calm'] })).content).toBe('[[],false]');
  });

  it.each<[string, FormValues, string]>([
    ['without what it needs', {}, 'The form needs "Feeling"'],
    [
      'with an option that is not there',
      { Feeling: 'Angry' },
      'There is no option "Angry". There is: Calm, Sad',
    ],
    ['with two picks of a radio group', { Feeling: ['Calm', 'Sad'] }, '"Feeling" takes 1 to 1 picks, not 2'],
    [
      'with words for a box',
      { Feeling: 'Sad', 'Keep it': 'yes' },
      '"Keep it" is ticked (true) or not (false)',
    ],
    ['with words for a file', { Feeling: 'Sad', Photo: 'me.png' }, '"Photo" takes files'],
    ['with a field that is not there', { Age: '7' }, 'There is no field "Age"'],
  ])('cannot be sent %s', async (_, values, words) => {
    const { ada, modal } = await asked(everything, () => null);
    await expect(ada.submits(modal, values)).rejects.toThrow(words);
  });
});

describe('a form of selects and texts', () => {
  it('starts with what the bot filled in', async () => {
    const chosen = options.map((option) => ({ ...option, default: option.value === 'calm' }));
    const data = form(
      labelled('Feeling', { type: ComponentType.StringSelect, custom_id: 'feeling', options: chosen }),
      labelled('Song', {
        type: ComponentType.TextInput,
        custom_id: 'song',
        style: TextInputStyle.Short,
        value: 'Golden',
      }),
    );
    const { answer } = await asked(data, ({ fields }) => [
      fields.getStringSelectValues('feeling'),
      fields.getTextInputValue('song'),
    ]);
    expect((await answer({})).content).toBe('[["calm"],"Golden"]');
  });

  it('takes people', async () => {
    const data = form(labelled('With', { type: ComponentType.UserSelect, custom_id: 'with' }));
    const { ada, answer } = await asked(data, ({ fields }) =>
      fields.getSelectedUsers('with')?.map((user) => user.displayName),
    );
    expect((await answer({ With: [ada] })).content).toBe('["Ada"]');
  });

  it('may be an old row with one text input', async () => {
    const data = form({
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.TextInput, custom_id: 'why', label: 'Why', style: TextInputStyle.Paragraph },
      ],
    });
    const { answer } = await asked(data, ({ fields }) => fields.getTextInputValue('why'));
    expect((await answer({ Why: 'It is bright' })).content).toBe('"It is bright"');
  });
});
