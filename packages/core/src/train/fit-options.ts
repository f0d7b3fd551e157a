import { type Field, integer, list, number, object, optional } from '../config.ts';
import { check, GenmodelsError, show } from '../errors.ts';
import type { BatchSource, Objective } from '../model.ts';
import { checkSeed } from '../rng.ts';
import { adam } from './adam.ts';
import { type CheckpointOptions, type CheckpointPlan, checkpointField } from './checkpoint/checkpoint-options.ts';
import type { FitCallbacks } from './history.ts';
import type { Optimizer } from './optimizer.ts';
import { constant, type Schedule } from './schedule.ts';

export interface FitOptions {
  /** Steps to train; a step is each objective once, `repeat` times. Give these or `epochs`. */
  readonly steps?: number;
  /** Passes over a source that says how long one is, rounded down to whole steps. */
  readonly epochs?: number;
  /** Of all noise in training. The order of the data has its own seed, in the source. */
  readonly seed: number;
  /** One for all objectives (each keeps slots of its own), or one by objective name. @default adam() */
  readonly optimizer?: Optimizer | Readonly<Record<string, Optimizer>>;
  /** Factor on every learning rate. @default constant() */
  readonly schedule?: Schedule;
  /** Upper bound on the global norm of an objective's gradients. */
  readonly clipNorm?: number;
  /** Batches whose mean gradient makes one update. @default 1 */
  readonly accumulate?: number;
  /** Decay of an exponential moving average of the trained weights (no running statistics), which comes in the report. */
  readonly ema?: number;
  readonly validation?: ValidationOptions;
  /** Keeps the whole state of the run in files, so that another process can go on from there. */
  readonly checkpoint?: CheckpointOptions;
  /** Field paths ("encoder", "decoder.hidden") whose weights no update changes; running statistics still follow the data. */
  readonly freeze?: readonly string[];
  /** Losses are read from the device every so many steps: a read waits for it. @default 20 */
  readonly reportEvery?: number;
  readonly callbacks?: FitCallbacks;
  /** Ends training after the step at hand; the report says so, and the model keeps what it learned. */
  readonly signal?: AbortSignal;
}

export interface ValidationOptions {
  /** Held-out examples: never the test set, which is for the end. It must say its `stepsPerEpoch`. */
  readonly source: BatchSource;
  /** Steps between two looks. */
  readonly every: number;
  /** Ends training after so many looks in a row without a better first objective. */
  readonly patience?: number;
}

/** A source that says how long one pass is. */
export type FiniteSource = BatchSource & { readonly stepsPerEpoch: number };

/** The options with every default filled in. */
export interface FitPlan extends Omit<FitOptions, 'steps' | 'epochs' | 'optimizer' | 'validation' | 'checkpoint'> {
  readonly steps: number;
  readonly schedule: Schedule;
  readonly accumulate: number;
  readonly freeze: readonly string[];
  readonly reportEvery: number;
  readonly validation?: ValidationOptions & { readonly source: FiniteSource };
  readonly checkpoint?: CheckpointPlan;
  /** Batches that one step reads. */
  readonly batchesPerStep: number;
  optimizerOf(objective: Objective): Optimizer;
}

export function readFitOptions(options: FitOptions, objectives: readonly Objective[], source: BatchSource): FitPlan {
  const { optimizer = adam(), steps, epochs, ...rest } = object(fitFields())(options, 'fit') as FitOptions & FitPlan;
  checkSeed(rest.seed);
  checkObjectives(objectives);
  const batchesPerStep = rest.accumulate * Math.max(...objectives.map(({ repeat = 1 }) => repeat));
  return {
    ...rest,
    batchesPerStep,
    steps: countSteps({ steps, epochs, source, batchesPerStep }),
    optimizerOf: (objective) => findOptimizer(optimizer, objective),
  };
}

/** Their names stand in the history ("elbo/kl") and in checkpoints. */
function checkObjectives(objectives: readonly Objective[]): void {
  const names = objectives.map(({ name }) => name);
  check(
    names.length > 0 && new Set(names).size === names.length && names.every((name) => !name.includes('/')),
    'invalid-config',
    () => `the model must state at least one objective, each with a name of its own without "/", got ${show(names)}`,
  );
}

function fitFields() {
  return {
    steps: maybe(integer({ min: 1 })),
    epochs: maybe(integer({ min: 1 })),
    seed: given<number>(),
    optimizer: given<FitOptions['optimizer']>(),
    schedule: optional(given<Schedule>(), constant()),
    clipNorm: maybe(number({ above: 0 })),
    accumulate: optional(integer({ min: 1 }), 1),
    ema: maybe(number({ min: 0, max: 1 })),
    validation: maybe(object({ source: finiteSource, every: integer({ min: 1 }), patience: maybe(integer({ min: 1 })) })),
    checkpoint: maybe(checkpointField()),
    freeze: optional(list(given<string>()), []),
    reportEvery: optional(integer({ min: 1 }), 20),
    callbacks: given<FitCallbacks | undefined>(),
    signal: given<AbortSignal | undefined>(),
  };
}

/** A value that is code, or is checked elsewhere. */
function given<T>(): Field<T> {
  return (value) => value as T;
}

/** Looked at before training starts, not when its first look is due. */
function finiteSource(value: unknown, path: string): FiniteSource {
  const batches = (value as BatchSource | undefined)?.stepsPerEpoch;
  check(
    Number.isSafeInteger(batches) && batches! >= 1,
    'invalid-argument',
    () =>
      `${path} must say how many batches a pass has (stepsPerEpoch of at least 1), got ${show(batches)}; take a finite data set`,
  );
  return value as FiniteSource;
}

/** A value that may be absent. */
export function maybe<T>(field: Field<T>): Field<T | undefined> {
  return (value, path) => (value === undefined ? undefined : field(value, path));
}

interface StepCount {
  readonly steps: number | undefined;
  readonly epochs: number | undefined;
  readonly source: BatchSource;
  readonly batchesPerStep: number;
}

function countSteps({ steps, epochs, source: { stepsPerEpoch }, batchesPerStep }: StepCount): number {
  check(
    (steps === undefined) !== (epochs === undefined),
    'invalid-argument',
    () => 'fit needs either steps or epochs, and not both',
  );
  if (steps !== undefined) return steps;
  if (stepsPerEpoch === undefined) {
    throw new GenmodelsError(
      'invalid-argument',
      'this source does not say how long an epoch is (stepsPerEpoch); give fit steps instead of epochs',
    );
  }
  return Math.max(1, Math.floor((epochs! * stepsPerEpoch) / batchesPerStep));
}

function findOptimizer(optimizer: NonNullable<FitOptions['optimizer']>, { name }: Objective): Optimizer {
  if (isOptimizer(optimizer)) return optimizer;
  const found = Object.hasOwn(optimizer, name) ? optimizer[name] : undefined;
  if (found === undefined) {
    throw new GenmodelsError(
      'invalid-config',
      `optimizer must have an entry for the objective ${show(name)}, got ${show(optimizer)}`,
    );
  }
  return found;
}

function isOptimizer(value: NonNullable<FitOptions['optimizer']>): value is Optimizer {
  return typeof (value as Optimizer).update === 'function';
}
