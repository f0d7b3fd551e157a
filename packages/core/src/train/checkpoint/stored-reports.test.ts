import { expect, test } from 'vitest';
import type { HostTensor } from '../../io/format/host-tensor.ts';
import type { TrainingReport } from '../history.ts';
import { decodeReports, encodeReports } from './stored-reports.ts';

const report = (step: number, values: Record<string, number>): TrainingReport => ({ step, steps: 100, epoch: step / 7, values });

function stored(text: string): HostTensor {
  const bytes = new TextEncoder().encode(text.padEnd(4 * Math.ceil(text.length / 4)));
  return { shape: [bytes.length / 4], dtype: 'int32', values: new Int32Array(bytes.buffer) };
}

test('reports come back to the bit: fractions, NaN, infinities, -0, and the order of the names', () => {
  const odd = { z: NaN, a: Infinity, 'e/é': -Infinity, m: -0, zero: 0, tiny: 5e-324, third: 1 / 3 };
  const { epoch: _, ...endless } = report(20, { a: 1 });
  const reports = { history: [report(10, odd), endless], validation: [report(20, {})] };
  const back = decodeReports(encodeReports(reports));
  expect(back).toStrictEqual(reports);
  expect(Object.keys(back.history[0]!.values)).toEqual(Object.keys(odd));
});

test('there may be none, and very many', () => {
  expect(decodeReports(encodeReports({ history: [], validation: [] }))).toEqual({ history: [], validation: [] });
  const history = Array.from({ length: 20_000 }, (_, i) => report(i + 1, { loss: i / 3 }));
  expect(decodeReports(encodeReports({ history, validation: [] })).history).toHaveLength(20_000);
});

test.each([
  ['[]', 'reports must be an object'],
  ['{"history":[]}', 'reports.validation must be a list'],
  ['{"history":[{"step":0,"steps":1,"values":{}}],"validation":[]}', 'reports.history[0].step must be an integer of at least 1'],
  ['{"history":[{"step":1,"steps":1,"values":{"a":"nan"}}],"validation":[]}', 'reports.history[0].values.a must be a finite number'],
  ['{"history":[{"step":1,"steps":1,"values":{"__proto__":1}}],"validation":[]}', 'none of __proto__'],
  ['{"history":[{"step":1,"steps":1,"values":{},"more":1}],"validation":[]}', 'has no option "more"'],
  ['{"history', 'the reports must be JSON'],
])('%s is refused', (text, message) => {
  expect(() => decodeReports(stored(text))).toThrow(message);
});
