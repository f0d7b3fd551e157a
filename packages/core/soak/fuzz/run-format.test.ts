import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFormat } from './run-format.ts';

const planted = (name: string) => join(import.meta.dirname, 'planted', `${name}.ts`);

test.concurrent('a reader that never ends is a fault of the mutant that it was at', async () => {
  const { faults, outcomes } = await runFormat(planted('endless'), { count: 20, patience: 0.5 });
  expect(outcomes).toEqual({ fault: 1 });
  expect(faults[0]).toMatchObject({ number: 1, reason: expect.stringContaining('did not end') });
});

test.concurrent('a process that dies is one too', async () => {
  const { faults } = await runFormat(planted('deadly'), { count: 20 });
  expect(faults[0]!.reason).toMatch(/^ended its process: [17]\n[\s\S]*behind its back/);
});

test.concurrent('memory is counted, also what was given back', async () => {
  const { megabytes } = await runFormat(planted('greedy'), { count: 20 });
  expect(megabytes).toBeGreaterThan(64);
});
