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
  'command-option-type': ({ register }) => register(command({ options: [text('a', { type: 12 })] })),
  'command-option-range': ({ register }) =>
    register(command({ options: [text('a', { min_length: 2, max_length: 1 })] })),
  'command-nesting': ({ register }) => {
    const sub = { type: 1, name: 'sub', description: 'x' };
    return register(command({ options: [{ ...sub, options: [{ ...sub, name: 'deeper' }] }] }));
  },
  'command-autocomplete': ({ register }) =>
    register(command({ options: [text('a', { autocomplete: true, choices: [{ name: 'b', value: 'b' }] })] })),
  'command-locale': ({ register }) => register(command({ name_localizations: { en: 'mood' } })),
  'command-context': ({ register }) => register(command({ contexts: [0, 0] })),
  'command-permissions': ({ register }) => register(command({ default_member_permissions: 'all' })),
  'command-handler': ({ register }) => register(command({ handler: 1 })),
  'command-choices': ({ register }) =>
    register(
      command({ options: [text('a', { choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] }),
    ),
  'command-count': ({ register }) => register(...many(101, (n) => command({ name: `c${n}` }))),
  'command-creations': async ({ register }) => {
    await register(...many(100, (n) => command({ name: `a${n}` })));
    await register(...many(100, (n) => command({ name: `b${n}` })));
    await register(command({ name: 'one-too-many' }));
  },
  'command-size': ({ register }) => {
    const choices = many(25, (n) => ({ name: `${n}`.padEnd(100, 'x'), value: `${n}`.padEnd(100, 'y') }));
    return register(command({ options: many(2, (n) => text(`o${n}`, { choices })) }));
  },
} satisfies Breaks;
