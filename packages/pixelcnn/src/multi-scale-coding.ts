import { codeImages, type ImageCoding } from './coding/code-images.ts';
import type { HostCondition } from './coding/host-condition.ts';
import { levelValues } from './coding/levels.ts';
import type { MultiScaleParts } from './multi-scale-parts.ts';

/** Codes all small images, then the pixels between theirs. Progress is of the large ones. */
export async function codeMultiScale(parts: MultiScaleParts, coding: ImageCoding): Promise<void> {
  const { lattice, spec } = parts;
  const { levels, condition, code } = coding;
  const channels = spec.shape[2]!;
  const small = lattice.part(levels, channels); // not there yet, where levels are read
  const given = smallCondition(parts, condition);
  await codeImages(parts.small, { ...coding, levels: small, condition: given, onProgress: undefined });
  lattice.place(small, levels, channels);
  await codeImages(parts.large, {
    ...coding,
    condition: largeCondition(parts, small, condition),
    code: (frequencies, level, place) => (lattice.marks[place] ? level : code(frequencies, level, place)),
  });
}

function smallCondition({ lattice, config }: MultiScaleParts, { labels, map }: HostCondition): HostCondition {
  return { ...(labels && { labels }), ...(map && { map: lattice.part(map, config.mapChannels) }) };
}

/** The small images' pixels in their places, and the user's map. */
function largeCondition(parts: MultiScaleParts, small: Uint16Array, { labels, map }: HostCondition): HostCondition {
  const { lattice, spec, large } = parts;
  const values = levelValues(large.distribution.levels);
  const pixels = Float32Array.from(small, (level) => values[level]!);
  const size = (small.length / lattice.chosen) * lattice.marks.length;
  const placed = lattice.place(pixels, new Float32Array(size), spec.shape[2]!);
  return { ...(labels && { labels }), map: map ? beside(placed, map, spec.shape[2]!) : placed };
}
