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

/** A checkpoint of a run. */
export interface SavedCheckpoint {
  /** Steps done. */
  readonly step: number;
  /** Its name in the folder. */
  readonly name: string;
}

/** Where a run went on from. */
export interface ResumedCheckpoint extends SavedCheckpoint {
  /** Newer ones that could not be read, the newest first. */
  readonly unreadable: readonly { readonly name: string; readonly error: Error }[];
}

export interface FitCallbacks {
  onReport?(report: TrainingReport): void | Promise<void>;
  onValidation?(report: TrainingReport): void | Promise<void>;
  /** Called before the first step of a run that goes on from a checkpoint. */
  onResume?(checkpoint: ResumedCheckpoint): void | Promise<void>;
  /** Called when a checkpoint is written and would survive a crash. */
  onCheckpoint?(checkpoint: SavedCheckpoint): void | Promise<void>;
  /**
   * Called when a checkpoint could not be written, because a disk is full, say. Training then goes on and tries again at the next
   * one. Without this callback `fit` rejects with the error at once; the model keeps what it learned.
   */
  onCheckpointError?(error: Error, checkpoint: SavedCheckpoint): void | Promise<void>;
}

export interface FitReport {
  /** Steps done. */
  readonly steps: number;
  readonly stopped: 'completed' | 'aborted' | 'patience';
  readonly history: readonly TrainingReport[];
  readonly validation: readonly TrainingReport[];
  /** The averaged weights, where `ema` was asked for: `withWeights(model, report.ema, use)`. The model holds the last ones. */
  readonly ema?: Weights;
  /** The checkpoint that the run went on from, where it went on from one. */
  readonly resumed?: ResumedCheckpoint;
  /** The newest checkpoint of the run, where there is one. */
  readonly checkpoint?: SavedCheckpoint;
}
