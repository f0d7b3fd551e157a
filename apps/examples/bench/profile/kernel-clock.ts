import * as tf from '@tensorflow/tfjs-core';

type KernelFunction = tf.KernelConfig['kernelFunc'];

/** One run of a kernel. */
export interface KernelRun {
  readonly kernel: string;
  readonly call: Parameters<KernelFunction>[0];
  readonly output: tf.TensorInfo;
  readonly phase: Phase;
  /** In the kernel itself, without the kernels that it called. */
  readonly milliseconds: number;
  /** Whether it called others, which then did the work. */
  readonly delegated: boolean;
}

type Phase = 'forward' | 'backward' | 'update';

/**
 * Times every kernel of the current backend from `start` to `stop`. It sees no work that is done after a kernel returned, and no
 * kernel that another one calls past tfjs's registry.
 */
export class KernelClock {
  readonly #runs: KernelRun[] = [];
  readonly #stock = new Map<tf.KernelConfig, KernelFunction>();
  /** Milliseconds that each kernel under way has spent in kernels that it called. */
  readonly #inner: number[] = [];

  start(): void {
    for (const config of tf.getKernelsForBackend(tf.getBackend())) {
      const { kernelName, kernelFunc } = config;
      this.#stock.set(config, kernelFunc);
      config.kernelFunc = (call) => this.#time(kernelName, kernelFunc, call);
    }
  }

  stop(): readonly KernelRun[] {
    for (const [config, kernelFunc] of this.#stock) config.kernelFunc = kernelFunc;
    this.#stock.clear();
    return this.#runs;
  }

  #time(kernel: string, run: KernelFunction, call: KernelRun['call']): ReturnType<KernelFunction> {
    const phase = currentPhase();
    this.#inner.push(0);
    const start = performance.now();
    const outputs = run(call);
    const elapsed = performance.now() - start;
    const inner = this.#inner.pop()!;
    if (this.#inner.length > 0) this.#inner[this.#inner.length - 1]! += elapsed;
    const output = Array.isArray(outputs) ? outputs[0]! : outputs;
    this.#runs.push({ kernel, call, output, phase, milliseconds: elapsed - inner, delegated: inner > 0 });
    return outputs;
  }
}

/** tfjs names the scopes in which it differentiates. */
function currentPhase(): Phase {
  const names = tf.engine().state.scopeStack.map(({ name }) => name);
  return names.includes('backward') ? 'backward' : names.includes('forward') ? 'forward' : 'update';
}
