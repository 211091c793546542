import type { CloseName } from './gateway/close-codes.ts';
import type { ErrorName } from './rules/errors.ts';

/** What a bot meets when it breaks a rule. */
export type Consequence =
  /** The request is refused with this error. */
  | { readonly kind: 'refused'; readonly error: ErrorName }
  /** The gateway hangs up with this close code. */
  | { readonly kind: 'closed'; readonly close: CloseName }
  /** The gateway declares the session void (opcode 9): the bot has to identify anew. */
  | { readonly kind: 'session-void' }
  /** The CDN answers with this status. */
  | { readonly kind: 'no-file'; readonly status: 404 }
  /** The bot gets less than it hoped for: emptied fields, no event. */
  | { readonly kind: 'withheld' }
  /** The person reads this in place of an answer. */
  | { readonly kind: 'shown'; readonly text: string };

/** One rule of the platform: what it says, and what comes of breaking it. */
export interface Rule<C extends Consequence = Consequence> {
  readonly says: string;
  readonly then: C;
}

const rule = (
  says: string,
  error: ErrorName = 'invalidForm',
): Rule<{ kind: 'refused'; error: ErrorName }> => ({
  says,
  then: { kind: 'refused', error },
});
const hangsUp = (says: string, close: CloseName): Rule<{ kind: 'closed'; close: CloseName }> => ({
  says,
  then: { kind: 'closed', close },
});
const shows = (says: string, text: string): Rule<{ kind: 'shown'; text: string }> => ({
  says,
  then: { kind: 'shown', text },
});

/** Every rule of the platform that the sandbox enforces, by name. */
export const RULES = {
  // Requests
  'route-exists': rule('only documented routes answer', 'notFound'),
  authorized: rule('every call but those with a token in the path carries `Bot <token>`', 'unauthorized'),
  'json-parses': rule('a body is JSON, or multipart with payload_json', 'invalidJson'),
  'form-shape': rule('every field has the type that Discord documents'),
  'rate-limit': rule('no more calls than the bucket allows', 'rateLimited'),

  // What exists
  'application-known': rule('the application id is the bot’s own', 'unknownApplication'),
  'channel-known': rule('the channel exists', 'unknownChannel'),
  'guild-known': rule('the guild exists', 'unknownGuild'),
  'member-known': rule('the person is a member of the guild', 'unknownMember'),
  'user-known': rule('the user exists', 'unknownUser'),
  'message-known': rule('the message exists, was not deleted and can be seen here', 'unknownMessage'),
  'ephemeral-private': rule(
    'an ephemeral message is reached through its interaction only, never through its channel',
    'unknownMessage',
  ),
  'command-known': rule('the command is registered', 'unknownCommand'),

  // Interactions
  'respond-in-time': rule('the first response comes within 3 seconds', 'unknownInteraction'),
  'person-waits': shows('a person waits 3 seconds for the first response', 'The application did not respond'),
  'respond-once': rule('an interaction gets one first response', 'alreadyAcknowledged'),
  'interaction-known': rule('the interaction id and its token belong together', 'unknownInteraction'),
  'respond-before-follow-up': rule('follow-ups and edits come after the first response', 'unknownWebhook'),
  'token-in-time': rule('an interaction’s token is good for 15 minutes', 'invalidWebhookToken'),
  'token-known': rule('the token in the path was given out by an interaction', 'invalidWebhookToken'),
  'response-fits': rule('messages are updated by components only, modals do not open modals'),

  // Permissions
  'view-channel': rule('the bot may see the channel', 'missingAccess'),
  'send-messages': rule('the bot may write in the channel', 'missingPermissions'),
  'attach-files': rule('the bot may attach files in the channel', 'missingPermissions'),
  'manage-messages': rule(
    'only its author, or who manages messages, deletes a message',
    'missingPermissions',
  ),
  'own-messages': rule('the bot edits only its own messages', 'notTheAuthor'),

  // The gateway
  'token-right': hangsUp('a bot identifies with its token', 'authenticationFailed'),

  // Messages
  'message-not-empty': rule('a message has content, an embed, a file or a component', 'emptyMessage'),
  'content-length': rule('content has at most 2,000 characters'),
  'embed-count': rule('a message has at most 10 embeds'),
  'embed-total': rule('the embeds of a message have at most 6,000 characters in all'),
  'embed-not-empty': rule('an embed shows something'),
  'embed-title': rule('an embed’s title has at most 256 characters'),
  'embed-description': rule('an embed’s description has at most 4,096 characters'),
  'embed-fields': rule('an embed has at most 25 fields'),
  'embed-field-name': rule('a field’s name has 1 to 256 characters'),
  'embed-field-value': rule('a field’s value has 1 to 1,024 characters'),
  'embed-footer': rule('an embed’s footer has at most 2,048 characters'),
  'embed-author': rule('the name of an embed’s author has at most 256 characters'),
  'embed-url': rule('an embed’s links are http(s), its pictures http(s) or attachment://'),

  'file-count': rule('a message has at most 10 files'),
  'file-size': rule('a file has at most 10 MiB', 'tooLarge'),
  'file-described': rule('every attachment named in the payload is one that was sent or is already there'),

  // Components
  'row-count': rule('a message has at most 5 rows of components'),
  'row-shape': rule('a row holds 1 to 5 buttons, or one select and nothing else'),
  'component-kind': rule('a message holds rows of buttons and selects'),
  'components-v2': rule('components V2 are not supported by the sandbox yet'),
  'button-shape': rule('a button has a label or emoji, and a custom_id or, for links, a url'),
  'button-label': rule('a button’s label has at most 80 characters'),
  'custom-id-length': rule('a custom_id has 1 to 100 characters'),
  'custom-id-unique': rule('a custom_id occurs once in a message'),
  'select-options': rule('a select has 1 to 25 options with distinct values'),
  'select-option-text': rule('an option’s label, value and description have at most 100 characters'),
  'select-range': rule('a select’s min_values and max_values fit its options'),
  'placeholder-length': rule('a placeholder has at most 150 characters'),
  'modal-shape': rule('a modal has a title of 1 to 45 characters, a custom_id and 1 to 5 inputs'),

  // Commands
  'command-name': rule('a command’s or option’s name is lower case, 1 to 32 letters, digits, - or _'),
  'command-name-unique': rule('command names, and the options of a command, are distinct'),
  'command-description': rule('a slash command and its options have a description of 1 to 100 characters'),
  'command-options': rule('a command has at most 25 options'),
  'command-option-order': rule('required options come before optional ones'),
  'command-option-kind': rule('subcommands stand alone, and choices fit the option’s type'),
  'command-choices': rule('an option has at most 25 choices of 1 to 100 characters'),
  'command-count': rule('at most 100 slash commands and 15 of each context menu', 'tooManyCommands'),
  'command-size': rule('a command has at most 8,000 characters in all'),
} satisfies Record<string, Rule>;

/** The name of a rule in {@link RULES}. */
export type RuleName = keyof typeof RULES;

/** The name of a rule whose breaking is refused by the REST API. */
export type RefusalName = {
  [Name in RuleName]: (typeof RULES)[Name]['then']['kind'] extends 'refused' ? Name : never;
}[RuleName];
