import type { Choice, Offer } from '../protocol.ts';
import { ListBox } from './list-box.ts';

/** Shows what can be picked in a select. Several picks are sent when the list closes, one at once. */
export function openSelect(
  anchor: HTMLElement,
  label: string,
  { least, most, choices }: Offer,
  send: (picks: string[]) => void,
): void {
  const before = choices.filter((it) => it.chosen).map((it) => it.value);
  let picked = [...before];
  const several = most > 1;
  const shown = (): Choice[] => choices.map((it) => ({ ...it, chosen: picked.includes(it.value) }));
  const toggle = ({ value }: Choice): void => {
    const isIn = picked.includes(value);
    if (!several) {
      picked = isIn && least === 0 ? [] : [value];
      box.hide();
      return;
    }
    if (isIn) picked = picked.filter((it) => it !== value);
    else if (picked.length < most) picked.push(value);
    box.show(shown(), {
      at: choices.findIndex((it) => it.value === value),
      title: titleOf(picked.length, most),
    });
  };
  const box = new ListBox({
    ...{ label, anchor, several },
    onPick: toggle,
    onClose: () => {
      anchor.focus();
      const isSame = picked.length === before.length && picked.every((it) => before.includes(it));
      if (!isSame) send(picked);
    },
    tourName: (choice) => `pick:${choice.label}`,
  });
  const first = choices.findIndex((it) => it.chosen);
  box.show(shown(), { at: Math.max(0, first), ...(several ? { title: titleOf(picked.length, most) } : {}) });
}

const titleOf = (picked: number, most: number): string => `${picked} of ${most}: sent when the list closes`;
