import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { type FuzzFormat, mostBytes } from './format.ts';
import { type Fault, fuzz } from './fuzz.ts';
import { mutantOf } from './mutant.ts';
import { fragile } from './planted/fragile.ts';

const format = fragile(() => {});

/** What is said of the first fault that a reader shows. */
async function firstFault(planted: FuzzFormat): Promise<string | undefined> {
  const { faults, outcomes } = await fuzz(planted, { count: 20 });
  expect(outcomes['fault'] ?? 0).toBe(faults.length);
  return faults[0]?.reason;
}

test('the mutant of a number is always the same one, and those of two are two', async () => {
  const samples = await format.samples();
  const mutants = Array.from({ length: 200 }, (_, number) => mutantOf(format, samples, number).bytes.join());
  expect(mutants).toEqual(mutants.map((_, number) => mutantOf(format, samples, number).bytes.join()));
  expect(new Set(mutants).size).toBeGreaterThan(150);
});

test('no mutant is larger than the bounds are for, and some are as large', async () => {
  const samples = await format.samples();
  const lengths = Array.from({ length: 500 }, (_, number) => mutantOf(format, samples, number).bytes.length);
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([0, mostBytes]);
});

test('a reader that does what it must: values and errors are counted', async () => {
  const onMutant: number[] = [];
  const { outcomes, faults, slowest } = await fuzz(format, { first: 7, count: 300, onMutant: (number) => void onMutant.push(number) });
  expect(faults).toEqual([]);
  expect(Object.keys(outcomes).sort()).toEqual(['corrupt-file', 'value']); // some changes change nothing
  expect(outcomes['value']! + outcomes['corrupt-file']!).toBe(300);
  expect(onMutant).toEqual(Array.from({ length: 300 }, (_, i) => 7 + i));
  expect(slowest.milliseconds).toBeLessThan(100);
});

test('another error than ours is found, and its number shows it again', async () => {
  const planted = fragile((file) => file.at(2 ** 33)!.toFixed());
  const { faults } = await fuzz(planted, { count: 20 });
  expect(faults[0]!.reason).toMatch(/^TypeError: .*\n.*at /);
  const again = await fuzz(planted, { first: faults[0]!.number, count: 1 });
  expect(again.faults.map(({ number }) => number)).toEqual([faults[0]!.number]);
});

test('what is thrown and is no error is found', async () => {
  const throws = fragile(() => {
    throw 'a text';
  });
  expect(await firstFault(throws)).toBe('threw a text');
});

test('a tensor that is left behind is found', async () => {
  const left: tf.Tensor[] = [];
  expect(await firstFault(fragile(() => void left.push(tf.scalar(1))))).toMatch(/^there were \d+ tensors, .* and now there are \d+ tensors/);
  tf.dispose(left);
});

test('a key of Object.prototype is found', async () => {
  const prototype = Object.prototype as Record<string, unknown>;
  try {
    expect(await firstFault(fragile(() => void (prototype['planted'] = 1)))).toContain('keys of Object.prototype');
  } finally {
    delete prototype['planted'];
  }
});

/** Until both of them have counted 120 ms. */
function dawdle(): void {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const used = () => Object.values(process.cpuUsage(processor)).reduce((sum, part) => sum + part, 0) / 1000;
  while (Math.min(performance.now() - clock, used()) < 120);
}

test('what takes longer than 100 ms each time is found', async () => {
  const [{ number }] = (await fuzz(fragile(() => { throw 0; }), { count: 20 })).faults as [Fault];
  const { faults } = await fuzz(fragile(dawdle), { first: number, count: 1 });
  expect(faults[0]!.reason).toMatch(/^took \d+ ms, three times over$/);
});

test('what takes long once is not: a collection of garbage may fall into it', async () => {
  let calls = 0;
  const { faults } = await fuzz(fragile(() => calls++ === 0 && dawdle()), { count: 20 });
  expect(calls).toBeGreaterThan(1);
  expect(faults).toEqual([]);
});

test('damage that a checksum should show is found', async () => {
  const credulous = { ...format, noticesDamage: true, read: async () => {} };
  expect(await firstFault(credulous)).toBe('was read as if nothing had changed');
  expect(await firstFault({ ...format, noticesDamage: true })).toBeUndefined();
});

test('a sample that cannot be read ends it', async () => {
  await expect(fuzz({ ...format, samples: async () => [new Uint8Array(3)] }, { count: 1 })).rejects.toThrow('the file must be');
});
