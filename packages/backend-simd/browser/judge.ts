import { deepStrictEqual as assertEqual } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Build } from '../src/index.ts';
import type { Case } from './cases.ts';
import type { Visit } from './visit.ts';
import type { Outputs } from './workload.ts';

/** Throws what is not as the case has it. */
export function judge(theCase: Case, { report, asked }: Visit, references: Readonly<Record<Build, Outputs>>): void {
  const { build, facts, error } = theCase;
  assertEqual(report.error, error);
  assertEqual(report.uncaught, []);
  assertEqual(report.trial?.facts, facts);
  assertEqual(buildsAmong(asked), buildsToLoad(theCase));
  assertEqual(differences(report.trial?.outputs, build && references[build]), []);
}

/** The names of outputs that differ. */
function differences(actual: Outputs = {}, expected: Outputs = {}): string[] {
  const names = Object.keys({ ...actual, ...expected });
  return names.filter((name) => !isDeepStrictEqual(actual[name], expected[name]));
}

/** A page of modules loads the one build that it runs, and no other. */
function buildsToLoad({ build, script }: Case): Build[] {
  return build === undefined || build === 'scalar' || script === '/classic.js' ? [] : [build];
}

function buildsAmong(paths: ReadonlySet<string>): Build[] {
  return (['relaxed', 'baseline'] as const).filter((build) => [...paths].some((path) => path.startsWith(`/${build}-`)));
}
