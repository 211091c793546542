import type { Deed, Entry, State } from '../protocol.ts';
import { openMenu } from './menu.ts';
import type { MenuItem, MenuPlace } from './menu.ts';

const EMOJIS = ['👍', '❤️', '😂', '🎉', '😮', '😢'];

/** What the menu of a message needs of the page. */
export interface MessageMenuHost {
  readonly state: State | null;
  act(deed: Deed): void;
  /** Does what the bot answers. */
  run(deed: Deed): void;
  reply(): void;
  edit(): void;
}

/** Opens the menu of a message: what this person can do with it, and the bot's commands for it. */
export function openMessageMenu(entry: Entry, place: MenuPlace, host: MessageMenuHost): void {
  const { id, usable, words, removable } = entry;
  const edit: MenuItem = { label: 'Edit', icon: 'pen', run: () => host.edit() };
  const remove: MenuItem = {
    label: usable ? 'Delete' : 'Dismiss',
    icon: 'bin',
    danger: true,
    run: () => host.act({ do: 'remove', message: id }),
  };
  const items = [
    ...(usable ? usableItems(entry, host) : []),
    ...(words === null ? [] : [edit]),
    ...(removable ? [remove] : []),
  ];
  openMenu('Message', items, place);
}

function usableItems({ id }: Entry, host: MessageMenuHost): readonly MenuItem[] {
  const { onMessage = [], bot } = host.state ?? {};
  const apps = onMessage.map(({ name, label }): MenuItem => {
    return {
      ...{ label, about: bot?.name ?? '', tourName: `app:${name}` },
      run: () => host.run({ do: 'useOnMessage', command: name, message: id }),
    };
  });
  const reactions = EMOJIS.map((emoji): MenuItem => {
    return { label: emoji, run: () => host.act({ do: 'react', message: id, emoji }) };
  });
  return [
    { label: 'Add a reaction', icon: 'smile', more: reactions },
    { label: 'Reply', icon: 'reply', run: () => host.reply() },
    ...(apps.length > 0 ? [{ label: 'Apps', icon: 'plus', more: apps, tourName: 'apps' } as const] : []),
  ];
}
