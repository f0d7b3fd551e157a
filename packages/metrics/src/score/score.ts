import { check, GenmodelsError, type Json, type JsonObject } from '@genmodels/core';
import { describeExtractor, type ExtractorId } from '../features/extractor.ts';
import { differences } from './differences.ts';
import { formatNumber } from './format-number.ts';
import type { Interval } from './interval.ts';
import { describeSampleSet, type SampleSet } from './sample-set.ts';
import type { ScoreFields } from './score-fields.ts';

/**
 * A value and all that it depends on. It prints itself in one line, and it is no number: `<` on two scores throws, `compare` says
 * whether they may be compared at all.
 */
export class Score implements ScoreFields {
  declare readonly metric: string;
  declare readonly value: number;
  declare readonly unit?: string;
  declare readonly better: 'lower' | 'higher';
  declare readonly estimator: string;
  declare readonly samples: Readonly<Record<string, SampleSet>>;
  declare readonly subject?: string;
  declare readonly extractor?: ExtractorId;
  declare readonly preprocessing: string;
  declare readonly settings?: JsonObject;
  declare readonly chosen?: JsonObject;
  declare readonly interval?: Interval;

  constructor(fields: ScoreFields) {
    const { metric, value } = fields;
    check(
      typeof value === 'number' && !Number.isNaN(value),
      'invalid-value',
      () => `${metric} must be a number, got ${value}: look for NaN in the samples`,
    );
    Object.assign(this, structuredClone({ ...fields }));
    deepFreeze(this);
  }

  /**
   * Below 0 where this score is the better one, above 0 where the other is, 0 where they are equal: what `sort` takes to put the
   * best first. Throws 'not-comparable' with every reason where the two were not measured alike.
   */
  compare(other: Score): number {
    const reasons = differences(this, other);
    check(
      reasons.length === 0,
      'not-comparable',
      () => `two scores must be measured alike to be compared, but ${reasons.join('; ')}. Measure both again in the same way`,
    );
    if (this.value === other.value) return 0; // infinities too
    return this.better === 'lower' ? this.value - other.value : other.value - this.value;
  }

  /** 'Fréchet distance 12.3 [11.9, 12.8] (95 %, bootstrap, 200 resamples), plug-in: reference 10,000 of MNIST test, ...' */
  toString(): string {
    const { metric, value, unit, interval, estimator } = this;
    const range = interval === undefined ? '' : ` ${describeInterval(interval)}`;
    return `${metric} ${formatNumber(value)}${unit === undefined ? '' : ` ${unit}`}${range}, ${estimator}: ${detailsOf(this).join('; ')}`;
  }

  /** The fields, for a file: `new Score(JSON.parse(text))` is the score again, unless its value is infinite, which JSON has no word for. */
  toJSON(): ScoreFields {
    return { ...this };
  }

  /** A text where a text is wanted. Anything else would compare what may not be comparable, and throws. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toString();
    throw new GenmodelsError(
      'not-comparable',
      'a score is no number: use score.compare(other), or score.value if you know what it hides',
    );
  }
}

/** All but the value, each a clause. */
function detailsOf({ samples, subject, extractor, preprocessing, settings, chosen, better }: ScoreFields): string[] {
  return [
    ...(subject === undefined ? [] : [`of ${subject}`]),
    Object.entries(samples)
      .map(([part, set]) => `${part} ${describeSampleSet(set)}`)
      .join(', '),
    ...(extractor === undefined ? [] : [`features ${describeExtractor(extractor)}`]),
    `preprocessing ${preprocessing}`,
    ...Object.entries({ ...settings, ...chosen }).map(([name, setting]) => `${name} ${describeSetting(setting)}`),
    `${better} is better`,
  ];
}

function describeSetting(setting: Json): string {
  if (typeof setting === 'number') return formatNumber(setting);
  return typeof setting === 'string' ? setting : JSON.stringify(setting);
}

function describeInterval({ low, high, confidence, method }: Interval): string {
  return `[${formatNumber(low)}, ${formatNumber(high)}] (${formatNumber(100 * confidence)} %, ${method})`;
}

function deepFreeze(value: object): void {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  Object.freeze(value);
}
