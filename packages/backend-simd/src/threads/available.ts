/** More threads than this gain nothing on the sizes that models of this library have. */
const MOST = 16;

/** Whether this place can share memory with other threads: Node always, a page only when it is cross-origin isolated. */
export function canShareMemory(): boolean {
  if (typeof SharedArrayBuffer === 'undefined') return false;
  return globalThis.crossOriginIsolated ?? true; // Node does not define it
}

/** The number of processors that this process may use, or 1 where nobody says. */
export function processors(): number {
  const system = globalThis.process?.getBuiltinModule?.('node:os');
  return Math.min(system?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1, MOST);
}
