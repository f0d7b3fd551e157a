import type { TextTable } from '../backend/text-table.ts';
import type { SamplingFigures } from './measure-sampling.ts';

/** A line of the table. */
export interface SamplingRow extends SamplingFigures {
  /** 'simd, two threads' */
  readonly where: string;
  readonly side: number;
  /** Seconds of a naive sampler in PyTorch for the same images. */
  readonly pytorch: number | undefined;
}

export function samplingTable(images: number, rows: readonly SamplingRow[]): TextTable {
  return {
    title: `${images} images at once by the reference PixelCNN, medians; naive ones from some pixels, scaled`,
    headings: [
      ['', 'backend'],
      ['', 'pixels'],
      ['incremental', 's'],
      ['naive', 's'],
      ['', 'ratio'],
      ['naive PyTorch', 's'],
      ['', 'ratio'],
      ['remembered', 'MB'],
      ['process grew', 'MB'],
    ],
    rows: rows.map(({ where, side, incremental, naive, pytorch, stateBytes, grownBytes }) => [
      where,
      `${side}x${side}`,
      incremental.toFixed(3),
      ...againstNaive(naive, incremental),
      ...againstNaive(pytorch, incremental),
      (stateBytes / 1e6).toFixed(2),
      (grownBytes / 1e6).toFixed(0),
    ]),
  };
}

function againstNaive(naive: number | undefined, incremental: number): [seconds: string, ratio: string] {
  return naive === undefined ? ['.', '.'] : [naive.toFixed(1), (naive / incremental).toFixed(0)];
}

/** What the small images and the large ones shall reach on simd. */
export function samplingGoals(small: SamplingRow, large: SamplingRow): TextTable {
  const goals = [
    { what: 'incremental against naive, 28x28', reached: ratio(small.naive, small.incremental), wanted: 183, least: true },
    {
      what: 'incremental against naive PyTorch, 28x28',
      reached: ratio(small.pytorch, small.incremental),
      wanted: 75,
      least: true,
    },
    { what: 'time of 56x56 against 28x28', reached: ratio(large.incremental, small.incremental), wanted: 5, least: false },
  ];
  return {
    title: 'Goals on simd, two threads',
    headings: [['goal'], ['reached'], ['wanted'], ['']],
    rows: goals.map(({ what, reached, wanted, least }) => [
      what,
      reached?.toFixed(reached < 10 ? 1 : 0) ?? '.',
      `${least ? '>=' : '<='} ${wanted}`,
      reached === undefined ? 'not measured' : (least ? reached >= wanted : reached <= wanted) ? 'met' : 'MISSED',
    ]),
  };
}

function ratio(a: number | undefined, b: number): number | undefined {
  return a === undefined ? undefined : a / b;
}
