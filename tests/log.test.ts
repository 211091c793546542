import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MoodringError } from '../src/errors.ts';
import { describeError } from '../src/log.ts';

const run = promisify(execFile);

/** What must never stand in a log: a token, a path, a query, a body, a mood. */
const PRIVATE = ['aW50ZXJhY3Rpb24', 'webhooks', 'ex=6543', 'who is it', 'sombre'];

/** An error as discord.js throws it when Discord refuses an answer. */
function refusal(): DiscordAPIError {
  const url = 'https://discord.com/api/v10/webhooks/1/aW50ZXJhY3Rpb24?ex=6543';
  return new DiscordAPIError({ code: 10_062, message: 'Unknown interaction' }, 10_062, 404, 'POST', url, {
    body: { content: 'who is it', mood: 'sombre' },
    files: [],
  });
}

describe('an error in the log', () => {
  it('has its kind, message, status and stack, and nothing private', () => {
    const error = refusal();
    // All of it is on the error itself.
    for (const word of PRIVATE) expect(JSON.stringify([error, error.url])).toContain(word);
    const described = describeError(error);
    expect(described).toMatchObject({
      type: 'DiscordAPIError[10062]',
      message: 'Unknown interaction',
      status: 404,
    });
    expect(described['stack']).toContain('log.test.ts');
    for (const word of PRIVATE) expect(JSON.stringify(described)).not.toContain(word);
  });

  it('has no more than that of its causes', () => {
    const described = describeError(
      new Error('no photo', { cause: new MoodringError('photo-gone', { limit: 3 }, refusal()) }),
    );
    expect(described).toMatchObject({
      message: 'no photo',
      cause: {
        type: 'MoodringError',
        message: 'photo-gone',
        details: { limit: 3 },
        cause: { message: 'Unknown interaction', status: 404 },
      },
    });
    for (const word of PRIVATE) expect(JSON.stringify(described)).not.toContain(word);
  });

  it.each([
    ['https://cdn.discordapp.com/a/selfie.png?ex=6543', 'https://cdn.discordapp.com/…'],
    ['wss://gateway.example:443/?token=x', 'wss://gateway.example:443/…'],
    ['http://127.0.0.1:9000?token=x', 'http://127.0.0.1:9000/…'],
    ['https://example.org/a(b)c', 'https://example.org/…)c'],
  ])('names only the host of an address: %s', (address, kept) => {
    const { message, stack } = describeError(new Error(`could not fetch ${address} in time`));
    expect(message).toBe(`could not fetch ${kept} in time`);
    expect(stack).not.toContain(address);
  });

  it('is cut down too where something other than an error was thrown', () => {
    expect(describeError('lost https://example.org/secret')).toEqual({
      message: 'lost https://example.org/…',
    });
    expect(describeError(undefined)).toEqual({ message: 'undefined' });
  });
});

describe('the log', () => {
  /** What a program that logs this writes. */
  async function written(level: string, statement: string) {
    const url = new URL('../src/log.ts', import.meta.url).href;
    const script = `import { createLog } from '${url}'; const log = createLog('${level}');
      const error = Object.assign(new Error('no answer from https://example.org/secret'), { body: 'secret' });
      ${statement}`;
    return run(process.execPath, ['--input-type=module', '--eval', script]);
  }

  it('goes to standard error, an object a line, without the machine’s name', async () => {
    const { stdout, stderr } = await written('info', "log.info({ rows: 3 }, 'swept');");
    expect(stdout).toBe('');
    const line = z.record(z.string(), z.unknown()).parse(JSON.parse(stderr));
    expect(line).toMatchObject({ level: 30, rows: 3, msg: 'swept' });
    expect(Object.keys(line).toSorted()).toEqual(['level', 'msg', 'rows', 'time']);
  });

  it.each([
    "log.error({ err: error }, 'failed');",
    'log.error({ err: error });',
    'log.error(error);',
    "log.error(error, 'failed');",
  ])('keeps what is private out, however the error is given to it: %s', async (statement) => {
    const { stderr } = await written('info', statement);
    expect(stderr).toContain('no answer from https://example.org/…');
    expect(stderr).not.toContain('secret');
  });

  it('is silent below its level', async () => {
    const { stderr } = await written('warn', "log.info('hello'); log.warn('careful');");
    expect(stderr).not.toContain('hello');
    expect(stderr).toContain('careful');
  });
});
