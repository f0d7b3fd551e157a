import { toText } from '../backend/text-table.ts';
import { startBackend } from '../peers/start-backend.ts';
import { measureSampling } from './measure-sampling.ts';
import { naivePyTorch } from './naive-pytorch.ts';
import { type SamplingRow, samplingGoals, samplingTable } from './sampling-tables.ts';

const images = 16;

/** What is measured, in the order of the table. On cpu a naive pixel takes seconds. */
const places = [
  { kind: 'simd', where: 'simd, two threads', side: 28, naivePixels: 8 },
  { kind: 'simd', where: 'simd, two threads', side: 56, naivePixels: 8 },
  { kind: 'wasm', where: 'stock wasm: on the host', side: 28, naivePixels: 8 },
  { kind: 'cpu', where: 'stock cpu: on the host', side: 28, naivePixels: 0 },
] as const;

/** `pnpm bench sampling`: seconds for 16 images of the reference PixelCNN, incremental and naive, beside a naive sampler in PyTorch. */
export async function benchSampling(): Promise<void> {
  const pytorch = await naivePyTorch(images, [28, 56]);
  const known = 'missing' in pytorch ? undefined : pytorch;
  const rows: SamplingRow[] = [];
  for (const { kind, where, side, naivePixels } of places) {
    const missing = await startBackend({ kind, threads: 2 });
    if (missing !== undefined) throw new Error(missing);
    process.stderr.write(`${where}, ${side}x${side} ...\n`);
    rows.push({ where, side, pytorch: known?.get(side), ...(await measureSampling({ images, side, naivePixels })) });
  }
  console.log(toText(samplingTable(images, rows)));
  console.log(toText(samplingGoals(rows[0]!, rows[1]!)));
  if ('missing' in pytorch) console.log(`\n${pytorch.missing}`);
}
