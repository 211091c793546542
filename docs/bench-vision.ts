import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { format, resolveConfig } from 'prettier';
import { z } from 'zod';

import { chartOf } from '../bench/vision/chart.ts';
import { tablesOf } from '../bench/vision/tables.ts';
import { benchContract } from '../src/cli/contract.ts';

// docs/bench-vision.md and its picture, from what `npm run -s bench -- vision --json` printed into the file named here.

const file = z.string().parse(process.argv[2]);
const { machine, rows } = benchContract.parse(JSON.parse(await readFile(file, 'utf8')));
const { cpu, cores, memoryGb, node } = machine;
const day = (await stat(file)).mtime.toISOString().slice(0, 10);
const page = resolve(import.meta.dirname, 'bench-vision.md');

const text = `# Reading faces, beside others

What \`npm run bench -- vision\` measured on ${day}: ${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}.
Times hold for that machine; the ratios travel better. This page is written by \`docs/bench-vision.ts\`.

![Bars: time, mistakes and memory of every system on every engine](bench-vision.svg)

Each system reads the same photos, from their bytes to the reading, in a process of its own with one thread. They take
turns photo by photo, each time another one first. A time is the median over the photos; the number in brackets is ours
divided by theirs, in the same run. Of mistakes, fewer is better; a missed face counts as a wrong emotion. Peak memory
is that of the whole process.

${tablesOf(rows)}

## Who is compared

- **Moodring**: what a worker of the bot does with a photo, on its main thread.
- **face-api, Tiny and SSD**: [@vladmandic/face-api](https://www.npmjs.com/package/@vladmandic/face-api), the chain of
  its tutorial for a single face: detector (TinyFaceDetector at 416, or SSD MobileNet), 68 landmarks, expressions; both
  detectors at a threshold of 0.4, which finds more faces than its own 0.5.
- **human**: [@vladmandic/human](https://www.npmjs.com/package/@vladmandic/human) with its defaults for the detector
  (BlazeFace from 0.2 on) and the emotion net, everything else and its cache switched off. From 0.6 on it has 12 false
  alarms instead of 99, and misses 5 hard faces.
- **Haar + CNN**: how many projects of this kind begin. OpenCV's frontal cascade
  ([@techstark/opencv-js](https://www.npmjs.com/package/@techstark/opencv-js)) on the grey photo, and a small CNN (48
  px; 32, 64, 128, 128 filters; 1,024 dense) on the largest face. The CNN has random weights: its time is real, and it
  has no accuracy.

The peers' photos are decoded by sharp, bounded to the same side as ours, which is faster than their own examples.

## The photos

Research data that does not ship. _One face of 1920 px_: 24 photos with one face, clear or hard to see, as JPEGs of 1920
px, three rounds. _Clear_, _hard_ and _false alarms_: hand-checked web photos with one face, and photos without any.
_Posed_: whole heads that pose one of seven emotions, drawn by a fixed seed. _The emotion net alone_: one face that is
already cropped, a single view, to its probabilities.

## Again

\`\`\`sh
sudo apt install opencv-data   # the cascade; or name yours with --cascade FILE
mkdir -p out
npm run -s bench -- vision --check --json > out/bench-vision.json
npx node docs/bench-vision.ts out/bench-vision.json
\`\`\`

\`--photos all\` reads every photo there is, \`--photos 5\` five of each set.
`;

await writeFile(page, await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }));
await writeFile(resolve(import.meta.dirname, 'bench-vision.svg'), chartOf(rows));
