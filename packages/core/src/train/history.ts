import type { Weights } from './weights.ts';

/** Losses by objective ('elbo') and metrics by objective and name ('elbo/kl'), in the units that the model states. */
export type Values = Readonly<Record<string, number>>;

export interface TrainingReport {
  /** Steps done. */
  readonly step: number;
  /** Steps to do in all. */
  readonly steps: number;
  /** Passes over the data so far, where the source says how long one is. */
  readonly epoch?: number;
  /** Means over the steps since the last report; over the whole source in a validation. */
  readonly values: Values;
}

export interface FitCallbacks {
  onReport?(report: TrainingReport): void | Promise<void>;
  onValidation?(report: TrainingReport): void | Promise<void>;
}

export interface FitReport {
  /** Steps done. */
  readonly steps: number;
  readonly stopped: 'completed' | 'aborted' | 'patience';
  readonly history: readonly TrainingReport[];
  readonly validation: readonly TrainingReport[];
  /** The averaged weights, where `ema` was asked for: `withWeights(model, report.ema, use)`. The model holds the last ones. */
  readonly ema?: Weights;
}
