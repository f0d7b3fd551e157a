import { createRng, drawInteger } from '@genmodels/core';
import { digits } from '@genmodels/datasets';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { extractFeatures } from '../features/extract-features.ts';
import type { Features } from '../features/features.ts';
import { pixels } from '../features/pixels.ts';
import { audit } from './audit.ts';
import { describeAudit } from './describe-audit.ts';

const WIDTH = 784;
const hand = (seed: number, count: number, split?: string) =>
  extractFeatures(digits({ count, seed }), { extractor: pixels(), data: 'digits', ...(split && { split }) });

const [training, heldOut, fresh] = await Promise.all([hand(1, 400, 'train'), hand(2, 300, 'test'), hand(3, 300)]);

/** What a generator makes of pictures that it draws from a set. */
function draw(from: Features, different: number, noise = 0, count = 300): Features {
  const rng = createRng(9);
  const values = new Float32Array(count * WIDTH);
  const added = rng.fillNormal(new Float32Array(values.length));
  for (let i = 0; i < count; i++) {
    const at = drawInteger(different, rng) * WIDTH;
    for (let n = 0; n < WIDTH; n++) values[i * WIDTH + n] = from.values[at + n]! + noise * added[i * WIDTH + n]!;
  }
  return { ...from, values, length: count, origin: { ...from.origin, data: 'samples', split: 'none' } };
}

describe('an audit', () => {
  it('passes fresh digits', async () => {
    const report = await audit({ generated: fresh, training, heldOut });
    expect(report.copies.exact.value).toBe(0);
    expect(report.copies.near.value).toBeLessThan(0.04);
    expect(report.nearness.heldOutShare).toBeCloseTo(0.01, 12);
    expect(Math.abs(report.memorisation!.z)).toBeLessThan(3);
    expect(report.support.generated.low).toBeGreaterThan(3000);
    expect(describeAudit(report)[2]).toContain('no sign of copying');
    expect(describeAudit(report)[5]).toContain('no sign of fewer');
    expect(report.copies.near).toMatchObject({ chosen: { nearness: report.nearness.distance }, samples: { training: { data: 'digits', split: 'train', count: 400 } } });
  });

  it('catches a generator that copies its training pictures', async () => {
    const report = await audit({ generated: draw(training, 400), training, heldOut });
    expect(report.copies.exact.value).toBe(1);
    expect(report.memorisation!.z).toBeLessThan(-15);
    expect(report.closest.toTraining[0]!.distance).toBe(0);
  });

  it('catches one that hides its copies in a little noise', async () => {
    const report = await audit({ generated: draw(training, 400, 0.02), training, heldOut });
    expect(report.copies.exact.value).toBe(0);
    expect(report.copies.near.value).toBe(1);
    expect(report.memorisation!.z).toBeLessThan(-15);
    expect(describeAudit(report)[2]).toContain('too near');
  });

  it('catches one that has fifty pictures only, though it copied none', async () => {
    const report = await audit({ generated: draw(fresh, 50, 0.02), training, heldOut });
    const { copies, memorisation, support, repeats } = report;
    expect(describeAudit(report)[5]).toContain(': fewer than among the held-out');
    expect(copies.near.value).toBeLessThan(0.06);
    expect(Math.abs(memorisation!.z)).toBeLessThan(3); // without the allowance for repeats it would be -4.3: fifty passed off as three hundred
    expect(support.generated.low).toBeLessThan(50);
    expect(support.generated.high).toBeGreaterThan(50);
    expect(support.generated.size).toBeGreaterThan(45);
    expect(support.generated.size).toBeLessThan(55);
    expect(repeats.near.value).toBeGreaterThan(0.98);
    expect(support.heldOut!.low).toBeGreaterThan(3000);
  });

  it('counts equal examples alone where nobody says what is near', async () => {
    const report = await audit({ generated: draw(fresh, 50), training });
    expect(report.nearness).toEqual({ distance: 0, source: 'equal only' });
    expect(report.memorisation).toBeUndefined();
    expect(Math.abs(report.support.generated.size! - 50)).toBeLessThan(5);
    expect(describeAudit(report).slice(1, 3)).toEqual([
      'copies: 0 % equal a training example; give held-out examples or a nearness to find near ones',
      'memorisation: not tested, without held-out examples',
    ]);
  });

  it('shows the closest pairs, nearest first, those within the generated once', async () => {
    const points = (...values: number[]) => ({ values: Float64Array.from(values), width: 1 });
    const { closest, copies, repeats } = await audit({ generated: points(0, 10, 10.5, 30), training: points(29, 0.25, 100), nearness: 0.5, pairs: 3 });
    expect(closest.toTraining).toEqual([{ generated: 0, other: 1, distance: 0.25 }, { generated: 3, other: 0, distance: 1 }, { generated: 1, other: 1, distance: 9.75 }]);
    expect(closest.amongGenerated).toEqual([{ generated: 1, other: 2, distance: 0.5 }, { generated: 0, other: 1, distance: 10 }, { generated: 3, other: 2, distance: 19.5 }]);
    expect([copies.near.value, repeats.near.value]).toEqual([0.25, 0.5]);
    expect(copies.near.settings).toEqual({ nearness: 0.5 });
  });

  it('is plain data, and reads the same after a file', async () => {
    const report = await audit({ generated: fresh, training, heldOut });
    expect(describeAudit(JSON.parse(JSON.stringify(report)))).toEqual(describeAudit(report));
  });

  it('leaves no tensor, not when aborted either, and says what is wrong with what it is given', async () => {
    const { numTensors } = tf.memory();
    await expect(audit({ generated: fresh, training, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    await expect(audit({ generated: fresh, training, nearness: -1 })).rejects.toThrow('nearness must be a distance of at least 0, got -1');
    await expect(audit({ generated: { values: new Float32Array(2), width: 2 }, training })).rejects.toThrow('generated must hold at least 2 examples, got 1');
    await expect(audit({ generated: { values: new Float32Array(4), width: 2 }, training })).rejects.toThrow('training and generated must have features of one kind');
    expect(tf.memory().numTensors).toBe(numTensors);
  });
});
