// Shows that the backend works in browsers: opens pages of all kinds in Chromium, and compares what they compute with what Node computes, to
// the bit. node --import=tsx browser/run.ts; with a word behind it, only the cases that have it in their names. The last line is their sum, and the
// exit code is 1 where one fails.
import { bundlePages } from './bundle.ts';
import { type Case, cases, pageOf } from './cases.ts';
import { judge } from './judge.ts';
import { computeReferences } from './reference.ts';
import { visit } from './visit.ts';

const [word = ''] = process.argv.slice(2);
const chosen = cases().filter(({ name }) => name.includes(word));
if (chosen.length === 0) throw new Error(`no case has "${word}" in its name`);
const scripts = await bundlePages();
const references = await computeReferences();

/** Whether a page does what it should. */
async function passes(one: Case): Promise<boolean> {
  try {
    const seen = await visit(pageOf(one), scripts, one.flags ?? []);
    judge(one, seen, references);
    console.log(`✓ ${one.name}${seen.report.trial ? ` (started in ${Math.round(seen.report.trial.start)} ms)` : ''}`);
    return true;
  } catch (error) {
    console.log(`✗ ${one.name}\n${(error as Error).message}`);
    return false;
  }
}

let passed = 0;
for (const one of chosen) if (await passes(one)) passed++;
console.log(`\n${passed} passed, ${chosen.length - passed} failed`);
if (passed < chosen.length) process.exitCode = 1;
