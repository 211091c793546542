// Run as a process of its own by choose-engine.ts: tries tfjs-node in a folder and prints TensorFlow's version.
import { z } from 'zod';

import { startEngine } from './engine.ts';

const withBinding = z.object({ binding: z.object({ TF_Version: z.string() }) });

const { tf } = await startEngine('tfjs-node', process.argv[2]);
process.stdout.write(withBinding.parse(tf.backend()).binding.TF_Version);
