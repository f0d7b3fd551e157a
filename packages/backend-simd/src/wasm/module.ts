/** What the WebAssembly builds export: `run`, `serve` and `fail` of assembly/crew.ts, the kernels, and what goes with them. */
export type Exports = Readonly<Record<string, (...args: number[]) => number>>;

/** All that a thread needs to join in. A module is compiled once; threads get the compiled code. */
export interface Program {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** In the order of the function table, so that an index means the same kernel in every thread. */
  readonly kernels: readonly string[];
}

const ownExports = ['run', 'serve', 'fail'];

export async function compileProgram(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): Promise<Program> {
  const module = await WebAssembly.compile(isShared(memory) ? bytes : withPrivateMemory(bytes));
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  return { module, memory, kernels: names.filter((name) => !ownExports.includes(name)) };
}

export function instantiate({ module, memory, kernels }: Program): Exports {
  const table = new WebAssembly.Table({ initial: kernels.length, element: 'anyfunc' });
  const exports = new WebAssembly.Instance(module, { env: { memory, table } }).exports as Exports;
  kernels.forEach((name, index) => table.set(index, exports[name]));
  return exports;
}

export function isShared(memory: WebAssembly.Memory): boolean {
  // Not by instanceof: a test runner may have put another ArrayBuffer in place of the platform's.
  return Object.prototype.toString.call(memory.buffer) === '[object SharedArrayBuffer]';
}

/**
 * The same code for a memory of one thread, for pages that are not cross-origin isolated. The import section declares the memory's limits
 * by a byte of flags: 3 is shared with a maximum, 1 is private with a maximum.
 */
function withPrivateMemory(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const declared = [...'memory'].map((letter) => letter.charCodeAt(0)).concat(2, 3);
  const at = bytes.findIndex((_, start) => declared.every((byte, offset) => bytes[start + offset] === byte));
  const copy = bytes.slice();
  copy[at + declared.length - 1] = 1;
  return copy;
}
