import { z } from 'zod';

import { BUTTONS } from '../../src/cards/custom-ids.ts';
import { type Done, isExcused } from './answers.ts';
import type { Game, Person } from './game.ts';
import type { Subject } from './subject.ts';
import { must } from './wrong.ts';

const logLine = z.object({ level: z.number(), msg: z.string() });

const ERROR = 50;

/** What is looked at beside the answers: Discord's refusals, the photos fetched, the bot's log and life. */
export class Watch {
  readonly #subject: Subject;
  readonly #excused = new Set<string>();
  #unanswered = 0;
  #died: Error | undefined;
  #seen: { refusals: number; downloads: number; lines: number };

  constructor(subject: Subject) {
    const { discord, log } = subject;
    this.#subject = subject;
    this.#seen = {
      refusals: discord.refusals.length,
      downloads: discord.downloads.length,
      lines: log.length,
    };
    subject.ended.catch((error: unknown) => (this.#died = new Error(String(error))));
  }

  /**
   * Looks at what is new.
   * @param agreed who had agreed before all that was done
   * @throws Wrong
   */
  look(game: Game, all: readonly Done[], agreed: ReadonlySet<Person>): void {
    must(this.#died === undefined, () => `the bot ended: ${this.#died?.message}`);
    for (const { use } of all) if (use && isExcused(use)) this.#excused.add(use.interaction.token);
    this.#lookAtRefusals(game, all);
    this.#lookAtDownloads(game, all, agreed);
    this.#lookAtLog();
    const { violations } = this.#subject.discord;
    must(violations.length === 0, () => `not as Discord documents it: ${JSON.stringify(violations[0])}`);
  }

  #lookAtRefusals(game: Game, all: readonly Done[]): void {
    const { refusals } = this.#subject.discord;
    const answersGone = all.flatMap(({ use }) => {
      const { answer, token } = use?.interaction ?? {};
      return answer?.kind === 'message' && game.removed.has(answer.message.id) ? [token ?? ''] : [];
    });
    for (const { rule, path, method, body } of refusals.slice(this.#seen.refusals)) {
      const [, token = ''] = /\/(?:webhooks|interactions)\/\d+\/([^/]+)/.exec(path) ?? [];
      const right =
        (rule === 'channel-known' && this.#excused.has(token)) ||
        (['message-known', 'respond-in-time'].includes(rule) && this.#excused.has(token)) ||
        (rule === 'message-known' && (answersGone.includes(token) || game.ways.get(token)?.deleted === true));
      must(right, () => `Discord refused ${method} ${path}: ${rule} ${JSON.stringify(body)}`);
    }
    this.#seen.refusals = refusals.length;
  }

  #lookAtDownloads(game: Game, all: readonly Done[], agreed: ReadonlySet<Person>): void {
    const { downloads } = this.#subject.discord;
    const agreeing = all.flatMap(({ deed }) => (deed.button === BUTTONS.consentAgree ? [deed.by] : []));
    for (const name of downloads.slice(this.#seen.downloads)) {
      const photo = game.files.get(name);
      must(photo?.asked ?? false, () => `${name} was fetched although nobody asked to have it read`);
      const may = photo && (agreed.has(photo.owner) || agreeing.includes(photo.owner));
      must(may ?? false, () => `${name} was fetched although ${photo?.owner.name} had not agreed`);
    }
    this.#seen.downloads = downloads.length;
  }

  #lookAtLog(): void {
    const { log } = this.#subject;
    for (const line of log.slice(this.#seen.lines)) {
      const entry = parsed(line);
      must(entry !== undefined && entry.level < ERROR, () => `the bot logged ${line}`);
      must(!/unhandled/i.test(line), () => `the bot logged ${line}`);
      if (entry?.msg === 'could not be answered') this.#unanswered += 1;
      must(this.#unanswered <= this.#excused.size, () => `the bot gave up without a reason: ${line}`);
    }
    this.#seen.lines = log.length;
  }
}

function parsed(line: string): z.infer<typeof logLine> | undefined {
  try {
    return logLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
