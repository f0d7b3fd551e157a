import { integer, list, number, object } from '../../config.ts';
import type { HostTensor } from '../../io/format/host-tensor.ts';
import { parseStrictJson } from '../../io/format/strict-json.ts';
import { maybe } from '../fit-options.ts';
import type { TrainingReport } from '../history.ts';
import { table } from './table-field.ts';

export interface Reports {
  readonly history: readonly TrainingReport[];
  readonly validation: readonly TrainingReport[];
}

/**
 * Reports as UTF-8 JSON, four bytes to an int32: a long run has more of them than a header may hold. JSON has no NaN, no
 * infinity and no -0, which stand as texts.
 */
export function encodeReports(reports: Reports): HostTensor {
  const text = JSON.stringify(reports, (_, value: unknown) => (isOdd(value) ? nameOf(value) : value));
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(4 * Math.ceil(bytes.length / 4)).fill(0x20);
  padded.set(bytes);
  return { shape: [padded.length / 4], dtype: 'int32', values: new Int32Array(padded.buffer) };
}

/** Throws 'corrupt-file' or 'invalid-config' where they are no reports. */
export function decodeReports({ values }: HostTensor): Reports {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const { history, validation } = object({ history: list(report), validation: list(report) })(
    parseStrictJson(new TextDecoder().decode(bytes), 'the reports'),
    'reports',
  );
  return { history, validation };
}

function report(value: unknown, path: string): TrainingReport {
  const count = integer({ min: 1 });
  const { epoch, ...rest } = object({ step: count, steps: count, epoch: maybe(number()), values: table(anyNumber) })(value, path);
  return epoch === undefined ? rest : { step: rest.step, steps: rest.steps, epoch, values: rest.values };
}

const oddNumbers: readonly number[] = [NaN, Infinity, -Infinity, -0];

function isOdd(value: unknown): value is number {
  return oddNumbers.some((number) => Object.is(value, number));
}

function nameOf(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function anyNumber(value: unknown, path: string): number {
  const known = oddNumbers.find((odd) => nameOf(odd) === value);
  return known ?? number()(value, path);
}
