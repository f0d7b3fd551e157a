import type { backend_util, DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { Machine } from '../wasm/machine.ts';

type Values = backend_util.BackendValues;
type NumericArray = Float32Array | Int32Array | Uint8Array;

/**
 * What the backend knows of a tensor's data, in the form that the kernels of tfjs's cpu backend expect. Numbers live in WebAssembly's memory,
 * or on the host until a kernel of ours wants them; text and complex numbers (two tensors) never move.
 */
export class TensorEntry<D extends DataType = DataType> {
  readonly dtype: D;
  refCount: number;
  complexTensorInfos?: { real: TensorInfo; imag: TensorInfo };
  private readonly machine: Machine;
  private readonly size: number;
  private address: number | undefined;
  private host: Values | undefined;
  private view: NumericArray | undefined;

  private constructor(machine: Machine, dtype: D, refCount: number, size: number) {
    this.machine = machine;
    this.dtype = dtype;
    this.refCount = refCount;
    this.size = size;
  }

  /** Room for `size` numbers, whose values a kernel writes. Throws 'out-of-memory'. */
  static empty<D extends DataType>(machine: Machine, dtype: D, size: number): TensorEntry<D> {
    const entry = new TensorEntry(machine, dtype, 1, size);
    entry.address = machine.allocate(size * bytesOf(dtype));
    return entry;
  }

  /**
   * A copy of the values, so that neither their owner nor the tensor whose memory they may be a view of can change it. The memory does not grow
   * here: a kernel of the cpu backend may hold views of other tensors, which would be lost.
   */
  static of<D extends DataType>(machine: Machine, dtype: D, values: Values | undefined, refCount = 1): TensorEntry<D> {
    if (!isNumeric(values)) return TensorEntry.onHost(machine, dtype, values, refCount);
    const address = machine.heap.allocateWithin(values.length * bytesOf(dtype));
    if (address === undefined) return TensorEntry.onHost(machine, dtype, values.slice(), refCount);
    const entry = new TensorEntry(machine, dtype, refCount, values.length);
    entry.address = address;
    (entry.values as NumericArray).set(values);
    return entry;
  }

  private static onHost<D extends DataType>(machine: Machine, dtype: D, values: Values | undefined, refCount: number) {
    const entry = new TensorEntry(machine, dtype, refCount, values?.length ?? 0);
    entry.host = values;
    return entry;
  }

  /** The values as they lie: a view of memory that ends with the tensor. Readers outside a kernel take a copy. */
  get values(): Values {
    if (this.address === undefined) return this.host as Values; // a complex number has none, and nobody asks for them
    if (this.view === undefined || this.view.buffer !== this.machine.memory.buffer) this.view = this.viewAt(this.address);
    return this.view;
  }

  /** Where the numbers lie in WebAssembly's memory, to which they move if they are not there yet. Throws 'out-of-memory'. */
  place(): number {
    if (this.address === undefined) {
      this.address = this.machine.allocate(this.size * bytesOf(this.dtype));
      if (this.host) (this.values as NumericArray).set(this.host as NumericArray);
      this.host = undefined;
    }
    return this.address;
  }

  free(): void {
    if (this.address !== undefined) this.machine.heap.free(this.address);
    this.address = undefined;
    this.view = undefined;
  }

  private viewAt(address: number): NumericArray {
    const { buffer } = this.machine.memory;
    if (this.dtype === 'int32') return new Int32Array(buffer, address, this.size);
    return this.dtype === 'bool' ? new Uint8Array(buffer, address, this.size) : new Float32Array(buffer, address, this.size);
  }
}

function bytesOf(dtype: DataType): number {
  return dtype === 'bool' ? 1 : 4;
}

function isNumeric(values: Values | undefined): values is NumericArray {
  return ArrayBuffer.isView(values);
}
