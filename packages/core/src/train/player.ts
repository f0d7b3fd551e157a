import * as tf from '@tensorflow/tfjs-core';
import { type ValueAndGradients, valueAndGradients } from '../gradients/value-and-gradients.ts';
import type { HostTensor } from '../io/format/host-tensor.ts';
import { toTensors } from '../io/restore.ts';
import type { Batch, Objective, TrainingState } from '../model.ts';
import type { Rng } from '../rng.ts';
import { clipByGlobalNorm, globalNorm } from './clip.ts';
import type { Optimizer, Slots } from './optimizer.ts';

export interface PlayerOptions {
  readonly objective: Objective;
  readonly optimizer: Optimizer;
  /** The variables that it may change, by path. */
  readonly variables: ReadonlyMap<string, tf.Variable>;
  readonly clipNorm?: number | undefined;
}

type Gradients = ValueAndGradients['gradients'];

/** One objective in a run, with its optimizer's slots. A VAE trains with one player, a GAN with two. */
export class Player {
  readonly objective: Objective;
  readonly #optimizer: Optimizer;
  readonly #variables: ReadonlyMap<string, tf.Variable>;
  readonly #clipNorm: number | undefined;
  readonly #slots = new Map<string, Slots>();
  #updates = 0;

  constructor({ objective, optimizer, variables, clipNorm }: PlayerOptions) {
    this.objective = objective;
    this.#optimizer = optimizer;
    this.#variables = variables;
    this.#clipNorm = clipNorm;
  }

  /** One update by the mean gradient over the batches. Returns the batches' loss and metrics, which the caller disposes. */
  update(batches: readonly Batch[], rng: Rng, training: TrainingState, rateFactor: number): Record<string, tf.Scalar>[] {
    const parts: Record<string, tf.Scalar>[] = [];
    try {
      tf.tidy(() => {
        let sums: Gradients = [];
        batches.forEach((batch, i) => {
          const { values, gradients } = this.#differentiate(batch, rng.fork(i), training);
          parts.push(values);
          sums = i === 0 ? gradients : gradients.map((gradient, j) => addUp(sums[j]!, gradient));
        });
        const norm = this.#step(sums, batches.length, rateFactor);
        if (norm) parts.push({ [`${this.objective.name}/gradientNorm`]: tf.keep(norm) });
      });
      tf.tidy(() => this.objective.after?.(rng.fork('after')));
      return parts;
    } catch (error) {
      tf.dispose(parts);
      throw error;
    }
  }

  /** What its slots are called in a checkpoint. */
  get part(): string {
    return `slots/${this.objective.name}`;
  }

  get updates(): number {
    return this.#updates;
  }

  /** The optimizer's slots by path and name ("encoder.kernel/mean"), still the player's own. */
  get slots(): Map<string, tf.Tensor> {
    const entries = [...this.#slots].flatMap(([path, slots]) =>
      Object.entries(slots).map(([name, slot]) => [`${path}/${name}`, slot] as const),
    );
    return new Map(entries);
  }

  /** Goes on from stored slots. A variable that no gradient has reached yet has none. */
  resume(updates: number, slots: ReadonlyMap<string, HostTensor>): void {
    const names = this.#optimizer.slots;
    const reached = [...this.#variables].filter(([path]) => names.some((name) => slots.has(`${path}/${name}`)));
    const wanted = reached.flatMap(([path, variable]) => names.map((name) => [`${path}/${name}`, variable] as const));
    const tensors = toTensors(new Map(wanted), slots);
    for (const [path] of reached) {
      this.#slots.set(path, Object.fromEntries(names.map((name) => [name, tensors.get(`${path}/${name}`)!])));
    }
    this.#updates = updates;
  }

  dispose(): void {
    tf.dispose([...this.#slots.values()].flatMap((slots) => Object.values(slots)));
    this.#slots.clear();
  }

  #differentiate(batch: Batch, rng: Rng, training: TrainingState): { values: Record<string, tf.Scalar>; gradients: Gradients } {
    let values: Record<string, tf.Scalar> = {};
    try {
      const loss = (): tf.Scalar => {
        const computed = this.objective.loss(batch, rng, training);
        values = keepValues(this.objective.name, computed.loss, computed.metrics);
        return computed.loss;
      };
      return { gradients: valueAndGradients(loss, [...this.#variables.values()]).gradients, values };
    } catch (error) {
      tf.dispose(values);
      throw error;
    }
  }

  /** Returns the norm of the gradient, before any clipping, where the objective asks for it. */
  #step(sums: Gradients, batches: number, rateFactor: number): tf.Scalar | undefined {
    const reached = [...this.#variables].flatMap(([path, variable], i) => {
      const sum = sums[i] ?? null; // a variable that the loss does not reach has no gradient and stays
      return sum === null ? [] : [{ path, variable, gradient: batches === 1 ? sum : tf.div(sum, batches) }];
    });
    const gradients = reached.map(({ gradient }) => gradient);
    const bounded = this.#clipNorm === undefined ? gradients : clipByGlobalNorm(gradients, this.#clipNorm);
    this.#updates += 1;
    reached.forEach(({ path, variable }, i) => this.#assign(path, variable, bounded[i]!, rateFactor));
    return this.objective.gradientNorm ? globalNorm(gradients) : undefined;
  }

  #assign(path: string, variable: tf.Variable, gradient: tf.Tensor, rateFactor: number): void {
    const step = { learningRate: this.#optimizer.config.learningRate * rateFactor, count: this.#updates };
    const old = this.#slots.get(path);
    tf.tidy(() => {
      const { value, slots } = this.#optimizer.update(variable, gradient, old ?? this.#zeroSlots(variable), step);
      variable.assign(value);
      for (const slot of Object.values(slots)) tf.keep(slot);
      this.#slots.set(path, slots);
    });
    const current = new Set(Object.values(this.#slots.get(path)!)); // a rule may hand a slot back as it was
    tf.dispose(Object.values(old ?? {}).filter((slot) => !current.has(slot)));
  }

  #zeroSlots(variable: tf.Variable): Slots {
    return Object.fromEntries(this.#optimizer.slots.map((name) => [name, tf.zerosLike<tf.Tensor>(variable)]));
  }
}

/** Loss and metrics under their names in the history, safe from the tidies around them. */
export function keepValues(
  name: string,
  loss: tf.Scalar,
  metrics: Readonly<Record<string, tf.Scalar>> = {},
): Record<string, tf.Scalar> {
  const named = Object.entries(metrics).map(([metric, value]) => [`${name}/${metric}`, tf.keep(tf.clone(value))] as const);
  return { [name]: tf.keep(tf.clone(loss)), ...Object.fromEntries(named) };
}

function addUp(a: tf.Tensor | null, b: tf.Tensor | null): tf.Tensor | null {
  return a === null || b === null ? (a ?? b) : tf.add(a, b);
}
