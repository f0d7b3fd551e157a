import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';
import type { Machine } from '../../wasm/machine.ts';
import { type Axis, collapsed } from './axes.ts';
import { CHUNK_BYTES, rowsPerChunk } from './chunks.ts';
import { bytesOf } from './element.ts';

/**
 * A tensor of this shape from a walk through the numbers of x that begins `offset` numbers after its first; the last axis runs
 * fastest. Where the walk is x itself, the result shares its data.
 */
export function move(backend: SimdBackend, x: TensorInfo, shape: number[], walk: readonly Axis[], offset = 0): TensorInfo {
  const size = util.sizeFromShape(shape);
  if (size === 0) return backend.empty(shape, x.dtype);
  const bytes = bytesOf(x.dtype);
  const axes = collapsed(walk).map(({ extent, stride }) => ({ extent, stride: stride * bytes }));
  const inOnePiece = axes.length === 0 || (axes.length === 1 && axes[0]!.stride === bytes);
  if (inOnePiece && size === util.sizeFromShape(x.shape)) return backend.reshaped(x, shape);
  const out = backend.empty(shape, x.dtype);
  const from = backend.addressOf(x) + offset * bytes;
  if (inOnePiece) copyPiece(backend.machine, from, backend.addressOf(out), size * bytes);
  else moveAlong(backend.machine, from, backend.addressOf(out), axes, bytes);
  return out;
}

/** Copies bytes that lie in one piece. */
export function copyPiece(machine: Machine, from: number, to: number, bytes: number): void {
  machine.run('copyPiece', Math.ceil(bytes / CHUNK_BYTES), from, to, bytes);
}

// From here on, strides are bytes.
function moveAlong(machine: Machine, from: number, to: number, axes: Axis[], bytes: number): void {
  const last = axes.at(-1)!;
  const column = columnOfTiles(axes, bytes);
  if (last.stride === bytes) moveEach(machine, 'moveRuns', from, to, axes.slice(0, -1), last.extent * bytes);
  else if (column >= 0) moveTiles(machine, from, to, axes, column);
  else moveEach(machine, bytes === 4 ? 'moveWords' : 'moveBytes', from, to, axes, bytes);
}

/** Writes the runs of so many bytes to which the axes lead. */
function moveEach(machine: Machine, kernel: string, from: number, to: number, axes: readonly Axis[], bytes: number): void {
  const runs = product(axes);
  const share = rowsPerChunk(bytes);
  machine.run(kernel, Math.ceil(runs / share), from, to, runs, share, bytes, axes.length, ...axes.flatMap(words));
}

/**
 * The axis along which the source lies in one piece, where both it and the last one are as long as a tile; -1 where there is
 * none.
 */
function columnOfTiles(axes: readonly Axis[], bytes: number): number {
  if (bytes !== 4 || axes.at(-1)!.extent < 4) return -1;
  return axes.findIndex(({ extent, stride }) => stride === bytes && extent >= 4);
}

/** Columns of the source that moveTiles of assembly/ reads at once. */
const STRIP = 16;

function moveTiles(machine: Machine, from: number, to: number, axes: readonly Axis[], column: number): void {
  const outStrides = axes.map((_, axis) => product(axes.slice(axis + 1)) * 4);
  const row = axes.at(-1)!;
  const columns = axes[column]!.extent;
  const others = axes.flatMap((axis, index) => (index === column || axis === row ? [] : [...words(axis), outStrides[index]!]));
  const strips = (product(axes) / columns / row.extent) * Math.ceil(columns / STRIP);
  const share = rowsPerChunk(STRIP * row.extent * 4);
  const matrix = [columns, row.extent, row.stride, outStrides[column]!];
  machine.run('moveTiles', Math.ceil(strips / share), from, to, strips, share, ...matrix, others.length / 3, ...others);
}

function product(axes: readonly Axis[]): number {
  return axes.reduce((size, { extent }) => size * extent, 1);
}

function words({ extent, stride }: Axis): number[] {
  return [extent, stride];
}
