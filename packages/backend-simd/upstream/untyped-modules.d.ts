/** The part of jasmine-core 4.6 that we use; it brings no types. */
declare module 'jasmine-core' {
  export interface Expectation {
    readonly message: string;
  }

  /** What a reporter gets of a test. */
  export interface SpecResult {
    readonly fullName: string;
    readonly status: 'passed' | 'failed' | 'excluded' | 'pending';
    readonly failedExpectations: readonly Expectation[];
  }

  /** What a reporter gets of a suite: what failed outside its tests. */
  export interface SuiteResult {
    readonly fullName: string;
    readonly failedExpectations: readonly Expectation[];
  }

  export interface Environment {
    configure(options: { random: boolean; specFilter(test: { getFullName(): string }): boolean }): void;
    addReporter(reporter: { specDone(result: SpecResult): void; suiteDone(result: SuiteResult): void }): void;
    execute(): Promise<{ readonly failedExpectations: readonly Expectation[] }>;
  }

  interface JasmineCore {
    /** Makes `describe`, `it`, `expect` and the others globals. Takes the module itself. */
    boot(core: JasmineCore): { DEFAULT_TIMEOUT_INTERVAL: number; getEnv(): Environment };
  }

  const jasmineCore: JasmineCore;
  export default jasmineCore;
}

/** esbuild copies the file beside the bundle. */
declare module '*.wasm';
