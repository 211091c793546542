import { z } from 'zod';

const texts: z.ZodType<string[]> = z.union([
  z.string().transform((text) => [text]),
  z
    .record(
      z.string(),
      z.lazy(() => texts),
    )
    .transform((branch) => Object.values(branch).flat()),
]);

/**
 * Every sign that a picture may have to show in a language: those of its file without what stands in its gaps, and the
 * digits that come to stand there. Emojis are left out; pictures hold none.
 * @param words a language file as it was read
 */
export function lettersOf(words: unknown): ReadonlySet<string> {
  const said = texts
    .parse(words)
    .map((text) => text.replaceAll(/\{\{.*?\}\}/g, ''))
    .join('');
  return new Set(`${said}0123456789`.match(/[^\p{Extended_Pictographic}\p{Cc}]/gu));
}
