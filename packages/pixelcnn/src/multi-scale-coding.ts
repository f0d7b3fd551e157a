import { levelValues, sizeOf } from '@genmodels/core';
import { codeImages } from './coding/code-images.ts';
import type { HostCondition } from './coding/host-condition.ts';
import type { ImageCoding } from './coding/image-coding.ts';
import type { MultiScaleParts } from './multi-scale-parts.ts';

/** Codes all small images, then the pixels between theirs. Progress is of the large ones. */
export async function codeMultiScale(parts: MultiScaleParts, coding: ImageCoding): Promise<void> {
  const { lattice, spec } = parts;
  const { levels, condition, code } = coding;
  const channels = spec.shape[2]!;
  const small = lattice.part(levels, channels); // zeros, where levels are read
  const given = smallCondition(parts, condition);
  await codeImages(parts.small, { ...coding, levels: small, condition: given, onProgress: undefined });
  lattice.place(small, levels, channels);
  await codeImages(parts.large, {
    ...coding,
    condition: largeCondition(parts, coding, small),
    code: (frequencies, level, place) => (lattice.marks[place] ? level : code(frequencies, level, place)),
  });
}

function smallCondition({ lattice, config }: MultiScaleParts, { labels, map }: HostCondition): HostCondition {
  return { ...(labels && { labels }), ...(map && { map: lattice.part(map, config.mapChannels) }) };
}

/** The small images' pixels in their places, and the user's map. */
function largeCondition(parts: MultiScaleParts, { count, condition }: ImageCoding, small: Uint16Array): HostCondition {
  const { lattice, spec, large, config } = parts;
  const { labels, map } = condition;
  const channels = spec.shape[2]!;
  const values = levelValues(large.distribution.levels);
  const pixels = Float32Array.from(small, (level) => values[level]!);
  const placed = lattice.place(pixels, new Float32Array(count * sizeOf(spec.shape)), channels);
  return { ...(labels && { labels }), map: map ? concat([placed, channels], [map, config.mapChannels]) : placed };
}

type Channels = readonly [values: Float32Array, count: number];

/** One after the other in every pixel. */
function concat([first, before]: Channels, [second, after]: Channels): Float32Array {
  const all = new Float32Array(first.length + second.length);
  for (let pixel = 0; pixel < first.length / before; pixel++) {
    all.set(first.subarray(pixel * before, (pixel + 1) * before), pixel * (before + after));
    all.set(second.subarray(pixel * after, (pixel + 1) * after), pixel * (before + after) + before);
  }
  return all;
}
