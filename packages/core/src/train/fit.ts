import * as tf from '@tensorflow/tfjs-core';
import { check, GenmodelsError, show } from '../errors.ts';
import { registerGradients } from '../gradients/register.ts';
import type { Batch, BatchSource, Objective, Trainable } from '../model.ts';
import { namedVariables } from '../nn/module.ts';
import { pauser } from '../pause.ts';
import { createRng, type Rng } from '../rng.ts';
import { WeightAverage } from './average.ts';
import { type FitOptions, type FitPlan, readFitOptions } from './fit-options.ts';
import { checkFinite, checkWeights } from './guards.ts';
import type { FitReport, TrainingReport, Values } from './history.ts';
import { Meter } from './meter.ts';
import { Player } from './player.ts';
import { StepBatches } from './step-batches.ts';
import { validate } from './validate.ts';

/**
 * Trains a model: at every step each of its objectives in order, `repeat` times, each time with a fresh batch.
 *
 * The same model, source and options give the same weights, bit for bit, in every run on one CPU backend. `fit` disposes the
 * batches that the source made for it and nothing else. It rejects with 'diverged' when a loss is no finite number any more.
 */
export async function fit(model: Trainable, source: BatchSource, options: FitOptions): Promise<FitReport> {
  registerGradients();
  const run = new Run(model, source, options);
  try {
    return await run.train();
  } finally {
    run.dispose();
  }
}

class Run {
  readonly #model: Trainable;
  readonly #source: BatchSource;
  readonly #plan: FitPlan;
  readonly #rng: Rng;
  readonly #objectives: readonly Objective[];
  readonly #players: readonly Player[];
  readonly #average: WeightAverage | undefined;
  readonly #meter = new Meter();
  readonly #history: TrainingReport[] = [];
  readonly #validation: TrainingReport[] = [];

  constructor(model: Trainable, source: BatchSource, options: FitOptions) {
    this.#model = model;
    this.#source = source;
    this.#objectives = model.objectives();
    this.#plan = readFitOptions(options, this.#objectives, source);
    this.#rng = createRng(this.#plan.seed);
    const { ema, freeze, clipNorm } = this.#plan;
    const trained = unfrozen(model, freeze);
    this.#players = this.#objectives.flatMap((objective) => {
      const variables = variablesOf(objective, model, trained);
      const optimizer = this.#plan.optimizerOf(objective);
      return variables.size === 0 ? [] : [new Player({ objective, variables, clipNorm, optimizer })];
    });
    this.#average = ema === undefined ? undefined : new WeightAverage(trained, ema);
  }

  async train(): Promise<FitReport> {
    const { steps, signal, reportEvery, validation } = this.#plan;
    const rest = pauser();
    let step = 0;
    let stopped: FitReport['stopped'] = 'completed';
    while (step < steps) {
      if (signal?.aborted) {
        stopped = 'aborted';
        break;
      }
      await this.#step(step);
      step += 1;
      if (step % reportEvery === 0 || step === steps) await this.#report(step);
      if (validation && (step % validation.every === 0 || step === steps) && (await this.#validate(step))) {
        stopped = step === steps ? 'completed' : 'patience';
        break;
      }
      await rest();
    }
    if (step > this.#lastReport) await this.#report(step); // a run that ends early ends between two reports
    await checkWeights(this.#model);
    const ema = await this.#average?.read();
    return { steps: step, stopped, history: this.#history, validation: this.#validation, ...(ema && { ema }) };
  }

  dispose(): void {
    for (const player of this.#players) player.dispose();
    this.#average?.dispose();
    this.#meter.dispose();
  }

  async #step(step: number): Promise<void> {
    const batches = new StepBatches(this.#source, step, this.#plan.batchesPerStep);
    const rng = this.#rng.fork('step').fork(step);
    try {
      if (step === 0) await this.#initialize(batches, rng);
      for (const player of this.#players) {
        for (let i = 0; i < (player.objective.repeat ?? 1); i++)
          await this.#update(player, batches, step, i, rng.fork(player.objective.name).fork(i));
      }
      this.#average?.update();
    } finally {
      batches.dispose();
    }
  }

  async #initialize(batches: StepBatches, rng: Rng): Promise<void> {
    for (const objective of this.#objectives) {
      if (objective.initialize === undefined) continue;
      const batch = await batches.get(0);
      tf.tidy(() => objective.initialize!(batch, rng.fork(`initialize ${objective.name}`)));
    }
  }

  async #update(player: Player, batches: StepBatches, step: number, repetition: number, rng: Rng): Promise<void> {
    const { accumulate, schedule, steps } = this.#plan;
    const wanted: Batch[] = [];
    // One by one: were two under way and one failed, the other would arrive after the step is cleaned up.
    for (let i = 0; i < accumulate; i++) wanted.push(await batches.get(repetition * accumulate + i));
    const parts = player.update(wanted, rng, { step, mode: 'train' }, schedule(step, steps));
    for (const values of parts) this.#meter.add(values);
  }

  async #report(step: number): Promise<void> {
    const { batchesPerStep, callbacks } = this.#plan;
    const report = this.#describe(step, await this.#meter.take());
    await checkFinite({
      model: this.#model,
      source: this.#source,
      values: report.values,
      batches: [this.#lastReport * batchesPerStep, step * batchesPerStep],
    });
    this.#history.push(report);
    await callbacks?.onReport?.(report);
  }

  get #lastReport(): number {
    return this.#history.at(-1)?.step ?? 0;
  }

  /** Says whether patience is at its end. */
  async #validate(step: number): Promise<boolean> {
    const { source, patience = Infinity } = this.#plan.validation!;
    const report = this.#describe(step, await validate(this.#objectives, source, this.#rng.fork('validation'), step));
    this.#validation.push(report);
    await this.#plan.callbacks?.onValidation?.(report);
    const losses = this.#validation.map(({ values }) => values[this.#objectives[0]!.name]!);
    return looksSinceBest(losses) >= patience;
  }

  #describe(step: number, values: Values): TrainingReport {
    const { stepsPerEpoch } = this.#source;
    const { steps, batchesPerStep } = this.#plan;
    return { step, steps, ...(stepsPerEpoch !== undefined && { epoch: (step * batchesPerStep) / stepsPerEpoch }), values };
  }
}

/** How many of the last looks brought nothing better. NaN is worse than any number. */
function looksSinceBest(losses: readonly number[]): number {
  const comparable = losses.map((loss) => (Number.isNaN(loss) ? Infinity : loss));
  return losses.length - 1 - comparable.indexOf(Math.min(...comparable));
}

/** The trainable variables by path, without the frozen ones. */
function unfrozen(model: Trainable, freeze: readonly string[]): Map<string, tf.Variable> {
  const trainable = [...namedVariables(model)].filter(([, variable]) => variable.trainable);
  const covers = (prefix: string, path: string) => path === prefix || path.startsWith(`${prefix}.`);
  for (const prefix of freeze) {
    check(
      trainable.some(([path]) => covers(prefix, path)),
      'invalid-config',
      () => `freeze names ${show(prefix)}, but the model has only ${trainable.map(([path]) => path).join(', ')}`,
    );
  }
  const kept = trainable.filter(([path]) => !freeze.some((prefix) => covers(prefix, path)));
  check(kept.length > 0, 'invalid-config', () => 'freeze leaves no variable to train; freeze fewer');
  return new Map(kept);
}

/** An objective's variables under their paths: optimizer slots are kept by path. */
function variablesOf(
  objective: Objective,
  model: Trainable,
  trained: ReadonlyMap<string, tf.Variable>,
): Map<string, tf.Variable> {
  const all = new Set(namedVariables(model).values());
  if (!objective.variables.every((variable) => all.has(variable))) {
    throw new GenmodelsError(
      'invalid-config',
      `the objective ${show(objective.name)} trains a variable that is no field of the model; keep it in a field`,
    );
  }
  const wanted = new Set(objective.variables);
  return new Map([...trained].filter(([, variable]) => wanted.has(variable)));
}
