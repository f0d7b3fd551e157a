import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { type backend_util, type DataType, engine, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { TensorEntry } from './memory/tensor-entry.ts';
import { TensorStore } from './memory/tensor-store.ts';
import type { Crew } from './threads/crew.ts';
import type { Machine } from './wasm/machine.ts';

type Values = backend_util.BackendValues;

/**
 * tfjs's cpu backend with its tensors in WebAssembly's memory. Every kernel of the cpu backend works on it, and sees tensors as ordinary
 * typed arrays; kernels of our own ask for addresses.
 */
export class SimdBackend extends MathBackendCPU {
  /** Memory and compiled kernels. @internal */
  readonly machine: Machine;
  /** @internal */
  override data: TensorStore;
  private readonly crew: Crew;

  constructor(machine: Machine, crew: Crew) {
    super();
    this.machine = machine;
    this.crew = crew;
    this.data = new TensorStore(this, engine());
  }

  /** Threads that compute, the caller's included. */
  get threadCount(): number {
    return this.crew.count + 1;
  }

  /** A new tensor whose values a kernel is about to write. Throws 'out-of-memory'. */
  empty(shape: number[], dtype: DataType = 'float32'): TensorInfo {
    const dataId = {};
    this.data.set(dataId, TensorEntry.empty(this.machine, dtype, util.sizeFromShape(shape)));
    return { dataId, shape, dtype };
  }

  /** The same data under another shape. */
  reshaped({ dataId, dtype }: TensorInfo, shape: number[]): TensorInfo {
    this.incRef(dataId);
    return { dataId, shape, dtype };
  }

  /** Where a tensor's numbers lie. Throws 'out-of-memory'. */
  addressOf({ dataId }: TensorInfo): number {
    return this.data.get(dataId).place();
  }

  override write(values: Values, _shape: number[], dtype: DataType): object {
    const dataId = {};
    this.data.set(dataId, TensorEntry.of(this.machine, dtype, values));
    return dataId;
  }

  override move(dataId: object, values: Values, _shape: number[], dtype: DataType, refCount: number): void {
    this.data.set(dataId, TensorEntry.of(this.machine, dtype, values, refCount));
  }

  /** A copy: the memory of a tensor is used again once it is disposed. */
  override readSync(dataId: object): Values {
    const values = super.readSync(dataId);
    return ArrayBuffer.isView(values) ? values.slice() : values;
  }

  override memory(): { unreliable: boolean; reasons: string[]; numBytesInWasm: number; numBytesReserved: number } {
    const { heap, memory } = this.machine;
    return { unreliable: false, reasons: [], numBytesInWasm: heap.bytesInUse, numBytesReserved: memory.buffer.byteLength };
  }

  override dispose(): void {
    this.crew.stop();
  }
}
