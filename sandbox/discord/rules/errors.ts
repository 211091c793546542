/** Discord's JSON errors: the HTTP status, the code and the words that come with it. */
export const ERRORS = {
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  notFound: { status: 404, code: 0, message: '404: Not Found' },
  rateLimited: { status: 429, code: 0, message: 'You are being rate limited.' },
  resourceRateLimited: { status: 429, code: 0, message: 'The resource is being rate limited.' },
  shutOut: { status: 429, code: 0, message: 'error code: 1015' },
  unknownApplication: { status: 404, code: 10002, message: 'Unknown Application' },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMember: { status: 404, code: 10007, message: 'Unknown Member' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownUser: { status: 404, code: 10013, message: 'Unknown User' },
  unknownEmoji: { status: 400, code: 10014, message: 'Unknown Emoji' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  unknownCommand: { status: 404, code: 10063, message: 'Unknown application command' },
  tooManyFiles: {
    status: 400,
    code: 30015,
    message: 'Maximum number of attachments in a message reached (10)',
  },
  tooManyCommands: { status: 400, code: 30032, message: 'Maximum number of application commands reached' },
  tooManyReactions: { status: 403, code: 30010, message: 'Maximum number of reactions reached (20)' },
  tooManyCreations: {
    status: 400,
    code: 30034,
    message: 'Max number of daily application command creates has been reached (200)',
  },
  tooLarge: { status: 413, code: 40005, message: 'Request entity too large' },
  alreadyAcknowledged: {
    status: 400,
    code: 40060,
    message: 'Interaction has already been acknowledged.',
  },
  tooManyFollowUps: {
    status: 400,
    code: 40094,
    message: 'This interaction has hit the maximum number of follow up messages',
  },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  notInDms: { status: 403, code: 50003, message: 'Cannot execute action on a DM channel' },
  notTheAuthor: { status: 403, code: 50005, message: 'Cannot edit a message authored by another user' },
  emptyMessage: { status: 400, code: 50006, message: 'Cannot send an empty message' },
  cannotDm: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  nonTextChannel: { status: 400, code: 50008, message: 'Cannot send messages in a non-text channel' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  badBulkCount: {
    status: 400,
    code: 50016,
    message:
      'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.',
  },
  wrongChannelType: {
    status: 400,
    code: 50024,
    message: 'Cannot execute action on this channel type',
  },
  invalidWebhookToken: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  tooOldForBulk: {
    status: 400,
    code: 50034,
    message: 'You can only bulk delete messages that are under 14 days old.',
  },
  invalidForm: { status: 400, code: 50035, message: 'Invalid Form Body' },
  threadArchived: { status: 400, code: 50083, message: 'Thread is archived' },
  invalidJson: {
    status: 400,
    code: 50109,
    message: 'The request body contains invalid JSON.',
  },
  noMutualGuild: { status: 403, code: 50278, message: 'Cannot send messages to this user' },
  replyWithoutHistory: {
    status: 403,
    code: 160002,
    message: 'Cannot reply without permission to read message history',
  },
  threadExists: {
    status: 400,
    code: 160004,
    message: 'A thread has already been created for this message',
  },
} as const;

/** The name of an error in {@link ERRORS}. */
export type ErrorName = keyof typeof ERRORS;
