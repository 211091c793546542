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
const voids = (says: string): Rule<{ kind: 'session-void' }> => ({ says, then: { kind: 'session-void' } });
const withholds = (says: string): Rule<{ kind: 'withheld' }> => ({ says, then: { kind: 'withheld' } });
const noFile = (says: string): Rule<{ kind: 'no-file'; status: 404 }> => ({
  says,
  then: { kind: 'no-file', status: 404 },
});
const shows = (says: string, text: string): Rule<{ kind: 'shown'; text: string }> => ({
  says,
  then: { kind: 'shown', text },
});

/** Every rule of the platform that the sandbox enforces, by name. */
export const RULES = {
  // Requests
  'route-exists': rule('only routes that Discord has answer, and here only those of the sandbox', 'notFound'),
  authorized: rule('every call but those with a token in the path carries `Bot <token>`', 'unauthorized'),
  'json-parses': rule('a body is JSON, or multipart with payload_json', 'invalidJson'),
  'form-shape': rule('every field has the type that Discord documents'),

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
  'bulk-count': rule('2 to 100 messages are deleted at once', 'badBulkCount'),
  'bulk-age': rule('messages of two weeks ago or more are deleted one by one', 'tooOldForBulk'),
  'bulk-guild': rule('nothing is deleted in bulk outside of guilds', 'notInDms'),
  'text-channel': rule('messages go into channels for them, not into categories or forums', 'nonTextChannel'),
  'thread-open': rule(
    'in an archived thread nothing changes; a post takes it up again, unless it is locked',
    'threadArchived',
  ),
  'thread-once': rule('a message starts one thread', 'threadExists'),
  'thread-place': rule('threads hang on text, announcement and forum channels', 'wrongChannelType'),
  'reply-known': rule('the message that is replied to is in the channel, or fail_if_not_exists is false'),
  'page-limit': rule('1 to 100 messages are listed at once'),
  'emoji-known': rule('a reaction is an emoji', 'unknownEmoji'),
  'reaction-count': rule('a message gets at most 20 different reactions', 'tooManyReactions'),
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
  'person-fails': shows('a person waits 3 seconds after a click', 'This interaction failed'),
  'person-types': shows('a person who types waits 3 seconds for choices', 'Loading options failed'),
  'autocomplete-choices': rule(
    'at most 25 choices are suggested, with names and texts of 1 to 100 characters that fit the option',
  ),
  'follow-up-count': rule(
    'an application that only its user installed sends at most 5 follow-ups',
    'tooManyFollowUps',
  ),
  'external-apps': withholds(
    'without Use External Apps, an application that only its user installed answers for that person alone',
  ),

  // Permissions
  'view-channel': rule('the bot may see the channel', 'missingAccess'),
  'send-messages': rule('the bot may write in the channel', 'missingPermissions'),
  'send-in-threads': rule('the bot may write in the channel’s threads', 'missingPermissions'),
  'attach-files': rule('the bot may attach files in the channel', 'missingPermissions'),
  'embed-links': rule('a message of nothing but embeds needs Embed Links', 'missingPermissions'),
  'embeds-beside-words': withholds('without Embed Links, embeds beside other content are dropped'),
  'read-history': rule('the bot may read the channel’s history to fetch or react', 'missingAccess'),
  'history-listed': withholds('without Read Message History, a channel lists no messages'),
  'reply-history': rule('a reply needs Read Message History', 'replyWithoutHistory'),
  'add-reactions': rule('the first reaction of its kind needs Add Reactions', 'missingPermissions'),
  'mention-everyone': withholds('@everyone pings nobody without Mention Everyone'),
  'hidden-channels': withholds('the bot hears nothing from channels that it may not see'),
  'create-threads': rule('the bot may open threads in the channel', 'missingPermissions'),
  'manage-threads': rule('only its owner, or who manages threads, changes a thread', 'missingPermissions'),
  'manage-channels': rule(
    'who deletes a channel manages channels, or threads for a thread',
    'missingPermissions',
  ),
  'dms-taken': rule('the person takes direct messages', 'cannotDm'),
  'mutual-guild': rule('the bot shares a guild with whom it writes to directly', 'noMutualGuild'),
  'guild-commands': rule(
    'a guild’s commands are registered by an application that is in it',
    'missingAccess',
  ),
  'manage-messages': rule(
    'only its author, or who manages messages, deletes a message or the reactions of others',
    'missingPermissions',
  ),
  'own-messages': rule('the bot edits only its own messages', 'notTheAuthor'),

  // Rate limits
  'rate-limit': rule('no more calls than the bucket allows', 'rateLimited'),
  'shared-rate-limit': rule('nor than all bots together may make of a resource', 'resourceRateLimited'),
  'global-rate-limit': rule('at most 50 calls a second, interactions apart', 'rateLimited'),
  'invalid-requests': rule('at most 10,000 calls in 10 minutes end in 401, 403 or 429', 'shutOut'),

  // The gateway
  'token-right': hangsUp('a bot identifies with its token', 'authenticationFailed'),
  'identified-first': hangsUp('a bot identifies or resumes before it asks for anything', 'notAuthenticated'),
  'identified-once': hangsUp('a bot identifies once on a connection', 'alreadyAuthenticated'),
  'identify-rate': voids('one session starts in 5 seconds for each bucket of shards'),
  'session-starts': hangsUp(
    'at most 1,000 sessions start in a day; then all end and the token is reset',
    'authenticationFailed',
  ),
  'frame-parses': hangsUp('what a bot says on the gateway is JSON of the documented form', 'decodeError'),
  'frame-size': hangsUp('nothing that a bot says is longer than 4,096 bytes', 'decodeError'),
  'frame-opcode': hangsUp('a bot says only what a client may say', 'unknownOpcode'),
  'frame-rate': hangsUp('at most 120 frames in 60 seconds on a connection', 'rateLimited'),
  'heart-beats': hangsUp('a bot’s heart beats as HELLO asks', 'sessionTimedOut'),
  'gateway-version': hangsUp('the connection asks for version 10', 'invalidVersion'),
  'shard-exists': hangsUp('a shard’s number lies below their count', 'invalidShard'),
  'shard-size': hangsUp('a shard has at most 2,500 guilds', 'shardingRequired'),
  'intents-exist': hangsUp('intents are bits that Discord knows', 'invalidIntents'),
  'intents-granted': hangsUp('privileged intents were granted before', 'disallowedIntents'),
  'resume-sequence': hangsUp('a bot resumes from a sequence number it was given', 'invalidSeq'),
  'resume-in-time': voids('a session is resumed before it times out'),
  'intent-for-events': withholds('events come to those only who asked for them with an intent'),
  'intent-for-content': withholds(
    'without MessageContent a message comes empty, unless it is the bot’s own, direct, or mentions it',
  ),
  'intent-for-presences': withholds('without GuildPresences a guild comes with no member but the bot'),
  'intent-for-ephemeral': withholds(
    'an ephemeral message comes as if it were direct: with DirectMessages only, and without its guild',
  ),
  'intent-for-members': withholds('the list of all members needs the GuildMembers intent'),

  // The CDN
  'link-signed': noFile('a link to a file carries its times and a signature'),
  'link-unforged': noFile('a link’s signature fits its file and its times'),
  'link-in-time': noFile('a link to a file is good for a day; a message asked for anew has a fresh one'),
  'file-of-message': noFile('a file is gone once its message is deleted'),
  'file-of-channel': noFile('a file is gone once its channel is deleted'),

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
  'embed-url': rule(
    'an embed’s links are http(s), its pictures http(s) or attachment://, of at most 2,048 characters',
  ),
  'embed-colour': rule('an embed’s colour is a number from 0 to 0xffffff'),
  'embed-timestamp': rule('an embed’s timestamp is in ISO 8601'),
  'embed-attached': withholds(
    'an embed shows nothing where its attachment:// link leads to no file of the message',
  ),
  'embeds-suppressed': withholds('with SUPPRESS_EMBEDS a message shows no embeds'),
  'nonce-length': rule('a nonce has at most 25 characters'),
  'nonce-enforced': withholds('a second message with an enforced nonce is the first one'),
  'mentions-kind': rule('allowed_mentions parses users, roles and everyone, nothing else'),
  'mentions-count': rule('allowed_mentions names at most 100 users and 100 roles'),
  'mentions-exclusive': rule('allowed_mentions parses users or roles, or names them, not both'),
  'mentions-allowed': withholds('nobody is pinged whom allowed_mentions leaves out'),
  'ephemeral-answers': withholds('only answers to interactions are ephemeral'),
  simulated: rule('polls, stickers, forwards and changes of channels are not part of the sandbox'),

  'file-count': rule('a message has at most 10 files, old ones counted', 'tooManyFiles'),
  'file-size': rule(
    'a file is as large as the guild’s boosts or the interaction allow, or 10 MiB',
    'tooLarge',
  ),
  'request-size': rule('the files of a message have at most 25 MiB together', 'tooLarge'),
  'file-described': rule('every attachment named in the payload is one that was sent or is already there'),
  'file-description': rule('the description of a file has at most 1,024 characters'),
  'files-kept': withholds('an edit that lists attachments drops all others'),

  // Components
  'row-count': rule('a message has at most 5 rows of components'),
  'row-shape': rule('a row holds 1 to 5 buttons, or one select and nothing else'),
  'component-kind': rule('each component stands where its kind may stand'),
  'component-id-unique': rule('a component’s number occurs once in a message or form'),
  'button-shape': rule(
    'a button has a label or emoji and a custom_id, a url if it links, or a SKU if it sells',
  ),
  'button-label': rule('a button’s label has at most 80 characters'),
  'button-url': rule('a button links to http(s) or discord:// in at most 512 characters'),
  'component-emoji': rule('an emoji is a unicode emoji, or one of a guild by its id'),
  'custom-id-length': rule('a custom_id has 1 to 100 characters'),
  'custom-id-unique': rule('a custom_id occurs once in a message or form'),
  'select-options': rule('a select has 1 to 25 options with distinct values'),
  'select-option-text': rule('an option’s label, value and description have at most 100 characters'),
  'select-range': rule('a select’s min_values and max_values fit each other and its options'),
  'select-defaults': rule('a select starts with as many picks as it takes, and of its own kind'),
  'select-channel-types': rule('a select of channels names kinds of channels that exist'),
  'placeholder-length': rule('a placeholder has at most 150 characters'),

  // Components V2
  'v2-flag': rule('containers, sections, texts and the like need the flag IS_COMPONENTS_V2'),
  'v2-alone': rule('a message with IS_COMPONENTS_V2 has neither content nor embeds'),
  'v2-for-good': rule('a message keeps IS_COMPONENTS_V2: no edit brings content or embeds back'),
  'v2-count': rule('a message has at most 40 components, inner ones counted'),
  'v2-text-total': rule('the texts of a message have at most 4,000 characters together'),
  'v2-files-shown': withholds('a file that no component of a V2 message shows is seen by nobody'),
  'container-shape': rule('a container holds at least one component, its accent is 0 to 0xffffff'),
  'section-shape': rule('a section has 1 to 3 texts beside a button or a thumbnail'),
  'text-length': rule('a text has 1 to 4,000 characters'),
  'gallery-items': rule('a gallery has 1 to 10 items'),
  'media-link': rule('a picture is http(s) or attachment://, in at most 2,048 characters'),
  'media-attached': rule('a file that a component shows by attachment:// is on the message'),
  'media-description': rule('the description of a picture has at most 1,024 characters'),
  'file-attached': rule('a file component shows a file of the message by attachment://'),
  'separator-spacing': rule('a separator is small (1) or large (2)'),

  // Forms
  'modal-shape': rule('a modal has a title of 1 to 45 characters, a custom_id and 1 to 5 parts'),
  'modal-parts': rule('a modal holds texts, labels with one input each, and rows with one text input'),
  'label-shape': rule(
    'a label has 1 to 45 characters, its description at most 100, its input none of its own',
  ),
  'text-input-shape': rule(
    'a text input takes up to 4,000 characters, its placeholder 100, and its value fits',
  ),
  'input-enabled': rule('no select in a modal is disabled'),
  'upload-range': rule('an upload takes 0 to 10 files'),
  'group-options': rule('a group has 2 (radio) or 1 (checkboxes) to 10 options with distinct values'),

  // Commands
  'command-name': rule(
    'the name of a slash command or option is lower case, 1 to 32 letters, digits, - or _',
  ),
  'command-name-unique': rule('command names, and the options of a command, are distinct'),
  'command-description': rule('a slash command and its options have a description of 1 to 100 characters'),
  'command-options': rule('a command has at most 25 options'),
  'command-option-order': rule('required options come before optional ones'),
  'command-option-kind': rule('subcommands stand alone, and choices fit the option’s type'),
  'command-option-type': rule('an option is of type 1 to 11, and only channels have channel_types'),
  'command-option-range': rule('an option’s least and most fit its type and each other'),
  'command-nesting': rule('groups hold subcommands, subcommands hold options, and no deeper'),
  'command-autocomplete': rule('text and numbers suggest choices, or have fixed ones, not both'),
  'command-locale': rule('words are translated into languages that Discord knows'),
  'command-context': rule('contexts and integration_types are known, distinct and at least one'),
  'command-permissions': rule('default_member_permissions is a set of permission bits'),
  'command-handler': rule('only the command that opens an activity has a handler'),
  'command-creations': rule('at most 200 commands are created a day', 'tooManyCreations'),
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
