import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { answerShape } from '../../src/vision/core/fernet.ts';
import { selfTest } from '../../src/vision/core/self-test.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { loadNet } from '../../src/vision/node/nets.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PYTHON = resolve(ROOT, process.env['PYTHON'] ?? 'var/venv/bin/python');
const NEEDS_PYTHON = 'skipped without var/venv: training/README.md says how to make it';

describe.skipIf(!existsSync(PYTHON))(`the recipe in small (${NEEDS_PYTHON})`, { timeout: 300_000 }, () => {
  let out: string;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'moodring-training-'));
    await promisify(execFile)('training/smoke.sh', [out], { cwd: ROOT, env: { ...process.env, PYTHON } });
  }, 300_000);
  afterAll(() => rm(out, { recursive: true }));

  it.each(['fernet', 'vgg'])('exports a net that says what PyTorch says: %s', async (name) => {
    const engine = await startEngine('wasm');
    const answer = answerShape.parse(JSON.parse(await readFile(join(out, name, 'answer.json'), 'utf8')));
    expect(Math.max(...answer.labels) - Math.min(...answer.labels)).toBeGreaterThan(0.01);
    const exported = { ...engine.nets.fernet, graph: await loadNet(name, out), answer };
    await selfTest({ ...engine, nets: { ...engine.nets, fernet: exported } });
    await expect(
      selfTest({
        ...engine,
        nets: { ...engine.nets, fernet: { ...exported, answer: engine.nets.fernet.answer } },
      }),
    ).rejects.toThrow('wrongly');
  });

  it('writes the same bytes for the same net', async () => {
    const file = (name: string): Promise<Buffer> => readFile(join(out, name));
    await promisify(execFile)(
      PYTHON,
      ['-m', 'training.export', join(out, 'runs/fernet'), join(out, 'again')],
      {
        cwd: ROOT,
      },
    );
    for (const name of ['weights.bin', 'model.json', 'answer.json'])
      expect((await file(join('again', name))).equals(await file(join('fernet', name)))).toBe(true);
  });
});
