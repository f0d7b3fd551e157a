import type { JsonObject } from '@genmodels/core';
import type { Cell } from './cell.ts';

/** What a generator's samples are worth. */
export interface Quality {
  /** Modes with a sample within 3 sigma. */
  readonly modes: number;
  /** The share of samples within 3 sigma of a mode, from 0 to 1. */
  readonly highQuality: number;
  /** KL(share of samples nearest to each mode || uniform) in nats. */
  readonly kl: number;
}

/** What has become of a training: its samples' quality, or that it ended in numbers that are none. */
export type Outcome =
  | {
      /** Of the averaged weights. */
      readonly averaged: Quality;
      /** Of the last ones. */
      readonly last: Quality;
      /** Samples of the averaged weights, x, y, x, y ... */
      readonly points: readonly number[];
    }
  | { readonly diverged: string };

/** A finished cell, as its file holds it. */
export interface CellResult {
  readonly cell: Cell;
  /** All that the training was told, so that a result of other settings is not taken for one of these. */
  readonly settings: JsonObject;
  /** Versions of Node and TensorFlow.js. */
  readonly about: string;
  readonly seconds: number;
  readonly outcome: Outcome;
}
