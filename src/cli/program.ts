import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

import type { z } from 'zod';

import { errorText } from '../cards/error-card.ts';
import { wordsFor } from '../cards/words.ts';
import { MoodringError } from '../errors.ts';
import { describeError } from '../log.ts';
import { loadDotEnv } from '../settings.ts';

/** What a program found: as data that fits its contract, and as text for a terminal. */
export interface Outcome<T> {
  readonly json: T;
  readonly text: string;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** A program's words after its name, taken apart. */
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & { json: { type: 'boolean' } }; allowPositionals: true; strict: true }>
>;

export interface Program<O extends Options, T> {
  /** One line: what follows the program's name. */
  readonly usage: string;
  readonly options: O;
  /** The schema of what `--json` prints. */
  readonly contract: z.ZodType<T>;
  readonly run: (parsed: Parsed<O>) => Promise<Outcome<T>>;
}

/**
 * Runs a program: with `--json` exactly one JSON document on standard output, without it text for people; exit code
 * 0 when the work was done, 1 with the sentence for what went wrong.
 */
export async function runProgram<O extends Options, T>({
  usage,
  options,
  contract,
  run,
}: Program<O, T>): Promise<void> {
  const args = joinNegativeNumbers(process.argv.slice(2), options);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    loadDotEnv();
    const { json, text } = await run(parse(args, options, usage));
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(contract.parse(json))}\n` : text);
  } catch (cause) {
    const error = cause instanceof MoodringError ? cause : new MoodringError('failed', {}, cause);
    const message = errorText(error, wordsFor('en'));
    if (error.code === 'failed') process.stderr.write(`${JSON.stringify(describeError(error))}\n`);
    if (args.includes('--json'))
      process.stdout.write(`${JSON.stringify({ error: { code: error.code, message } })}\n`);
    else process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}

/** @throws MoodringError `usage` with the program's line of usage */
function parse<O extends Options>(args: string[], options: O, usage: string): Parsed<O> {
  try {
    return parseArgs({
      args,
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (cause) {
    throw new MoodringError('usage', { usage }, cause);
  }
}

/** `--valence -0.6` is a number to people, an option to `parseArgs`. */
function joinNegativeNumbers(args: readonly string[], options: Options): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const before = joined.at(-1) ?? '';
    const takesValue = before.startsWith('--') && options[before.slice(2)]?.type === 'string';
    return takesValue && /^-[\d.]/.test(arg)
      ? [...joined.slice(0, -1), `${before}=${arg}`]
      : [...joined, arg];
  }, []);
}

/**
 * A file that somebody named on the command line.
 * @throws MoodringError `file-unreadable` with its name
 */
export function readInput(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  });
}
