import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import english from '../data/languages/en.json' with { type: 'json' };
import { asMoodringError, ERROR_CODES, MoodringError } from '../src/errors.ts';

const SOURCE = join(import.meta.dirname, '..', 'src');

/** A `new MoodringError('code', { … })` in the source, with the names of its details. */
interface Thrown {
  readonly code: string;
  readonly details: readonly string[];
  readonly place: string;
}

function thrownIn(file: string, text: string): readonly Thrown[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Thrown[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'MoodringError') {
      const [code, details] = node.arguments ?? [];
      // A code or details that come from somewhere else were checked where they were written.
      if (code && ts.isStringLiteral(code) && (!details || ts.isObjectLiteralExpression(details)))
        found.push({
          code: code.text,
          details: details?.properties.flatMap(({ name }) => (name ? [name.getText(source)] : [])) ?? [],
          place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

async function allThrown(): Promise<readonly Thrown[]> {
  const found: Thrown[] = [];
  for await (const file of glob('**/*.ts', { cwd: SOURCE }))
    found.push(...thrownIn(file, await readFile(join(SOURCE, file), 'utf8')));
  return found;
}

function placeholdersOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);
}

describe('the catalogue of errors', () => {
  const sentences: Readonly<Record<string, string>> = english.error;

  it('has a sentence for every code, and no sentence too many', () => {
    expect(Object.keys(sentences).toSorted()).toEqual([...ERROR_CODES].toSorted());
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/^[A-Z{].+[.}]$/);
  });

  it('is given what each sentence mentions, wherever it is thrown', async () => {
    const thrown = await allThrown();
    // So that a search that finds nothing is not taken for one that finds nothing wrong.
    expect(thrown.length).toBeGreaterThan(20);
    expect(thrown.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['image-too-heavy', 'list-expired']),
    );
    const lacking = thrown.flatMap(({ code, details, place }) =>
      placeholdersOf(sentences[code] ?? '')
        .filter((name) => !details.includes(name))
        .map((name) => `${place}: ${code} without ${name}`),
    );
    expect(lacking).toEqual([]);
  });
});

describe('an error', () => {
  it('is kept where it is one of ours, and unexpected with its cause where it is not', () => {
    const ours = new MoodringError('busy');
    expect(asMoodringError(ours)).toBe(ours);
    const foreign = new TypeError('x is not a function');
    const wrapped = asMoodringError(foreign);
    expect(wrapped).toBeInstanceOf(MoodringError);
    expect(wrapped).toMatchObject({ code: 'unexpected', details: {}, cause: foreign });
    expect(asMoodringError('thrown text')).toMatchObject({ code: 'unexpected', cause: 'thrown text' });
  });

  it('has its code for a message, and a cause only where there is one', () => {
    const error = new MoodringError('image-too-small', { limit: 32 });
    expect(error.message).toBe('image-too-small');
    expect(error.details).toEqual({ limit: 32 });
    expect('cause' in error).toBe(false);
  });
});
