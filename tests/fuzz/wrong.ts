/** Something that must never happen to anyone. */
export class Wrong extends Error {
  override readonly name = 'Wrong';
}

/** @throws Wrong unless it is right */
export function must(right: boolean, otherwise: () => string): void {
  if (!right) throw new Wrong(otherwise());
}
