/** Times the runs of one piece of work: first some that only warm up, then as many as fit into a time, and at least two. */
export class Laps {
  /** Milliseconds of each run that counts. */
  readonly times: number[] = [];
  readonly #milliseconds: number;
  #warmUps = 0;
  #warm = false;
  #start = performance.now();
  #last = performance.now();

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** A run is over, and the next one begins. Says whether it need not. */
  lap(): boolean {
    const now = performance.now();
    if (this.#warm) this.times.push(now - this.#last);
    else this.#warmUp(now);
    this.#last = now;
    return this.times.length >= 2 && now - this.#start >= this.#milliseconds;
  }

  /** Two runs and a quarter of the time: engines compile once more, and better, what is called often. */
  #warmUp(now: number): void {
    this.#warmUps += 1;
    if (this.#warmUps < 2 || now - this.#start < this.#milliseconds / 4) return;
    this.#warm = true;
    this.#start = now;
  }
}
