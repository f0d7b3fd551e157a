import { createRng } from '@genmodels/core';
import { type Dataset, digits, mnist } from '@genmodels/datasets';
import type { BareFeatures } from '@genmodels/metrics';

/** Two sets from N(0, I), the second a little apart. */
export function normals(count: number, width: number): [BareFeatures, BareFeatures] {
  const draw = (name: string) =>
    createRng(0)
      .fork(name)
      .fillNormal(new Float32Array(count * width));
  return [
    { values: draw('reference'), width },
    { values: draw('generated').map((value) => value + 0.1), width },
  ];
}

/** Ten clusters that overlap, with their labels. */
export function clusters(count: number, width: number, seed: number) {
  const centres = createRng(0)
    .fork('centres')
    .fillNormal(new Float32Array(10 * width));
  const values = createRng(seed)
    .fork('noise')
    .fillNormal(new Float32Array(count * width));
  const labels = Int32Array.from({ length: count }, (_, i) => i % 10);
  for (let i = 0; i < values.length; i++) values[i]! += 0.2 * centres[labels[Math.floor(i / width)]! * width + (i % width)]!;
  return { features: { values, width }, labels };
}

/** The pixels of MNIST's training pictures, or of drawn ones where MNIST is not there, and of so many others. */
export async function pictures(count: number): Promise<{ of: BareFeatures; among: BareFeatures }> {
  const among = await valuesOf(
    process.env['GENMODELS_DATA_DIR'] ? await mnist({ split: 'train' }) : digits({ count: 60_000, seed: 0 }),
  );
  return { of: await valuesOf(digits({ count, seed: 1 })), among };
}

async function valuesOf(data: Dataset): Promise<BareFeatures> {
  const x = data.images(Uint32Array.from({ length: data.length }, (_, i) => i));
  try {
    return { values: (await x.data()) as Float32Array, width: 784 };
  } finally {
    x.dispose();
  }
}
