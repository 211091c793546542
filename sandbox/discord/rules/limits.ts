/** Discord's numbers, each with its unit in the name or beside it. */
export const LIMITS = {
  /** Milliseconds from an interaction to its first response. */
  firstResponseMs: 3_000,
  /** Milliseconds that an interaction's token stays good. */
  tokenMs: 15 * 60_000,
  /** Milliseconds that a signed CDN link stays good. */
  linkMs: 24 * 3_600_000,
  /** How many messages can be deleted at once, and how old in milliseconds they may be. */
  bulkDelete: 100,
  bulkDeleteMs: 14 * 24 * 3_600_000,

  /** Frames that a bot may send in a minute on one connection of the gateway. */
  gatewayFrames: 120,
  /** Bytes of what a bot says at once on the gateway. */
  gatewayBytes: 4_096,
  /** Members that the gateway lists to a bot which asks for some. */
  membersListed: 100,

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
  /** Characters of a link anywhere but on a button. */
  link: 2_048,

  nonce: 25,
  /** Milliseconds that an enforced nonce keeps a second message away ("the past few minutes"). */
  nonceMs: 3 * 60_000,
  allowedMentions: 100,

  files: 10,
  /** Bytes of a file that anybody may upload. */
  fileBytes: 10 * 1_024 * 1_024,
  /** Bytes of a file in a guild, by how far it is boosted. */
  boostedFileBytes: [10 * 1_024 * 1_024, 10 * 1_024 * 1_024, 50 * 1_024 * 1_024, 100 * 1_024 * 1_024],
  /** Bytes of a file of somebody with Nitro. */
  nitroFileBytes: 500 * 1_024 * 1_024,
  fileDescription: 1_024,
  /** Bytes of all files of one message together, unless a single one may be larger. */
  requestBytes: 25 * 1_024 * 1_024,

  rows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectOptionText: 100,
  placeholder: 150,
  /** Components of a message with components V2, inner ones counted. */
  components: 40,
  /** Characters of all texts of a message with components V2 together. */
  componentText: 4_000,
  sectionTexts: 3,
  galleryItems: 10,
  buttonLink: 512,

  modalTitle: 45,
  modalComponents: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4_000,
  textInputPlaceholder: 100,
  uploads: 10,
  groupOptions: 10,

  /** Messages on top of the first response of an application that only its user installed. */
  userInstalledFollowUps: 5,
  /** Messages listed at once. */
  messagesListed: 100,
  /** Different emojis under one message. */
  reactions: 20,

  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandChoices: 25,
  choiceText: 100,
  commandCharacters: 8_000,
  chatCommands: 100,
  contextCommands: 15,
  optionTextLength: 6_000,
  /** Commands created in a day, for everyone or in one guild. */
  commandCreations: 200,
} as const;
