/** Throws what counts as a fault where something read is not what it must be. */
export function holds(ok: boolean, what: string): void {
  if (!ok) throw new Error(`it was read, but not so that ${what}`);
}
