import { frequencyTotal } from './frequencies.ts';

/** The part of `frequencyTotal` that is a symbol's: the slots from `start` on, `frequency` of them, at least 1. */
export interface AnsShare {
  readonly symbol: number;
  readonly start: number;
  readonly frequency: number;
}

/** How the slots from 0 to `frequencyTotal` are shared among symbols, without a gap. */
export interface AnsShares {
  /** What a symbol has. */
  of(symbol: number): AnsShare;
  /** Whose a slot is. */
  at(slot: number): AnsShare;
}

/**
 * Shares by a cumulative distribution over the symbols 0 to `symbols` - 1: `below(k)`, for k from 1, is the probability of all before k.
 * It is asked log2(symbols) times a symbol, so that there may be thousands. Whatever it answers, NaN and what never grows included,
 * each symbol has at least 1 slot and all have the total: the symbols are halved again and again, and the cut between two halves
 * stays where each can give its symbols a slot.
 *
 *     0                               | below(4)             frequencyTotal
 *     |---------------|---------------|------|------------------------|
 *     |     0, 1      |     2, 3      | 4, 5 |          6, 7          |
 */
export class HalvedShares implements AnsShares {
  readonly #symbols: number;
  readonly #below: (symbol: number) => number;

  constructor(symbols: number, below: (symbol: number) => number) {
    this.#symbols = symbols;
    this.#below = below;
  }

  of(symbol: number): AnsShare {
    return this.#descend((middle) => symbol < middle);
  }

  at(slot: number): AnsShare {
    return this.#descend((_, cut) => slot < cut);
  }

  #descend(isBelow: (middle: number, cut: number) => boolean): AnsShare {
    let [first, start] = [0, 0];
    let [last, end] = [this.#symbols, frequencyTotal]; // exclusive
    while (last - first > 1) {
      const middle = Math.floor((first + last) / 2);
      const wanted = middle + Math.floor(this.#below(middle) * (frequencyTotal - this.#symbols)) || 0; // 0 for NaN
      const cut = Math.max(start + middle - first, Math.min(end - last + middle, wanted));
      if (isBelow(middle, cut)) [last, end] = [middle, cut];
      else [first, start] = [middle, cut];
    }
    return { symbol: first, start, frequency: end - start };
  }
}
