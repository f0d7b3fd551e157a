/**
 * The numbers of the first images in so many groups of `size`, or fewer where there are not enough. Where images have classes, each
 * group is of one: codes of a model that is told the class mean nothing between two.
 */
export function groupsOf(length: number, labels: ArrayLike<number> | undefined, count: number, size: number): number[][] {
  const all = Array.from({ length }, (_, i) => i);
  if (labels === undefined) return cut(all, size).slice(0, count);
  const classes = [...new Set(Array.from(labels))].sort((a, b) => a - b);
  const byClass = classes.map((label) =>
    cut(
      all.filter((i) => labels[i] === label),
      size,
    ),
  );
  const rounds = Math.max(...byClass.map((groups) => groups.length));
  return Array.from({ length: rounds }, (_, round) => byClass.flatMap((groups) => groups.slice(round, round + 1)))
    .flat()
    .slice(0, count);
}

/** Whole groups of `size`, one after another. */
function cut(indices: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.floor(indices.length / size) }, (_, i) => indices.slice(i * size, (i + 1) * size));
}
