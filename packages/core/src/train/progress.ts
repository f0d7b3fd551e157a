import type { BatchSource, Objective, Trainable } from '../model.ts';
import type { WeightAverage } from './average.ts';
import type { FitPlan } from './fit-options.ts';
import type { TrainingReport } from './history.ts';
import type { Meter } from './meter.ts';
import type { Player } from './player.ts';
import type { SoundWeights } from './sound-weights.ts';

/** What a run was given: it stays as it is. */
export interface Assignment {
  readonly model: Trainable;
  readonly source: BatchSource;
  readonly objectives: readonly Objective[];
  readonly plan: FitPlan;
}

/** All that changes while a model trains, besides its own variables: what a checkpoint must hold, but for `sound`. */
export interface Progress {
  /** Steps done. */
  step: number;
  readonly players: readonly Player[];
  readonly average: WeightAverage | undefined;
  /** Losses and metrics since the last report. */
  readonly meter: Meter;
  readonly history: TrainingReport[];
  readonly validation: TrainingReport[];
  /** What the model goes back to where its numbers break. */
  readonly sound: SoundWeights;
}
