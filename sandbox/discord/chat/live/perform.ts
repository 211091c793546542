import { Channel } from '../../members/channel.ts';
import type { Member } from '../../members/member.ts';
import { viewOf } from '../../members/message.ts';
import type { Message } from '../../members/message.ts';
import { Modal } from '../../members/modal.ts';
import { selectOn } from '../../members/press.ts';
import type { OptionValues } from '../../members/slash.ts';
import type { Use } from '../../members/use.ts';
import { waitUntil } from '../../patience.ts';
import { OPTION } from '../../wire/command.ts';
import { may, PERMISSION } from '../../world/permissions.ts';
import { openThread } from '../../world/places.ts';
import type { UserRecord } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import type { Cast } from './cast.ts';
import { offerOf } from './choices.ts';
import { optionsOf, valueOf } from './commands.ts';
import { filledIn, formOf } from './forms.ts';
import type { Action, Outcome } from './protocol.ts';
import type { Uploads } from './uploads.ts';

/** Longer than Discord gives a bot for its first sign, on whatever clock. */
const SIGN_MS = 60_000;

/** Who acts at the page, and where. */
export interface Actor {
  readonly world: World;
  readonly cast: Cast;
  readonly member: Member;
  readonly user: UserRecord;
  readonly channel: Channel;
  readonly uploads: Uploads;
  /** The forms in front of this person, by their numbers. */
  readonly forms: Map<number, Modal>;
}

/** What came of it, without the number. */
export type Result = Omit<Outcome, 'kind' | 'ref'>;

/** Does what somebody at the page does. @throws where Discord's client would not let them, with the reason */
export async function perform(actor: Actor, action: Exclude<Action, { do: 'look' }>): Promise<Result> {
  const { world, member, user, channel, uploads } = actor;
  switch (action.do) {
    case 'post': {
      const files = action.files.map((id) => uploads.get(id));
      const replyTo = action.replyTo === undefined ? {} : { replyTo: messageBy(actor, action.replyTo) };
      await member.posts({ content: action.content.trim(), files, ...replyTo }, { in: channel });
      uploads.forget(action.files);
      return {};
    }
    case 'use': {
      const use = await member.uses(action.line, valuesOf(actor, action), { in: channel });
      uploads.forget(Object.values(action.values));
      return outcomeOf(actor, use);
    }
    case 'suggest': {
      const found = await member.types(action.line, typedValues(actor, action), { in: channel });
      return { choices: found.map(({ name, value }) => ({ label: name, value: String(value) })) };
    }
    case 'useOnMessage':
      return outcomeOf(actor, await member.usesOnMessage(action.command, messageBy(actor, action.message)));
    case 'useOnPerson': {
      const person = actor.cast.people.find((it) => it.member.id === action.person)?.member;
      if (!person) throw new Error('There is nobody by that id');
      return outcomeOf(actor, await member.usesOnPerson(action.command, person, { in: channel }));
    }
    case 'press':
      return outcomeOf(actor, await member.clicks(messageBy(actor, action.message), action.button));
    case 'open': {
      const select = selectOn(messageBy(actor, action.message).record, action.select);
      return { offer: offerOf(select, channel.record, user, world.bot) };
    }
    case 'select': {
      const message = messageBy(actor, action.message);
      return outcomeOf(actor, await member.selects(message, action.select, action.picks));
    }
    case 'submit': {
      const form = actor.forms.get(action.form);
      if (!form) throw new Error('The form is not there any more');
      const use = await member.submits(
        form,
        filledIn(form, action.values, (id) => uploads.get(id)),
      );
      const outcome = await outcomeOf(actor, use);
      if (outcome.failed === undefined) actor.forms.delete(action.form);
      return outcome;
    }
    case 'edit':
      await member.edits(messageBy(actor, action.message), action.content.trim());
      return {};
    case 'remove':
      await member.deletes(messageBy(actor, action.message));
      return {};
    case 'react': {
      const message = messageBy(actor, action.message);
      const isThere = message.record.reactions.get(action.emoji)?.has(member.id) ?? false;
      await (isThere ? member.unreacts(message, action.emoji) : member.reacts(message, action.emoji));
      return {};
    }
    case 'thread':
      return { place: threadIn(actor, action.name).id };
  }
}

let nextForm = 1;

/** Waits for the bot's first sign, and tells what a person sees of it besides messages. */
async function outcomeOf({ world, forms }: Actor, use: Use): Promise<Result> {
  const { interaction } = use;
  const probe = (): { found: true } | null => (use.state === 'waiting' ? null : { found: true });
  await waitUntil(world, interaction.start.what, probe, { timeoutMs: SIGN_MS });
  if (interaction.failure !== null) return { failed: interaction.failure };
  const { answer } = interaction;
  if (answer?.kind !== 'modal') return {};
  const modal = new Modal(interaction, answer.modal);
  const id = nextForm++;
  forms.set(id, modal);
  return { form: formOf(world, modal, id) };
}

/** The message by its id, wherever it is. */
function messageBy({ world, channel }: Actor, id: string): Message {
  const record = channel.record.messages.find((it) => it.id === id);
  if (!record || record.deleted) throw new Error('That message is not there any more');
  return viewOf(world, record);
}

function valuesOf(
  { world, user, channel, uploads }: Actor,
  { line, values }: Extract<Action, { do: 'use' | 'suggest' }>,
): OptionValues {
  const options = optionsOf(world, line, { user, channel: channel.record });
  const entries = Object.entries(values).map(([name, value]) => {
    const option = options.find((it) => it.name === name);
    return [name, valueOf(option, value, (id) => uploads.get(id))] as const;
  });
  return Object.fromEntries(entries);
}

/** What Discord's client tells a bot of a line that is still being written: words and numbers, the focus last. */
function typedValues(actor: Actor, action: Extract<Action, { do: 'suggest' }>): OptionValues {
  const { world, user, channel } = actor;
  const options = optionsOf(world, action.line, { user, channel: channel.record });
  const isPlain = (name: string): boolean => {
    const type = options.find((it) => it.name === name)?.type ?? OPTION.attachment;
    return type <= OPTION.boolean || type === OPTION.number;
  };
  const { [action.typing]: typed = '', ...rest } = action.values;
  const plain = Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => isPlain(name) && value !== ''),
  );
  return { ...valuesOf(actor, { ...action, values: plain }), [action.typing]: typed };
}

function threadIn({ world, user, channel: { record } }: Actor, name: string): Channel {
  const parent = record.parent ?? record;
  if (!parent.guild) throw new Error('There are no threads in direct messages');
  if (!may(parent, user, PERMISSION.createPublicThreads))
    throw new Error(`${user.displayName} may not start threads in #${parent.name}`);
  return new Channel(world, openThread(world, parent, { name, owner: user }));
}
