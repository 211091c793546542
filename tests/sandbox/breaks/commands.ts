import { command, many, text } from '../scene.ts';
import type { Breaks } from './break.ts';

export const commands = {
  'command-name': ({ register }) => register(command({ name: 'Mood' })),
  'command-name-unique': ({ register }) => register(command(), command()),
  'command-description': ({ register }) => register(command({ description: '' })),
  'command-options': ({ register }) => register(command({ options: many(26, (n) => text(`o${n}`)) })),
  'command-option-order': ({ register }) =>
    register(command({ options: [text('a'), text('b', { required: true })] })),
  'command-option-kind': ({ register }) =>
    register(command({ options: [text('a'), { type: 1, name: 'sub', description: 'x' }] })),
  'command-choices': ({ register }) =>
    register(
      command({ options: [text('a', { choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] }),
    ),
  'command-count': ({ register }) => register(...many(101, (n) => command({ name: `c${n}` }))),
  'command-size': ({ register }) => {
    const choices = many(25, (n) => ({ name: `${n}`.padEnd(100, 'x'), value: `${n}`.padEnd(100, 'y') }));
    return register(command({ options: many(2, (n) => text(`o${n}`, { choices })) }));
  },
} satisfies Breaks;
