/**
 * Fills `places` with the places of as many of the largest keys, in order, the first of equals first. They wait in a heap with the smallest
 * on top, so that most keys are only compared with that.
 */
export function largest(keys: Int32Array, places: Int32Array): void {
  const count = places.length;
  if (count === 0) return;
  for (let i = 0; i < count; i++) places[i] = i;
  for (let at = (count >> 1) - 1; at >= 0; at--) sink(keys, places, at, count);
  for (let i = count, least = keys[places[0]!]!; i < keys.length; i++) {
    if (keys[i]! <= least) continue;
    places[0] = i;
    sink(keys, places, 0, count);
    least = keys[places[0]!]!;
  }
  for (let end = count - 1; end > 0; end--) {
    const least = places[0]!;
    places[0] = places[end]!;
    places[end] = least;
    sink(keys, places, 0, end);
  }
}

/** Moves what stands at `at` below all that come after it in order. */
function sink(keys: Int32Array, heap: Int32Array, start: number, size: number): void {
  const place = heap[start]!;
  let at = start;
  for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && comesAfter(keys, heap[child + 1]!, heap[child]!)) child++;
    if (!comesAfter(keys, heap[child]!, place)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = place;
}

function comesAfter(keys: Int32Array, a: number, b: number): boolean {
  return keys[a]! < keys[b]! || (keys[a] === keys[b] && a > b);
}
