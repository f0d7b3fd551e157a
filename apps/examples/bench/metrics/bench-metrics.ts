import { toText } from '../backend/text-table.ts';
import { medianOf } from '../measure.ts';
import { startBackend } from '../peers/start-backend.ts';
import { type MetricWork, metricWorks } from './works.ts';

/** `pnpm bench metrics`: seconds of wall time on simd, and on stock wasm where the backend does the work; medians. Two threads. */
export async function benchMetrics([pattern = '']: readonly string[]): Promise<void> {
  const rows: string[][] = [];
  for (const work of metricWorks().filter(({ name }) => new RegExp(pattern).test(name))) {
    const ours = await secondsOn('simd', work);
    const stock = work.onBackend ? await secondsOn('wasm', work) : undefined;
    rows.push([
      work.name,
      ours.toFixed(2),
      stock?.toFixed(2) ?? '.',
      stock === undefined ? '.' : (stock / ours).toFixed(2),
      work.goal === undefined ? '.' : `${work.goal}, ${ours <= work.goal ? 'met' : 'MISSED'}`,
    ]);
    console.log(`${work.name}: ${ours.toFixed(2)} s`);
  }
  console.log(toText({ title: 'Metrics, seconds', headings: [['work'], ['simd'], ['stock wasm'], ['ratio'], ['goal']], rows }));
}

async function secondsOn(kind: 'simd' | 'wasm', { prepare, runs }: MetricWork): Promise<number> {
  const missing = await startBackend({ kind, threads: 2 });
  if (missing !== undefined) throw new Error(missing);
  const run = await prepare();
  if (runs > 1) return (await medianOf(runs, run)) / 1000;
  const start = performance.now(); // what takes a minute has no need to warm up
  await run();
  return (performance.now() - start) / 1000;
}
