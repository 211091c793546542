import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join, resolve } from 'node:path';

import * as tf from '@tensorflow/tfjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { EMOTIONS } from '../../src/domain/emotion.ts';
import type { Photo } from '../../src/domain/reading.ts';
import type { FoundFace } from '../../src/vision/core/find-faces.ts';
import { type ReadEmotions, readEmotions } from '../../src/vision/core/read-emotions.ts';
import { decodePhoto } from '../../src/vision/node/decode.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { ENGINE } from '../engine.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../web/chromium.ts';
import { sample } from './photos.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** TensorFlow.js as its packages bring it to browsers, face-api on that same one, and our own sources beside them. */
const PAGE = `<!doctype html>
<script src="/node_modules/@tensorflow/tfjs/dist/tf.min.js"></script>
<script src="/node_modules/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js"></script>
<script type="importmap">${JSON.stringify({
  imports: {
    zod: '/node_modules/zod/index.js',
    '@tensorflow/tfjs/dist/index.js': '/tfjs.js',
    '@tensorflow/tfjs-backend-webgl/dist/index.js': 'data:text/javascript,',
    '@tensorflow/tfjs-backend-wasm/dist/index.js': 'data:text/javascript,',
  },
})}</script>`;

/** The global TensorFlow.js as a module. */
const TFJS = `export const { ${Object.keys(tf)
  .filter((name) => /^\w+$/.test(name) && name !== 'default')
  .join(', ')} } = globalThis.tf;`;

/** Reads the faces as the bot does, in the browser, on one of its backends. */
const READ = `async ({ backend, photo, faces }) => {
  const { readEmotions } = await import('/src/vision/core/read-emotions.ts');
  const { calibrationShape } = await import('/src/vision/core/calibration.ts');
  tf.wasm.setWasmPaths('/node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  if (!(await tf.setBackend(backend))) throw new Error('no ' + backend);
  await tf.ready();
  const faceapi = await import('/node_modules/@vladmandic/face-api/dist/face-api.esm-nobundle.js');
  await faceapi.nets.faceExpressionNet.loadFromUri('/node_modules/@vladmandic/face-api/model');
  const graph = await tf.loadGraphModel('/models/fernet/model.json');
  const calibration = calibrationShape.parse(await (await fetch('/models/fernet/calibration.json')).json());
  const engine = { tf, faceapi, nets: { fernet: { graph, calibration } } };
  return readEmotions(engine, { ...photo, pixels: Uint8Array.from(photo.pixels) }, faces);
}`;

const readings = z.array(z.object({ emotions: z.record(z.enum(EMOTIONS), z.number()), sure: z.boolean() }));

/** Serves the repository's files on a free port; TypeScript without its types. */
async function startFiles(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    fileOf(path).then(
      (body) => response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

async function fileOf(path: string): Promise<string | Buffer> {
  if (path === '/') return PAGE;
  if (path === '/tfjs.js') return TFJS;
  const bytes = await readFile(join(ROOT, path));
  return path.endsWith('.ts') ? stripTypeScriptTypes(bytes.toString()) : bytes;
}

describe.skipIf(CHROMIUM === undefined)(
  `the emotion net in a browser${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  { timeout: 180_000 },
  () => {
    let browser: Browser;
    let server: Server;
    let page: Page;
    let photo: Photo;
    let here: readonly ReadEmotions[];

    const faces: readonly FoundFace[] = [
      { x: 182, y: 92, side: 64, tilt: 0.2 },
      { x: 300, y: 200, side: 90, tilt: 0 },
    ].map((crop) => ({ crop, score: 1, box: { x: crop.x, y: crop.y, width: crop.side, height: crop.side } }));

    beforeAll(async () => {
      photo = await decodePhoto(await sample(1));
      here = await readEmotions(await startEngine(ENGINE), photo, faces);
      const files = await startFiles();
      server = files.server;
      browser = await startChromium();
      page = await browser.newPage();
      await page.goto(files.url);
    });
    afterAll(async () => {
      await browser.close();
      server.close();
    });

    it.each(['wasm', 'webgl'])('reads the same faces the same way: on %s', async (backend) => {
      const sent = { backend, photo: { ...photo, pixels: [...photo.pixels] }, faces };
      const there = readings.parse(await page.evaluate(`(${READ})(${JSON.stringify(sent)})`));
      expect(there).toHaveLength(faces.length);
      for (const [index, { emotions, sure }] of here.entries()) {
        expect(there[index]?.sure).toBe(sure);
        for (const emotion of EMOTIONS)
          expect(Math.abs((there[index]?.emotions[emotion] ?? NaN) - emotions[emotion])).toBeLessThan(1e-3);
      }
    });
  },
);
