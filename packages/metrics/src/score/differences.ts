import { describeExtractor } from '../features/extractor.ts';
import { describeSampleSet, type SampleSet } from './sample-set.ts';
import type { ScoreFields } from './score-fields.ts';

/** Why two scores cannot be compared, each reason a clause; empty where they can. */
export function differences(a: ScoreFields, b: ScoreFields): string[] {
  const facts = [factsOf(a), factsOf(b)] as const;
  const names = new Set([...facts[0].keys(), ...facts[1].keys()]);
  const different = [...names].filter((name) => facts[0].get(name) !== facts[1].get(name));
  return [
    ...different.map((name) => `the ${name} differs: ${facts[0].get(name) ?? 'none'} and ${facts[1].get(name) ?? 'none'}`),
    ...new Set([...unknown(a), ...unknown(b)]),
  ];
}

/** What has to be equal, in words. Not the subject, and of the generated set only its size: they are what the comparison is about. */
function factsOf(score: ScoreFields): Map<string, string> {
  const { metric, unit, better, estimator, extractor, preprocessing, settings, samples } = score;
  const facts = new Map([
    ['metric', metric],
    ['better direction', better],
    ['estimator', estimator],
    ['preprocessing', preprocessing],
  ]);
  if (unit !== undefined) facts.set('unit', unit);
  if (extractor !== undefined) facts.set('extractor', describeExtractor(extractor));
  for (const [name, value] of Object.entries(settings ?? {})) facts.set(`setting ${name}`, JSON.stringify(value));
  for (const [part, set] of Object.entries(samples)) {
    if (part === 'generated') facts.set('count of generated samples', String(set.count));
    else facts.set(`${part} set`, describeSampleSet(set));
  }
  return facts;
}

/** A set that nobody named may be any set. */
function unknown({ samples }: ScoreFields): string[] {
  const unnamed = Object.entries(samples).filter(
    ([part, set]: [string, SampleSet]) => part !== 'generated' && set.data === undefined,
  );
  return unnamed.map(([part]) => `a ${part} set has no name: say what data it is when its features are taken`);
}
