import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { build, stop } from 'esbuild';

import { FACE_API_WEIGHTS, MODELS } from '../../vision/node/models.ts';

/** A file that the page takes, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

/** All that the page takes, in the memory of this process. */
export interface Assets {
  /** A hash over everything: under an address that holds it, nothing ever changes. */
  readonly version: string;
  /** By path, such as `fernet/model.json`. */
  readonly files: ReadonlyMap<string, Asset>;
  /** What comes to a device that takes all of it, in bytes. */
  readonly size: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
};

const BROWSER = join(import.meta.dirname, 'browser');
const WORKER = join(import.meta.dirname, 'worker');

/** The nets, as they stand in `models/`; the card and figures beside them stay here. */
const NETS = ['blazeface', 'face-or-not', 'fernet'];
const EXPRESSION_NET = 'face_expression_model';

const require = createRequire(import.meta.url);
const WASM = join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), 'tfjs-backend-wasm-simd.wasm');

let gathered: Promise<Assets> | undefined;

/** What the page takes. The first to ask waits a second for it; what went wrong is tried again for the next. */
export function assets(): Promise<Assets> {
  gathered ??= gatherAssets().catch((error: unknown) => {
    gathered = undefined;
    throw error;
  });
  return gathered;
}

/** Bundles the page's scripts and gathers the nets and the engine. */
async function gatherAssets(): Promise<Assets> {
  const bytes = new Map([...(await bundled()), ...(await nets()), [basename(WASM), await readFile(WASM)]]);
  const hash = createHash('sha256');
  const files = new Map<string, Asset>();
  for (const path of [...bytes.keys()].sort()) {
    const file = new Uint8Array(bytes.get(path) ?? []);
    hash.update(path).update(file);
    const gzipped = new Uint8Array(await promisify(gzip)(file));
    files.set(path, { type: TYPES[extname(path)] ?? '', bytes: file, gzipped });
  }
  return {
    version: hash.digest('base64url').slice(0, 16),
    files,
    size: [...files.values()].reduce((sum, { gzipped }) => sum + gzipped.byteLength, 0),
  };
}

async function bundled(): Promise<[path: string, bytes: Uint8Array][]> {
  const { outputFiles } = await build({
    entryPoints: [join(BROWSER, 'page.ts'), join(BROWSER, 'page.css'), join(WORKER, 'worker.ts')],
    outdir: BROWSER,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
    // Of TensorFlow.js what the nets run on, and no more; for us and for face-api the same.
    alias: {
      '@tensorflow/tfjs': join(WORKER, 'tensorflow.ts'),
      '@tensorflow/tfjs/dist/index.js': join(WORKER, 'tensorflow.ts'),
      '@tensorflow/tfjs-backend-webgl/dist/index.js': join(WORKER, 'nothing.ts'),
      '@tensorflow/tfjs-backend-wasm/dist/index.js': join(WORKER, 'nothing.ts'),
    },
  });
  // The bundler is a process of its own, which has nothing left to do.
  await stop();
  return outputFiles.map(({ path, contents }) => [basename(path), contents]);
}

async function nets(): Promise<[path: string, bytes: Uint8Array][]> {
  const ours = NETS.flatMap((net) =>
    ['model.json', 'weights.bin', ...(net === 'fernet' ? ['calibration.json', 'answer.json'] : [])].map(
      (name) => [`${net}/${name}`, join(MODELS, net, name)] as const,
    ),
  );
  const theirs = (await readdir(FACE_API_WEIGHTS))
    .filter((name) => name.startsWith(EXPRESSION_NET))
    .map((name) => [`face-api/${name}`, join(FACE_API_WEIGHTS, name)] as const);
  return Promise.all([...ours, ...theirs].map(async ([path, file]) => [path, await readFile(file)]));
}
