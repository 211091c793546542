import { format } from 'prettier';

import { EMOTIONS } from '../../src/domain/emotion.ts';
import { interval } from '../../src/cli/evaluate/statistics.ts';
import type { Figures } from './figures.ts';
import { confusionPicture, reliabilityPicture } from './pictures.ts';

type Result = Figures['emotion']['results'][number];

/** The files of the model card by name: its text from a template, and its pictures. */
export async function cardFrom(
  figures: Figures,
  template: string,
): Promise<Readonly<Record<string, string>>> {
  const blanks: Readonly<Record<string, string>> = {
    hash: figures.emotion.model.sha256,
    parameters: `${(figures.parameters / 1e6).toFixed(2)} million`,
    bytes: figures.bytes.toLocaleString('en'),
    n: figures.emotion.n.toLocaleString('en'),
    shown: shownInWords(figures),
    sure: sureInWords(figures),
    results: resultsTable(figures),
    engines: enginesInWords(figures),
    recall: recallTable(figures),
    calibration: calibrationTable(figures),
    photos: photosTable(figures),
    mixes: mixesTable(figures),
    storage: storageTable(figures),
    steps: stepsTable(figures),
  };
  const text = template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const blank = blanks[name];
    if (blank === undefined) throw new Error(`the template asks for ${name}`);
    return blank;
  });
  const shown = shownResult(figures);
  return {
    'README.md': await format(text, { parser: 'markdown', printWidth: 110 }),
    'confusion.svg': confusionPicture(shown.confusion),
    'reliability.svg': reliabilityPicture([
      { title: 'labels, against FER-2013', bins: resultOf(figures, 'labels').reliability },
      { title: 'votes, against FER+', bins: resultOf(figures, 'votes').ferplus.reliability },
      { title: 'shown, against FER-2013', bins: shown.reliability },
    ]),
  };
}

/** The first engine's: the others say the same. */
function resultOf({ emotion }: Figures, head: string): Result {
  const result = emotion.results.find((one) => one.head === head);
  if (!result) throw new Error(`no figures of ${head}`);
  return result;
}

function shownResult(figures: Figures): Result {
  return resultOf(figures, figures.emotion.calibration.mirrored ? 'shown+flip' : 'shown');
}

function shownInWords({ emotion: { calibration } }: Figures): string {
  const { labels, votes, expressions } = calibration.shares;
  const parts = [
    ['the labels head', labels] as const,
    ['the votes head', votes] as const,
    ["face-api's expression net", expressions] as const,
  ]
    .filter(([, share]) => share > 0)
    .map(([name, share]) => `${name} counts for ${percent(share)} %`);
  const views = calibration.mirrored ? 'The mean of the face and its mirror image' : 'One view of the face';
  return `${views}; ${parts.join(', ')}.`;
}

function sureInWords({ emotion: { calibration, fit } }: Figures): string {
  const rule = `A reading is _sure_ when its leading probability is at least ${percent(calibration.sureFrom)} %.`;
  if (!fit) return rule;
  const { sureShare, accuracyWhenSure } = fit.heldOut;
  return `${rule} That holds for ${percent(sureShare)} % of the public split, of which ${percent(accuracyWhenSure)} % are right (each fifth judged by a rule fitted on the other four).`;
}

function resultsTable(figures: Figures): string {
  const heads = ['labels', 'labels+flip', 'votes', 'votes+flip', 'shown', 'shown+flip'];
  const happyOrSad = countOf(figures, 'happy') + countOf(figures, 'sad');
  const rows = heads.map((head) => {
    const result = resultOf(figures, head);
    const { accuracy, leakFree, macroF1, happySad, ece, nll, ferplus } = result;
    return [
      head,
      withInterval(accuracy, figures.emotion.n),
      `${withInterval(leakFree.accuracy, leakFree.n)} of ${leakFree.n.toLocaleString('en')}`,
      percent(macroF1),
      withInterval(happySad, happyOrSad),
      percent(ece),
      nll.toFixed(3),
      `${withInterval(ferplus.accuracy, ferplus.n)} of ${ferplus.n.toLocaleString('en')}`,
      percent(ferplus.ece),
    ];
  });
  return table(
    [
      'head',
      'accuracy',
      'without twins',
      'macro-F1',
      'happy/sad',
      'ECE',
      'NLL',
      'FER+ majority',
      'ECE on FER+',
    ],
    rows,
  );
}

function enginesInWords({ emotion }: Figures): string {
  const engines = [...new Set(emotion.results.map(({ engine }) => engine))];
  const most = Math.max(
    ...emotion.results.map(({ head, accuracy }) =>
      Math.max(
        ...emotion.results.filter((one) => one.head === head).map((one) => Math.abs(one.accuracy - accuracy)),
      ),
    ),
  );
  return engines.length > 1
    ? `Measured on ${engines.join(' and ')}, whose accuracies differ by at most ${(100 * most).toFixed(2)} points.`
    : `Measured on ${engines.join('')}.`;
}

function recallTable(figures: Figures): string {
  const [labels, shown] = [resultOf(figures, 'labels'), shownResult(figures)];
  return table(
    ['emotion', 'faces', 'labels head', 'shown'],
    EMOTIONS.map((emotion) => {
      const n = countOf(figures, emotion);
      return [
        emotion,
        String(n),
        withInterval(labels.recall[emotion], n),
        withInterval(shown.recall[emotion], n),
      ];
    }),
  );
}

function calibrationTable({ emotion: { calibration, fit } }: Figures): string {
  const rows = (['labels', 'votes', 'shown'] as const).map((name) => [
    name,
    calibration.corrections[name].floor.toFixed(3),
    calibration.corrections[name].temperature.toFixed(3),
    fit ? `${percent(fit.heldOut[name])} %` : '',
  ]);
  return table(['', 'floor', 'temperature', 'ECE on faces it was not fitted on'], rows);
}

function photosTable({ posed, faces }: Figures): string {
  const rows: string[][] = [];
  if (posed)
    rows.push(
      ['posed', 'found', `${posed.found} of ${posed.n}`],
      ['posed', 'right, of seven', withInterval(posed.accuracy, posed.n)],
      ['posed', 'mean recall of the emotions', percent(posed.balancedAccuracy)],
      ['posed', 'sure', percent(posed.sureShare)],
      ['posed', 'right when sure', percent(posed.accuracyWhenSure)],
    );
  if (faces)
    rows.push(
      ...(['clear', 'hard'] as const).flatMap((kind) => [
        [kind, 'found', `${faces[kind].found} of ${faces[kind].n}`],
        [kind, 'happy and sad told apart', `${faces[kind].toldApart.right} of ${faces[kind].toldApart.n}`],
      ]),
      ['without a face', 'false alarms', `${faces.none.falseAlarms} of ${faces.none.n}`],
    );
  return table(['photos', 'figure', 'value'], rows);
}

/** Of the views that are shown. */
function mixesTable({ emotion, posedMixes, happySadMixes }: Figures): string {
  if (!posedMixes || !happySadMixes) return '';
  const views = emotion.calibration.mirrored ? 2 : 1;
  const rows = posedMixes.rows.flatMap((row, index) => {
    const other = happySadMixes.rows[index];
    if (!other || row.views !== views) return [];
    const { labels, votes, expressions } = row.shares;
    return [
      [
        ...[labels, votes, expressions].map(percent),
        percent(row.accuracy),
        percent(row.balancedAccuracy),
        percent(other.accuracy),
        percent(other.happySad),
      ],
    ];
  });
  return table(
    ['labels', 'votes', 'face-api', 'posed', 'posed, mean recall', 'web photos', 'told apart'],
    rows,
  );
}

function stepsTable({ posedSteps, happySadSteps }: Figures): string {
  if (!posedSteps || !happySadSteps) return '';
  return table(
    ['step', 'posed', 'posed, mean recall', 'web photos', 'told apart'],
    posedSteps.rows.map(({ step, accuracy, balancedAccuracy }) => {
      const other = happySadSteps.rows.find((row) => row.step === step);
      return [
        step,
        percent(accuracy),
        percent(balancedAccuracy),
        percent(other?.accuracy ?? NaN),
        percent(other?.happySad ?? NaN),
      ];
    }),
  );
}

function storageTable({ storage }: Figures): string {
  if (!storage) return '';
  return table(
    ['weights', 'labels head', 'NLL', 'votes head on FER+'],
    Object.entries(storage).map(([name, { accuracy, nll, ferplus }]) => [
      name,
      `${accuracy.toFixed(2)} %`,
      nll.toFixed(4),
      `${ferplus.toFixed(2)} %`,
    ]),
  );
}

function countOf(figures: Figures, emotion: (typeof EMOTIONS)[number]): number {
  const row = resultOf(figures, 'labels').confusion[EMOTIONS.indexOf(emotion)] ?? [];
  return row.reduce((sum, count) => sum + count, 0);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A share in percent with its 95 % interval. */
function withInterval(share: number, n: number): string {
  const [low, high] = interval(share, n);
  return `${percent(share)} (${percent(low)}–${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
