/** An emoji without its variation selectors and skin tones, which say nothing of how somebody feels. */
export function emojiKey(emoji: string): string {
  return emoji.replace(/[\uFE0E\uFE0F]|\p{EMod}/gu, '') || emoji;
}
