import { expect, it } from 'vitest';

import { isSelfie, type SelfieEvidence } from '../../src/domain/selfie.ts';

const clear = { certainty: 0.99, height: 0.4 };
const hint = { certainty: 0.25, height: 0.1 };

const selfie: SelfieEvidence = {
  atFirst: [clear, hint],
  closeUp: [clear, hint],
  evenFace: 0.1,
  ground: 0.2,
  captions: 0,
};

it('is a photo with one clear face, which may fill the frame', () => {
  expect(isSelfie(selfie)).toBe(true);
  const filling = { certainty: 0.99, height: 1.1 };
  expect(isSelfie({ ...selfie, atFirst: [filling], closeUp: [filling] })).toBe(true);
});

it.each<[string, Partial<SelfieEvidence>]>([
  ['nobody at first', { atFirst: [] }],
  ['nobody from close up', { closeUp: [] }],
  ['a doubtful face', { atFirst: [{ ...clear, certainty: 0.89 }] }],
  ['a face that is doubtful from close up', { closeUp: [{ ...clear, certainty: 0.89 }] }],
  ['somebody in the distance', { closeUp: [{ ...clear, height: 0.14 }] }],
  ['somebody else', { closeUp: [clear, { certainty: 0.31, height: 0.1 }] }],
  ['a face of even patches', { evenFace: 0.6 }],
  ['a screen', { ground: 0.75 }],
  ['captions', { captions: 7 }],
])('is none with %s', (_, evidence) => {
  expect(isSelfie({ ...selfie, ...evidence })).toBe(false);
});
