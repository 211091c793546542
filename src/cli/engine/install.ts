import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { MoodringError } from '../../errors.ts';
import { probeNative } from '../../vision/node/choose-engine.ts';
import { NATIVE_FOLDER, NATIVE_OFFERED, tfjsNodeIn } from '../../vision/node/native.ts';

const TFJS_NODE = tfjsNodeIn(NATIVE_FOLDER);

/** TensorFlow for C++, as a part of its Python wheel. Any Python's wheel holds the same libraries; none is installed. */
const WHEEL = ['--python-version', '3.11', '--platform', 'manylinux_2_27_x86_64', 'tensorflow-cpu==2.21.0'];
const WHEEL_FILES = ['tensorflow/include/', 'tensorflow/libtensorflow_'];

/**
 * Installs tfjs-node into its folder: by its own download, and where that is blocked, built against the TensorFlow
 * in the tensorflow-cpu wheel.
 * @param tell told what is being done
 * @throws MoodringError `engine-not-installed`
 */
export async function installNative(tell: (line: string) => void): Promise<void> {
  if (!NATIVE_OFFERED)
    throw new MoodringError('engine-not-installed', { reason: 'it is for Linux on x64 only' });
  try {
    await install(tell);
  } catch (error) {
    // Half an engine would be tried, in vain, at every start.
    await rm(join(NATIVE_FOLDER, 'node_modules'), { recursive: true, force: true });
    throw error;
  }
}

async function install(tell: (line: string) => void): Promise<void> {
  tell('Installing the package…');
  await run('npm', ['ci', '--ignore-scripts'], NATIVE_FOLDER);
  tell('Downloading TensorFlow as tfjs-node does (about 100 MB)…');
  await run('npm', ['rebuild', '@tensorflow/tfjs-node'], NATIVE_FOLDER).catch(() => undefined);
  if ((await probeNative()).state === 'runs') return;
  tell('That is not possible here. Downloading TensorFlow for Python instead (270 MB)…');
  await buildAgainstWheel(tell);
  const native = await probeNative();
  if (native.state === 'fails') throw new MoodringError('engine-not-installed', { reason: native.reason });
}

async function buildAgainstWheel(tell: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-engine-'));
  try {
    await run('python3', ['-m', 'pip', 'download', '--no-deps', '--dest', folder, ...WHEEL], folder);
    await run('python3', ['-c', UNPACK, folder, ...WHEEL_FILES], folder);
    await putInPlace(join(folder, 'tensorflow'), join(TFJS_NODE, 'deps'));
    tell('Building the add-on against it…');
    await run('npm', ['run', 'build-addon-from-source'], TFJS_NODE);
    // Only the compiler needed them.
    await rm(join(TFJS_NODE, 'deps', 'include'), { recursive: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const UNPACK = `
import glob, sys, zipfile
folder, *wanted = sys.argv[1:]
with zipfile.ZipFile(glob.glob(folder + '/*.whl')[0]) as wheel:
    wheel.extractall(folder, [name for name in wheel.namelist() if name.startswith(tuple(wanted))])
`;

/** Lays the wheel's files out as the add-on's build and its loader look for them. */
async function putInPlace(tensorflow: string, deps: string): Promise<void> {
  await rm(deps, { recursive: true, force: true });
  await mkdir(join(deps, 'lib'), { recursive: true });
  await cp(join(tensorflow, 'include'), join(deps, 'include'), { recursive: true });
  for (const [library, linkedAs] of [
    ['libtensorflow_cc.so.2', 'libtensorflow.so'],
    ['libtensorflow_framework.so.2', 'libtensorflow_framework.so'],
  ] as const) {
    await cp(join(tensorflow, library), join(deps, 'lib', library));
    await symlink(library, join(deps, 'lib', linkedAs));
  }
}

/** @throws MoodringError `engine-not-installed` with the last line that speaks of an error */
async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  await promisify(execFile)(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 }).catch((cause: unknown) => {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '';
    const lines = said.split('\n').filter((line) => /error|no module|not found/i.test(line));
    const why = lines.at(-1)?.trim() ?? (cause instanceof Error ? cause.message : String(cause));
    throw new MoodringError('engine-not-installed', { reason: `${command} says “${why}”` }, cause);
  });
}
