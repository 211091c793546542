/** Discord's numbers, each with its unit in the name or beside it. */
export const LIMITS = {
  /** Milliseconds from an interaction to its first response. */
  firstResponseMs: 3_000,
  /** Milliseconds that an interaction's token stays good. */
  tokenMs: 15 * 60_000,
  /** Milliseconds that a signed CDN link stays good. */
  linkMs: 24 * 3_600_000,

  content: 2_000,
  embeds: 10,
  embedCharacters: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,

  files: 10,
  fileBytes: 10 * 1_024 * 1_024,
  fileDescription: 1_024,

  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectOptionText: 100,
  placeholder: 150,
  modalTitle: 45,

  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandChoices: 25,
  choiceText: 100,
  commandCharacters: 8_000,
  chatCommands: 100,
  contextCommands: 15,
} as const;
