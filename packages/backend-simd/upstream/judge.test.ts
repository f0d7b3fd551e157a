import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import type { TestResult } from './run-tests.ts';

const result = (name: string, status: TestResult['status']): TestResult => ({ name, status, message: status === 'failed' ? 'off by 1' : '' });
const replaced = (name: string) => ({ name, why: '', by: '' });

test('counts what passes, and names what fails', () => {
  const results = [result('a', 'passed'), result('b', 'failed'), result('c', 'pending'), result('d', 'excluded')];
  expect(judge(results, [])).toEqual({ passed: 1, failures: [{ name: 'b', status: 'failed', message: 'off by 1' }], replaced: 0, pending: 1 });
});

test('a replaced test may fail', () => {
  expect(judge([result('a', 'failed')], [replaced('a')])).toEqual({ passed: 0, failures: [], replaced: 1, pending: 0 });
});

test.each([
  ['passes', [result('a', 'passed')], 'passes: take it off'],
  ['is not there', [], 'is no test of tfjs-core: take it off'],
])('a replaced test that %s is a failure', (_, results, message) => {
  const { passed, failures } = judge(results, [replaced('a')]);
  expect(passed).toBe(0);
  expect(failures).toEqual([{ name: 'a', message: expect.stringContaining(message) }]);
});

test('a replaced test that the filter left out says nothing', () => {
  expect(judge([result('a', 'excluded')], [replaced('a')])).toEqual({ passed: 0, failures: [], replaced: 0, pending: 0 });
});
