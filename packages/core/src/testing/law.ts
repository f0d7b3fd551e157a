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

/** Equality of plain data: numbers, arrays, typed arrays, objects of these. */
export function mustEqual(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [text(actual), text(expected)];
  must(got === wanted, () => `${what}: expected ${shorten(wanted)}, got ${shorten(got)}`);
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
