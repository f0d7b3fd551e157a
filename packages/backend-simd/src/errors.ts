/** What went wrong, for code that wants to react. */
export type ErrorCode =
  | 'invalid-argument' // an option of registerSimdBackend
  | 'missing-backend' // WebAssembly or its SIMD is not there, or forbidden
  | 'out-of-memory' // WebAssembly's memory cannot grow any further
  | 'thread-failed'; // a worker died in the middle of a kernel

/**
 * Every error that this package throws on purpose: `[genmodels/invalid-argument] threads must be an integer of at least 0, got -1`.
 * It has the form of the error of `@genmodels/core`, on which a backend does not depend.
 */
export class GenmodelsError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(`[genmodels/${code}] ${message}`, options);
    this.name = 'GenmodelsError';
    this.code = code;
  }
}
