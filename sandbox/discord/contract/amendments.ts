/** A place where Discord's document and Discord itself differ, and what holds there. */
export interface Amendment {
  /** The names on the way to the schema, from `components.schemas` on. */
  readonly at: readonly string[];
  readonly schema: object;
}

/** A number of `most` at most, or the same as text. */
const numeral = (most: number): object => ({
  type: ['integer', 'string', 'null'],
  minimum: 0,
  maximum: most,
  pattern: '^[0-9]+$',
});

/**
 * What Discord takes or sends although its document says otherwise.
 *
 * Requests: "Our API accepts ints in string fields and strings in int fields"
 * (https://github.com/discord/discord-api-spec/issues/11). Only fields in which bots do so are named here.
 */
export const AMENDMENTS: readonly Amendment[] = [
  // Discord's reference and discord.js write permissions as text.
  ...[
    'ApplicationCommandCreateRequest',
    'ApplicationCommandUpdateRequest',
    'ApplicationCommandPatchRequestPartial',
  ].map((name) => ({ at: [name, 'properties', 'default_member_permissions'], schema: numeral(2 ** 54) })),
  // The reference's own example of an upload numbers its files: "attachments": [{ "id": 0 }].
  { at: ['MessageAttachmentRequest', 'properties', 'id'], schema: numeral(Number.MAX_SAFE_INTEGER) },
  // A form's faults have codes in words, such as BASE_TYPE_REQUIRED: the reference's "Error Messages".
  {
    at: ['InnerErrors', 'properties', '_errors', 'items'],
    schema: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' } },
      required: ['code', 'message'],
    },
  },
  // The reference gives `code` to some limits only and shows bodies without it.
  {
    at: ['RatelimitedResponse', 'allOf', '0'],
    schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
  },
];
