import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from '../gradients/register.ts';
import type { Batch, BatchSource, Trainable } from '../model.ts';
import { pauser } from '../pause.ts';
import { createRng, type Rng } from '../rng.ts';
import { WeightAverage } from './average.ts';
import { Checkpointer } from './checkpoint/checkpointer.ts';
import { type FitOptions, readFitOptions } from './fit-options.ts';
import { checkFinite, checkWeights } from './guards.ts';
import type { FitReport, ResumedCheckpoint, TrainingReport, Values } from './history.ts';
import { Meter } from './meter.ts';
import { Player } from './player.ts';
import type { Assignment, Progress } from './progress.ts';
import { SoundWeights } from './sound-weights.ts';
import { StepBatches } from './step-batches.ts';
import { unfrozen, variablesOf } from './trained-variables.ts';
import { validate } from './validate.ts';

/**
 * Trains a model: at every step each of its objectives in order, `repeat` times, each time with a fresh batch.
 *
 * The same model, source and options give the same weights, bit for bit, in every run on one CPU backend. `fit` disposes the
 * batches that the source made for it and nothing else. It rejects with 'diverged' when a loss is no finite number any more, and with
 * 'invalid-value' when that came of the data; the model then has the last weights by which a reported loss was finite.
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
  readonly #given: Assignment;
  readonly #progress: Progress;
  readonly #rng: Rng;
  #checkpointer: Checkpointer | undefined;

  constructor(model: Trainable, source: BatchSource, options: FitOptions) {
    const objectives = model.objectives();
    const plan = readFitOptions(options, objectives, source);
    const { seed, ema, freeze, clipNorm } = plan;
    const trained = unfrozen(model, freeze);
    const players = objectives.flatMap((objective) => {
      const variables = variablesOf(objective, model, trained);
      const optimizer = plan.optimizerOf(objective);
      return variables.size === 0 ? [] : [new Player({ objective, variables, clipNorm, optimizer })];
    });
    const average = ema === undefined ? undefined : new WeightAverage(trained, ema);
    this.#given = { model, source, objectives, plan };
    this.#progress = {
      step: 0,
      players,
      average,
      meter: new Meter(),
      history: [],
      validation: [],
      sound: new SoundWeights(model),
    };
    this.#rng = createRng(seed);
  }

  async train(): Promise<FitReport> {
    const resumed = await this.#resume();
    this.#progress.sound.keep(this.#progress.step);
    this.#progress.sound.confirm();
    const stopped = await this.#takeSteps();
    await this.#checkpointer?.save();
    await this.#close();
    const { step, history, validation, average } = this.#progress;
    const ema = await average?.read();
    const checkpoint = this.#checkpointer?.last;
    return {
      steps: step,
      stopped,
      history,
      validation,
      ...(ema && { ema }),
      ...(resumed && { resumed }),
      ...(checkpoint && { checkpoint }),
    };
  }

  dispose(): void {
    const { players, average, meter, sound } = this.#progress;
    for (const player of players) player.dispose();
    average?.dispose();
    meter.dispose();
    sound.dispose();
  }

  async #resume(): Promise<ResumedCheckpoint | undefined> {
    const { checkpoint } = this.#given.plan;
    if (checkpoint === undefined) return undefined;
    this.#checkpointer = new Checkpointer(this.#given, this.#progress, checkpoint);
    return this.#checkpointer.resume();
  }

  async #takeSteps(): Promise<FitReport['stopped']> {
    const { steps, signal, reportEvery, validation, checkpoint } = this.#given.plan;
    const progress = this.#progress;
    const isDue = (every: number | undefined) => every !== undefined && progress.step % every === 0;
    const isReportedAt = (step: number) => step % reportEvery === 0 || step === steps;
    const rest = pauser();
    while (progress.step < steps) {
      if (this.#patienceIsSpent()) return 'patience';
      if (signal?.aborted) return 'aborted';
      if (isReportedAt(progress.step + 1)) progress.sound.keep(progress.step); // its losses are the last that a report tells of
      await this.#step(progress.step);
      progress.step += 1;
      if (isDue(reportEvery)) await this.#report();
      if (isDue(validation?.every)) await this.#validate();
      if (isDue(checkpoint?.every)) await this.#checkpointer!.save();
      await rest();
    }
    return 'completed';
  }

  /** What only the end of a run calls for. No checkpoint holds it, so that a longer run goes on as if it had not ended here. */
  async #close(): Promise<void> {
    const { model, plan } = this.#given;
    const { step, history, validation } = this.#progress;
    if (step > lastStep(history)) await this.#report();
    if (plan.validation && step === plan.steps && step > lastStep(validation)) await this.#validate();
    await checkWeights(model, this.#progress);
  }

  async #step(step: number): Promise<void> {
    const { source, plan } = this.#given;
    const batches = new StepBatches(source, step, plan.batchesPerStep);
    const rng = this.#rng.fork('step').fork(step);
    try {
      if (step === 0) await this.#initialize(batches, rng);
      for (const player of this.#progress.players) {
        for (let i = 0; i < (player.objective.repeat ?? 1); i++)
          await this.#update(player, batches, step, i, rng.fork(player.objective.name).fork(i));
      }
      this.#progress.average?.update();
    } finally {
      batches.dispose();
    }
  }

  async #initialize(batches: StepBatches, rng: Rng): Promise<void> {
    for (const objective of this.#given.objectives) {
      if (objective.initialize === undefined) continue;
      const batch = await batches.get(0);
      tf.tidy(() => objective.initialize!(batch, rng.fork(`initialize ${objective.name}`)));
    }
  }

  async #update(player: Player, batches: StepBatches, step: number, repetition: number, rng: Rng): Promise<void> {
    const { accumulate, schedule, steps } = this.#given.plan;
    const wanted: Batch[] = [];
    // One by one: were two under way and one failed, the other would arrive after the step is cleaned up.
    for (let i = 0; i < accumulate; i++) wanted.push(await batches.get(repetition * accumulate + i));
    const parts = player.update(wanted, rng, { step, mode: 'train' }, schedule(step, steps));
    for (const values of parts) this.#progress.meter.add(values);
  }

  async #report(): Promise<void> {
    const { meter, history } = this.#progress;
    const report = this.#describe(await meter.take());
    await checkFinite(this.#given, this.#progress, report.values);
    this.#progress.sound.confirm();
    history.push(report);
    await this.#given.plan.callbacks?.onReport?.(report);
  }

  async #validate(): Promise<void> {
    const { objectives, plan } = this.#given;
    const { step, validation } = this.#progress;
    const report = this.#describe(await validate(objectives, plan.validation!.source, this.#rng.fork('validation'), step));
    validation.push(report);
    await plan.callbacks?.onValidation?.(report);
  }

  #patienceIsSpent(): boolean {
    const { objectives, plan } = this.#given;
    const { step, validation } = this.#progress;
    if (lastStep(validation) < step) return false; // only a look can spend it
    const losses = validation.map(({ values }) => values[objectives[0]!.name]!);
    return looksSinceBest(losses) >= (plan.validation?.patience ?? Infinity);
  }

  #describe(values: Values): TrainingReport {
    const { source, plan } = this.#given;
    const { step } = this.#progress;
    const { stepsPerEpoch } = source;
    const epoch = stepsPerEpoch !== undefined && { epoch: (step * plan.batchesPerStep) / stepsPerEpoch };
    return { step, steps: plan.steps, ...epoch, values };
  }
}

function lastStep(reports: readonly TrainingReport[]): number {
  return reports.at(-1)?.step ?? 0;
}

/** How many of the last looks brought nothing better. NaN is worse than any number. */
function looksSinceBest(losses: readonly number[]): number {
  const comparable = losses.map((loss) => (Number.isNaN(loss) ? Infinity : loss));
  return losses.length - 1 - comparable.indexOf(Math.min(...comparable));
}
