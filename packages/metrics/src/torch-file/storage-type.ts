import { fromHalves } from '@genmodels/core';
import { checkKnown } from './check-sound.ts';

/** The numbers of a storage: how many bytes each has, and how they become ours. */
export interface StorageType {
  readonly itemBytes: number;
  /** `bytes` are whole items and fill their buffer. */
  decode(bytes: Uint8Array): Float32Array | Int32Array;
}

/** Float64 is rounded to float32; int64 must fit into int32, as the counters of batch norm do; true is 1. */
export const storageTypes: Readonly<Record<string, StorageType>> = {
  'torch.FloatStorage': { itemBytes: 4, decode: ({ buffer }) => new Float32Array(buffer) },
  'torch.HalfStorage': { itemBytes: 2, decode: ({ buffer }) => fromHalves(new Uint16Array(buffer)) },
  'torch.BFloat16Storage': { itemBytes: 2, decode: ({ buffer }) => fromBrainFloats(new Uint16Array(buffer)) },
  'torch.DoubleStorage': { itemBytes: 8, decode: ({ buffer }) => Float32Array.from(new Float64Array(buffer)) },
  'torch.LongStorage': { itemBytes: 8, decode: ({ buffer }) => fromLongs(new BigInt64Array(buffer)) },
  'torch.IntStorage': { itemBytes: 4, decode: ({ buffer }) => new Int32Array(buffer) },
  'torch.ShortStorage': { itemBytes: 2, decode: ({ buffer }) => Int32Array.from(new Int16Array(buffer)) },
  'torch.CharStorage': { itemBytes: 1, decode: ({ buffer }) => Int32Array.from(new Int8Array(buffer)) },
  'torch.ByteStorage': { itemBytes: 1, decode: (bytes) => Int32Array.from(bytes) },
  'torch.BoolStorage': { itemBytes: 1, decode: (bytes) => Int32Array.from(bytes) },
};

/** A bfloat16 is the upper half of a float32. */
function fromBrainFloats(halves: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
}

function fromLongs(longs: BigInt64Array): Int32Array {
  const big = longs.find((value) => BigInt.asIntN(32, value) !== value);
  checkKnown(big === undefined, 'an int64 value', 'fit into int32', big);
  return Int32Array.from(longs, Number);
}
