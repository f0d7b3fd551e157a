import { type Condition, checkLabels, type DataSpec, digest } from '@genmodels/core';
import { checkCondition } from '../conditioner.ts';

/** What images are conditioned on, as the caller gave it, on the host. */
export interface HostCondition {
  /** [images] */
  readonly labels?: Int32Array;
  /** [images, height, width, channels] */
  readonly map?: Float32Array;
}

/** What a condition is checked against. */
interface Conditioned {
  readonly spec: DataSpec;
  readonly config: { readonly classes: number; readonly mapChannels: number };
}

/** Reads a condition for so many images. Refuses one that is none for this model. */
export async function readCondition(model: Conditioned, condition: Condition, count: number): Promise<HostCondition> {
  const { classes, mapChannels } = model.config;
  const { labels, map } = condition;
  checkCondition({ classes, mapChannels, shape: model.spec.shape }, { labels: labels && { shape: [labels.length] }, map }, count);
  if (labels) checkLabels(labels, classes);
  return { ...(labels && { labels: Int32Array.from(labels) }), ...(map && { map: Float32Array.from(await map.data()) }) };
}

/** 16 hex digits: zeros where there is no condition. */
export async function digestCondition({ labels, map }: HostCondition): Promise<string> {
  if (!labels && !map) return '0'.repeat(16);
  return digest(`${labels ? await digest(labels, 32) : ''} ${map ? await digest(map, 32) : ''}`, 8);
}

/** The condition of the images from `begin` to `end`. */
export function conditionOfSome({ labels, map }: HostCondition, count: number, begin: number, end: number): HostCondition {
  const size = map ? map.length / count : 0;
  return {
    ...(labels && { labels: labels.subarray(begin, end) }),
    ...(map && { map: map.subarray(begin * size, end * size) }),
  };
}
