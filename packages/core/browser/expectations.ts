import { GenmodelsError } from '../src/errors.ts';

/** What a work fails with, which must be an error of ours with this code. */
export async function failing(code: string, work: () => Promise<unknown>): Promise<GenmodelsError> {
  const error = await work().then(
    () => new Error('nothing failed'),
    (error: unknown) => error,
  );
  if (error instanceof GenmodelsError && error.code === code) return error;
  throw new Error(`expected an error '${code}', got ${error}`);
}

/** Throws unless two values have the same JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`);
}
