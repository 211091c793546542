import { expect, it } from 'vitest';

import wanted from '../../../engine/package.json' with { type: 'json' };
import locked from '../../../engine/package-lock.json' with { type: 'json' };
import ours from '../../../package-lock.json' with { type: 'json' };

it('tfjs-node is of the version of the TensorFlow.js that it joins', () => {
  const { version } = ours.packages['node_modules/@tensorflow/tfjs'];
  expect(wanted.dependencies['@tensorflow/tfjs-node']).toBe(version);
  expect(locked.packages['../node_modules/@tensorflow/tfjs'].version).toBe(version);
});
