import { MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { type ChosenEngine, chooseEngine, mayGetFaster } from '../../vision/node/choose-engine.ts';
import { engineContract } from '../contract.ts';
import { runProgram } from '../program.ts';
import { installNative } from './install.ts';

const USAGE = 'npm run engine -- [install] [--json]';
const INSTALL = 'npm run engine -- install';

await runProgram({
  usage: USAGE,
  options: {},
  contract: engineContract,
  run: async ({ positionals: [verb, ...more] }) => {
    if ((verb !== undefined && verb !== 'install') || more.length > 0)
      throw new MoodringError('usage', { usage: USAGE });
    if (verb === 'install') await installNative((line) => process.stderr.write(`${line}\n`));
    const wish = readSettings().engine;
    const engine = await chooseEngine(wish);
    const json = {
      engine: engine.name,
      forced: wish !== undefined,
      native: engine.native ?? null,
      install: mayGetFaster(engine) ? INSTALL : null,
    };
    return { json, text: `${textOf(engine)}\n` };
  },
});

function textOf({ name, native }: ChosenEngine): string {
  const runs = name === 'wasm' ? 'Photos are read on WebAssembly.' : 'Photos are read by tfjs-node.';
  switch (native?.state) {
    case 'runs':
      return `${runs} It runs on TensorFlow ${native.version} and passed its test.`;
    case 'absent':
      return `${runs} The faster engine, tfjs-node, is not installed: ${INSTALL}`;
    case 'fails':
      return `${runs} The faster engine, tfjs-node, does not run here: ${native.reason}\nTo install it anew: ${INSTALL}`;
    case 'not-offered':
      return `${runs} The faster engine, tfjs-node, is for Linux on x64 only.`;
    case undefined:
      return `${runs} ENGINE asks for it.`;
  }
}
