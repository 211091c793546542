import { z } from 'zod';
import { attachedName } from './file-name.ts';

const picture = z.object({ url: z.string() });

/** An embed as a bot sends it. Unknown keys are dropped, as Discord does. */
export const embedShape = z.object({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  timestamp: z.string().nullish(),
  color: z.int().nullish(),
  footer: z.object({ text: z.string(), icon_url: z.string().nullish() }).nullish(),
  image: picture.nullish(),
  thumbnail: picture.nullish(),
  author: z.object({ name: z.string(), url: z.string().nullish(), icon_url: z.string().nullish() }).nullish(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().nullish() })).nullish(),
});

/** An embed as a bot sends it. */
export type Embed = z.infer<typeof embedShape>;

/** The embed as Discord keeps it: blanks around its texts do not count. */
export function trimmed(embed: Embed): Embed {
  const { title, description, footer, author, fields } = embed;
  return {
    ...embed,
    ...(title ? { title: title.trim() } : {}),
    ...(description ? { description: description.trim() } : {}),
    ...(footer ? { footer: { ...footer, text: footer.text.trim() } } : {}),
    ...(author ? { author: { ...author, name: author.name.trim() } } : {}),
    ...(fields
      ? { fields: fields.map((it) => ({ ...it, name: it.name.trim(), value: it.value.trim() })) }
      : {}),
  };
}

/** The embed without the pictures whose `attachment://` link leads to none of these files: Discord shows nothing there. */
export function withPictures(embed: Embed, names: readonly string[]): Embed {
  const { image, thumbnail, footer, author } = embed;
  const isMissing = (url: string | null | undefined): boolean => {
    const name = attachedName(url);
    return name !== undefined && !names.includes(name);
  };
  return {
    ...embed,
    ...(isMissing(image?.url) ? { image: null } : {}),
    ...(isMissing(thumbnail?.url) ? { thumbnail: null } : {}),
    ...(footer && isMissing(footer.icon_url) ? { footer: { ...footer, icon_url: null } } : {}),
    ...(author && isMissing(author.icon_url) ? { author: { ...author, icon_url: null } } : {}),
  };
}
