/** Something that passed between the bot and the sandbox and that Discord's OpenAPI does not allow, or a failure of the sandbox. */
export interface Violation {
  /** The operation or event, such as `POST /channels/{channel_id}/messages` or `MESSAGE_CREATE`. */
  readonly where: string;
  /** Which side of it: what the bot asked, what the sandbox answered, or what it told by itself. */
  readonly what: 'query' | 'request' | 'response' | 'event';
  /** The place in the JSON and what is wrong there: `/embeds/0/color must be integer, not "red"`. */
  readonly message: string;
}

/** Violations in plain lines, each said once. */
export function violationLines(violations: readonly Violation[]): string {
  const lines = violations.map(({ where, what, message }) => `${where}, ${what}: ${message}`);
  return [...new Set(lines)].join('\n');
}
