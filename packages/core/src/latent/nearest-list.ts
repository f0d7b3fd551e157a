/** The `count` smallest keys that were offered so far, smallest first; of equal ones the first that came. */
export class NearestList {
  readonly indices: number[] = [];
  readonly keys: number[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  offer(index: number, key: number): void {
    const { keys, indices } = this;
    if (keys.length === this.#count && key >= keys[keys.length - 1]!) return;
    let at = keys.length;
    while (at > 0 && keys[at - 1]! > key) at--;
    keys.splice(at, 0, key);
    indices.splice(at, 0, index);
    if (keys.length > this.#count) keys.length = indices.length = this.#count;
  }
}
