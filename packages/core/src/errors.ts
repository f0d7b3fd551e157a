/** What went wrong, for code that wants to react: every error thrown on purpose carries one of these. */
export type ErrorCode =
  | 'invalid-config' // an option of a model, layer or optimizer
  | 'invalid-argument' // an argument of a call: a seed, a count, a path
  | 'invalid-shape' // a tensor of the wrong rank, size or type
  | 'invalid-value' // a tensor or data set with values outside its domain, NaN among them
  | 'corrupt-file' // bytes that are no model file, are cut short or do not match their checksum
  | 'incompatible-file' // a sound file that holds something else
  | 'storage' // reading or writing failed: no such file, HTTP status, quota, network
  | 'not-comparable' // two scores that were not measured alike
  | 'diverged' // a loss or a weight became NaN or infinite during training
  | 'missing-backend' // no tfjs backend is ready, or it lacks a kernel
  | 'disposed'; // a model that was used after dispose()

/**
 * The one error class of the genmodels packages. Its message says what was expected, what came and what to do:
 * `[genmodels/invalid-config] latent must be an integer of at least 1, got -3`.
 */
export class GenmodelsError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(`[genmodels/${code}] ${message}`, options);
    this.name = 'GenmodelsError';
    this.code = code;
  }
}

/** For public edges only. The message is built only when the check fails. */
export function check(ok: boolean, code: ErrorCode, message: () => string): asserts ok {
  if (!ok) throw new GenmodelsError(code, message());
}

/** Shows an unexpected value in a message: short, quoted where it is text, never a dump. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (Array.isArray(value)) return `[${value.slice(0, 8).map(show).join(', ')}${value.length > 8 ? ', ...' : ''}]`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) return `an object with ${keysOf(value)}`;
  return String(value);
}

function keysOf(value: object): string {
  const keys = Object.keys(value).slice(0, 6);
  return keys.length > 0 ? `the keys ${keys.join(', ')}` : 'no keys';
}
