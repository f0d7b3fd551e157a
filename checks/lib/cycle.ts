/** The first way from a node back to itself, as its nodes in order; empty where there is none. */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const finished = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (finished.has(node)) return [];
    const start = path.indexOf(node);
    if (start >= 0) return [...path.slice(start), node];
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle.length > 0) return cycle;
    }
    finished.add(node);
    return [];
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
