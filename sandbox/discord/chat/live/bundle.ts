import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's script, for a browser. In the built package the sources are JavaScript. */
const ENTRY = new URL(`./browser/main${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/** Makes one script of the page's sources. */
export async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(ENTRY)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    logLevel: 'silent',
    // The folder's own settings are for the type checker; nothing above it counts here.
    tsconfigRaw: {},
  });
  const [script] = outputFiles;
  if (!script) throw new Error('The page has no script');
  return script.contents;
}
