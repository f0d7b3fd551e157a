// Reads mutants of one format in a process of its own, for a peak of memory that is its own: child.ts MODULE FIRST COUNT FILE. The number
// of the mutant that is read stands in the file, so that it is known when the process hangs or dies. Prints a report as JSON.
import { closeSync, openSync, writeSync } from 'node:fs';
import type { FuzzFormat } from './format.ts';
import { fuzz } from './fuzz.ts';
import type { Report } from './run-format.ts';

const [module, first, count, file] = process.argv.slice(2) as [string, string, string, string];
const { format } = (await import(module)) as { format: FuzzFormat };
const descriptor = openSync(file, 'w');
await fuzz(format, { count: 0 }); // reads the samples
globalThis.gc!();
const start = process.memoryUsage.rss(); // mostly less than the process had taken by now, so that the growth is not understated
const findings = await fuzz(format, {
  first: Number(first),
  count: Number(count),
  onMutant(number) {
    writeSync(descriptor, `${number}\n`, 0); // over the last one: numbers only get longer
    if (number % 1000 === 0) globalThis.gc!();
  },
});
closeSync(descriptor);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); // kilobytes and microseconds
const megabytes = Math.max(0, maxRSS / 2 ** 10 - start / 2 ** 20);
const report: Report = { ...findings, megabytes, seconds: (userCPUTime + systemCPUTime) / 1e6 };
console.log(JSON.stringify(report));
