import type { RuleName } from '../../../sandbox/discord/index.ts';
import type { Scene } from '../scene.ts';

/**
 * Breaks one rule and no other. Where its consequence is not a refusal, it resolves to what the bot or the person met:
 * the close code, the opcode, the CDN's status, the text, or how much arrived of what is withheld.
 */
export type Break = (scene: Scene) => Promise<unknown>;

/** Some breaks by the names of their rules. */
export type Breaks = Partial<Readonly<Record<RuleName, Break>>>;
