import { z } from 'zod';

const picture = z.object({ url: z.string() });

/** An embed as a bot sends it. Unknown keys are dropped, as Discord does. */
export const embedShape = z.object({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  timestamp: z.string().nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: z.string(), icon_url: z.string().nullish() }).nullish(),
  image: picture.nullish(),
  thumbnail: picture.nullish(),
  author: z.object({ name: z.string(), url: z.string().nullish(), icon_url: z.string().nullish() }).nullish(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().nullish() })).nullish(),
});

/** An embed as a bot sends it. */
export type Embed = z.infer<typeof embedShape>;
