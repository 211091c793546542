/** JSON as Discord gives it back: what was sent as null is not there. */
export const withoutNulls = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json, (_key, value: unknown) => value ?? undefined));
