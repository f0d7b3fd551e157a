import { integer, list, object } from '../../config.ts';
import { parseStrictJson } from '../../io/format/strict-json.ts';
import type { Json, JsonObject } from '../../json.ts';
import { table } from './table-field.ts';

/** Where a run stands, as far as it is plain data. */
export interface CheckpointState {
  /** What `describeRun` says of the run. */
  readonly run: JsonObject;
  /** Steps to do in all. */
  readonly steps: number;
  /** Steps done. */
  readonly step: number;
  /** Updates of each player. */
  readonly updates: readonly number[];
  /** Updates of the averaged weights. */
  readonly averaged: number;
  /** Weight of each sum of losses or metrics since the last report. */
  readonly pending: Readonly<Record<string, number>>;
}

/** Throws 'corrupt-file' or 'invalid-config' where the text is something else. */
export function parseCheckpointState(text: string): CheckpointState {
  const [steps, count] = [integer({ min: 1 }), integer({ min: 0 })];
  const fields = { run: table(anything), steps, step: steps, updates: list(count), averaged: count, pending: table(count) };
  return object(fields)(parseStrictJson(text, 'the training state'), 'training');
}

/** What a run was given matters only where it is not what this run is given. */
function anything(value: unknown): Json {
  return value as Json;
}
