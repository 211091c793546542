import { z } from 'zod';
import { componentShape } from './component.ts';
import { embedShape, trimmed } from './embed.ts';

/** A message's flags that the sandbox knows. */
export const FLAG = {
  suppressEmbeds: 4,
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4_096,
  componentsV2: 32_768,
} as const;

/** Whether the flags let a message consist of components alone. */
export const isV2 = (flags: number | null | undefined): boolean => ((flags ?? 0) & FLAG.componentsV2) !== 0;

/** A message as a bot sends it, to create or to edit one. */
export const payloadShape = z.object({
  content: z.string().nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([z.string(), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  embeds: z.array(embedShape).nullish(),
  components: z.array(componentShape).nullish(),
  flags: z.int().nullish(),
  allowed_mentions: z
    .object({
      parse: z.array(z.string()).nullish(),
      users: z.array(z.string()).nullish(),
      roles: z.array(z.string()).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
  message_reference: z
    .object({
      type: z.int().nullish(),
      message_id: z.string(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
  attachments: z
    .array(
      z.object({
        id: z.union([z.string(), z.int()]).transform(String),
        filename: z.string().nullish(),
        description: z.string().nullish(),
      }),
    )
    .nullish(),
  sticker_ids: z.array(z.string()).nullish(),
  poll: z.looseObject({}).nullish(),
});

/** A message as a bot sends it. */
export type Payload = z.infer<typeof payloadShape>;

/** The message as Discord keeps it: blanks around its texts do not count. */
export const normal = (payload: Payload): Payload => ({
  ...payload,
  ...(payload.content ? { content: payload.content.trim() } : {}),
  ...(payload.embeds ? { embeds: payload.embeds.map(trimmed) } : {}),
});

/** A file that came with a payload; `key` is the number in its `files[n]`. */
export interface SentFile {
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A payload together with its files, exactly as the bot sent them. */
export interface Sent {
  readonly payload: Payload;
  readonly files: readonly SentFile[];
}

const modalShape = z.object({
  title: z.string(),
  custom_id: z.string(),
  components: z.array(componentShape),
});

/** A form that a bot asks a person to fill in. */
export type ModalForm = z.infer<typeof modalShape>;

const choicesShape = z.object({
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })),
});

/** The first response to an interaction, by its type. */
export const callbackShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal(4), data: payloadShape }),
  z.object({ type: z.literal(5), data: z.object({ flags: z.int().nullish() }).nullish() }),
  z.object({ type: z.literal(6) }),
  z.object({ type: z.literal(7), data: payloadShape }),
  z.object({ type: z.literal(8), data: choicesShape }),
  z.object({ type: z.literal(9), data: modalShape }),
]);

/** The first response to an interaction. */
export type Callback = z.infer<typeof callbackShape>;
