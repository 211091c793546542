import { z } from 'zod';

const names = z.record(z.string(), z.string()).nullish();

/** Discord's numbers for the types of a command's option. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Discord's numbers for the types of a command. */
export const COMMAND = { slash: 1, user: 2, message: 3, entryPoint: 4 } as const;

/** Discord's numbers for where a command is used. */
export const CONTEXT = { guild: 0, botDm: 1, privateChannel: 2 } as const;

/** Discord's numbers for who installed the application. */
export const INSTALL = { guild: 0, user: 1 } as const;

/** An option of a command as a bot registers it. */
export const optionShape = z.object({
  type: z.int(),
  name: z.string(),
  name_localizations: names,
  description: z.string().nullish(),
  description_localizations: names,
  required: z.boolean().nullish(),
  choices: z
    .array(
      z.object({ name: z.string(), name_localizations: names, value: z.union([z.string(), z.number()]) }),
    )
    .nullish(),
  channel_types: z.array(z.int()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.int().nullish(),
  max_length: z.int().nullish(),
  autocomplete: z.boolean().nullish(),
  file_types: z.array(z.string()).nullish(),
  get options() {
    return z.array(optionShape).nullish();
  },
});

/** An option of a command. */
export type CommandOption = z.infer<typeof optionShape>;

/** A command as a bot registers it. */
export const commandShape = z.object({
  id: z.string().nullish(),
  type: z
    .int()
    .min(1)
    .max(4)
    .nullish()
    .transform((type) => type ?? COMMAND.slash),
  name: z.string(),
  name_localizations: names,
  description: z.string().nullish(),
  description_localizations: names,
  options: z.array(optionShape).nullish(),
  default_member_permissions: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((bits) => (bits === null || bits === undefined ? null : String(bits))),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  integration_types: z.array(z.int()).nullish(),
  contexts: z.array(z.int()).nullish(),
  handler: z.int().nullish(),
});

/** A command as a bot registers it. */
export type CommandForm = z.infer<typeof commandShape>;

/** A registered command, as the API lists it. */
export interface RegisteredCommand extends CommandForm {
  readonly id: string;
  readonly application_id: string;
  readonly guild_id?: string;
  readonly version: string;
}
