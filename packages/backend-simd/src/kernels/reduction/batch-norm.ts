import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type Call, define } from '../kernel.ts';
import { holds } from './reduce.ts';

interface Inputs {
  readonly x: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  readonly scale?: TensorInfo | null;
  readonly offset?: TensorInfo | null;
}

type BatchNormCall = Call<Inputs, { varianceEpsilon: number | null }>;

/** Numbers that a thread reads at a time. */
const CHUNK = 16384;

/** With one mean, variance, scale and offset for each channel, the last axis. */
export const batchNormKernel = () =>
  define<Inputs, BatchNormCall['attrs']>('FusedBatchNorm', {
    fits({ inputs: { x, mean, variance, scale, offset } }) {
      const channels = x.shape[x.shape.length - 1];
      const isVector = (term: TensorInfo) => holds(term, 'float32') && term.shape.length === 1 && term.shape[0] === channels;
      return holds(x, 'float32') && [mean, variance, scale ?? mean, offset ?? mean].every(isVector);
    },
    run(call) {
      const channels = call.inputs.mean.shape[0]!;
      const period = channels % 4 === 0 ? channels : 4 * channels;
      const out = call.backend.empty(call.inputs.x.shape);
      call.backend.machine.withScratch(3 * period * 4, (table) => {
        fillTable(call, table, channels, period);
        normalize(call, out, table, period);
      });
      return out;
    },
  });

function fillTable({ inputs, attrs, backend }: BatchNormCall, table: number, channels: number, period: number): void {
  const { mean, variance, offset, scale } = inputs;
  const addresses = [mean, variance, offset, scale].map((term) => (term ? backend.addressOf(term) : 0));
  const epsilon = backend.machine.bits(attrs.varianceEpsilon ?? 0.001); // as tfjs's cpu kernel
  backend.machine.run('batchNormTable', 1, ...addresses, table, channels, period, epsilon);
}

function normalize({ inputs: { x }, backend }: BatchNormCall, out: TensorInfo, table: number, period: number): void {
  const size = util.sizeFromShape(x.shape);
  const perChunk = Math.ceil(CHUNK / (4 * period)) * 4 * period;
  const chunks = Math.ceil(size / perChunk);
  backend.machine.run('batchNorm', chunks, backend.addressOf(x), backend.addressOf(out), size, table, period, perChunk);
}
