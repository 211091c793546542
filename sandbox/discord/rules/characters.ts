/**
 * The characters of a text as Discord counts them: code points, so that an emoji beyond the first plane is one.
 * Source: https://github.com/discord/discord-api-docs/issues/1315.
 */
export const charactersIn = (text: string): number => Array.from(text).length;
