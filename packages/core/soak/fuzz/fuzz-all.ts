import { basename } from 'node:path';
import { type Report, runFormat } from './run-format.ts';
import { storeMutant } from './store-mutant.ts';

/** What reading may take beside the values that are read, which are small here. */
const mostMegabytes = 64;

/**
 * Reads mutants of the formats that these modules export, two formats at a time. Prints a line for each, then how many were read as they
 * should. The words of a command line say what: "2000" so many of each, "png 4711" one alone, none 100,000 of each.
 */
export async function fuzzAll(modules: readonly string[], [word = '100000', number]: readonly string[]): Promise<void> {
  const chosen = number === undefined ? modules : modules.filter((module) => nameOf(module) === word);
  const options = number === undefined ? { count: Number(word) } : { first: Number(number), count: 1 };
  const waiting = [...chosen];
  let passed = 0;
  const lane = async () => {
    for (let module = waiting.shift(); module !== undefined; module = waiting.shift()) {
      const report = await runFormat(module, options);
      console.log(describe(nameOf(module), report));
      for (const line of await complaintsOf(module, report)) console.log(line);
      if (isRight(report)) passed++;
    }
  };
  await Promise.all([lane(), lane()]);
  const failed = Math.max(1, chosen.length) - passed; // no format of that name is a failure too
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

function nameOf(module: string): string {
  return basename(module, '.ts');
}

function isRight({ faults, megabytes }: Report): boolean {
  return faults.length === 0 && megabytes <= mostMegabytes;
}

/** "✓ png  7446 corrupt-file, 1644 value; slowest 12.3 ms (4711); 23 MB at most; 45.6 s of the processor". */
function describe(name: string, report: Report): string {
  const outcomes = Object.entries(report.outcomes).sort(([, a], [, b]) => b - a);
  const counts = outcomes.map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const { slowest, megabytes, seconds } = report;
  const slow = `slowest ${slowest.milliseconds.toFixed(1)} ms (${slowest.number})`;
  const cost = `${megabytes.toFixed(0)} MB at most; ${seconds.toFixed(1)} s of the processor`;
  return `${isRight(report) ? '✓' : '✗'} ${name.padEnd(13)} ${counts}; ${slow}; ${cost}`;
}

/** A few faults, each with the file that shows it. */
async function complaintsOf(module: string, { faults, megabytes }: Report): Promise<string[]> {
  const few = faults.slice(0, 5);
  const lines = few.map(async ({ number, reason }) => `  ${number}: ${reason}\n  in ${await storeMutant(module, number)}`);
  const memory = megabytes > mostMegabytes ? [`  it took more than ${mostMegabytes} MB`] : [];
  return [...(await Promise.all(lines)), ...memory];
}
