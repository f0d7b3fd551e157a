/**
 * Something that every model keeps, ready for any test runner: `for (const law of modelLaws(mine)) test(law.name, law.run)`.
 * `run` rejects, with what was expected and what came, where the law is broken.
 */
export interface Law {
  readonly name: string;
  run(): Promise<void>;
}

/** A broken law. */
export class LawError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LawError';
  }
}

export function must(ok: boolean, message: () => string): asserts ok {
  if (!ok) throw new LawError(message());
}

/** Equality of plain data, to the bit: numbers, arrays, typed arrays, objects of these. */
export function mustEqual(actual: unknown, expected: unknown, what: string): void {
  must(isSame(actual, expected), () => `${what}: expected ${shorten(text(expected))}, got ${shorten(text(actual))}`);
}

/** Never by way of JSON, in which NaN is null and what is undefined is not there. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

export async function mustReject(run: () => Promise<unknown>, what: string): Promise<unknown> {
  const { error } = await run().then(
    () => ({ error: undefined }),
    (reason: unknown) => ({ error: reason ?? new Error('no reason') }),
  );
  must(error !== undefined, () => `${what} must reject`);
  return error;
}

function text(value: unknown): string {
  return (
    JSON.stringify(value, (_, item: unknown) => (ArrayBuffer.isView(item) ? [...(item as Float32Array)] : item)) ?? 'undefined'
  );
}

function shorten(long: string): string {
  return long.length > 200 ? `${long.slice(0, 200)}...` : long;
}
