import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HelperData } from './helper-contract.ts';
import { startWebHelper } from './web-helper.ts';

/** A worker that is told what happens to it. */
class WorkerOfATest {
  static latest: WorkerOfATest;
  onmessage?: () => void;
  onerror?: () => void;
  postMessage = vi.fn();
  terminate = vi.fn();
  constructor() { WorkerOfATest.latest = this; }
}

const lose = vi.fn();
const start = () => startWebHelper({ number: 1 } as HelperData, lose);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', WorkerOfATest);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  lose.mockReset();
});

test('it has started when it says so', async () => {
  const { started } = start();
  WorkerOfATest.latest.onmessage!();
  await started;
  expect(lose).not.toHaveBeenCalled();
});

test('one that ends in an error is lost, and nobody waits for it', async () => {
  const { started } = start();
  WorkerOfATest.latest.onerror!();
  await started;
  expect(lose).toHaveBeenCalledOnce();
  expect(WorkerOfATest.latest.terminate).toHaveBeenCalledOnce();
});

test('nobody waits for ever for one that says nothing', async () => {
  const { started } = start();
  await vi.advanceTimersByTimeAsync(1000);
  await started;
  expect(lose).not.toHaveBeenCalled(); // it may still come
});
