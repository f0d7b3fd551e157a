/** Filters in a panel: what a kernel sums at once. */
const panel = 8;

/** Collects the weights of a program. Offsets count bytes. */
export class WeightWriter {
  readonly #parts: Float32Array[] = [];
  #length = 0;

  /** Writes a bias [filters], filled up with zeros to whole panels. */
  bias(values: Float32Array): number {
    return this.#write(inPanels(values, values.length));
  }

  /** Writes matrices [inputs, filters], one below the other. */
  matrix(matrices: readonly Float32Array[], filters: number): number {
    return this.#write(inPanels(joined(matrices), filters));
  }

  get values(): Float32Array {
    return joined(this.#parts);
  }

  #write(values: Float32Array): number {
    const offset = this.#length * values.BYTES_PER_ELEMENT;
    this.#parts.push(values);
    this.#length += values.length;
    return offset;
  }
}

/** From [depth, filters] to [panels, depth, 8]. */
function inPanels(matrix: Float32Array, filters: number): Float32Array {
  const depth = matrix.length / filters;
  const panels = new Float32Array(Math.ceil(filters / panel) * depth * panel);
  for (let row = 0; row < depth; row++) {
    for (let filter = 0; filter < filters; filter++) {
      const place = (Math.floor(filter / panel) * depth + row) * panel + (filter % panel);
      panels[place] = matrix[row * filters + filter]!;
    }
  }
  return panels;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
