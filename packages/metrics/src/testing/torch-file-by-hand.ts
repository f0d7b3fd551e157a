/** For tests: a file of the older container around a pickle that nobody's PyTorch would write. */
export function legacyFile(pickle: readonly number[], after: readonly number[] = [...protocol, 0x5d, stop]): Uint8Array {
  const magic = [0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
  const version = [0x4d, 0xe9, 0x03];
  const machine = [0x7d];
  const heads = [magic, version, machine].flatMap((value) => [...protocol, ...value, stop]);
  return Uint8Array.from([...heads, ...protocol, ...pickle, stop, ...after]);
}

const protocol: readonly number[] = [0x80, 2];
const stop = 0x2e;

/** Pushes a name of Python's. */
export function global(module: string, name: string): number[] {
  return [0x63, ...new TextEncoder().encode(`${module}\n${name}\n`)];
}

/** Pushes a text. */
export function text(value: string): number[] {
  return [0x58, ...int32(value.length).slice(1), ...new TextEncoder().encode(value)];
}

/** Pushes an integer. */
export function int32(value: number): number[] {
  return [0x4a, ...new Uint8Array(Int32Array.of(value).buffer)];
}

/** Pushes a float storage of so many items, under the key "0". */
function storage(count: number): number[] {
  const id = [...text('storage'), ...global('torch', 'FloatStorage'), ...text('0'), ...text('cpu'), ...int32(count)];
  return [0x28, ...id, 0x74, 0x51];
}

/** Pushes a tensor in that storage. */
export function tensor(count: number, offset: number, shape: readonly number[], strides: readonly number[]): number[] {
  const parts = [...storage(count), ...int32(offset), ...tuple(shape), ...tuple(strides)];
  return [...global('torch._utils', '_rebuild_tensor'), 0x28, ...parts, 0x74, 0x52];
}

function tuple(values: readonly number[]): number[] {
  return [0x28, ...values.flatMap(int32), 0x74];
}

/** The list of the keys ["0"], and a storage of zeros. */
export function oneStorage(count: number): number[] {
  const keys = [...protocol, 0x5d, ...text('0'), 0x61, stop];
  return [...keys, ...new Uint8Array(BigUint64Array.of(BigInt(count)).buffer), ...new Uint8Array(4 * count)];
}
