import { tmpdir } from 'node:os';

import { describe, expect, it } from 'vitest';

import { MoodringError } from '../../../src/errors.ts';
import { chooseEngine, mayGetFaster, probeNative } from '../../../src/vision/node/choose-engine.ts';
import { NATIVE_OFFERED } from '../../../src/vision/node/native.ts';
import { fakeNative, RIGHT, WRONG } from './fake-native.ts';

const NOWHERE = tmpdir();

describe('the engine', () => {
  it('is tfjs-node where that runs and computes what it should', async () => {
    const folder = await fakeNative(RIGHT);
    const engine = await chooseEngine(undefined, folder);
    expect(engine).toEqual({ name: 'tfjs-node', native: { state: 'runs', version: '0.1.2' } });
    expect(mayGetFaster(engine)).toBe(false);
    expect(await chooseEngine('tfjs-node', folder)).toEqual(engine);
  });

  it('is WebAssembly where tfjs-node is not installed', async () => {
    const engine = await chooseEngine(undefined, NOWHERE);
    expect(engine).toEqual({
      name: 'wasm',
      native: { state: NATIVE_OFFERED ? 'absent' : 'not-offered' },
    });
    expect(mayGetFaster(engine)).toBe(NATIVE_OFFERED);
  });

  it('is WebAssembly where that is asked for, and nothing is tried', async () => {
    const folder = await fakeNative(RIGHT);
    expect(await chooseEngine('wasm', folder)).toEqual({ name: 'wasm', native: undefined });
  });

  it('is WebAssembly where tfjs-node computes something else', async () => {
    const { name, native } = await chooseEngine(undefined, await fakeNative(WRONG));
    expect(name).toBe('wasm');
    expect(native).toMatchObject({
      state: 'fails',
      reason: expect.stringContaining('reads the test pattern wrongly') as unknown,
    });
  });

  it('is WebAssembly where tfjs-node takes its process down', async () => {
    expect(await chooseEngine(undefined, await fakeNative('process.abort();'))).toEqual({
      name: 'wasm',
      native: { state: 'fails', reason: 'its process ended by SIGABRT' },
    });
  });

  it('is never one that was not asked for', async () => {
    await expect(chooseEngine('tfjs-node', NOWHERE)).rejects.toMatchObject({ code: 'engine-not-loadable' });
    const broken = await fakeNative("throw new Error('libtensorflow.so: cannot open shared object file');");
    await expect(chooseEngine('tfjs-node', broken)).rejects.toEqual(
      new MoodringError('engine-not-loadable', {
        reason: 'Error: libtensorflow.so: cannot open shared object file',
      }),
    );
  });
});

it('is told apart: a tfjs-node that is not there, and one that fails', async () => {
  expect(await probeNative(await fakeNative(''))).toMatchObject({ state: 'fails' });
  expect(await probeNative(NOWHERE)).not.toMatchObject({ state: 'fails' });
});
