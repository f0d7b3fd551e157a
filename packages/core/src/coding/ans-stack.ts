import { check, GenmodelsError } from '../errors.ts';
import type { AnsShare, AnsShares } from './ans-shares.ts';
import { frequencyTotal } from './frequencies.ts';
import { GrowingBytes } from './growing-bytes.ts';

/** The number on top of the stack is never smaller than this, nor as large as 256 times this. */
const leastTop = 2 ** 40;

export interface AnsStackOptions {
  /** What `bytes()` of another stack gave. @default a stack on which nothing was pushed */
  readonly bytes?: Uint8Array;
  /** A byte of what lies below all, where more is popped than was pushed. @default 'corrupt-file' is thrown */
  lend?(): number;
}

/**
 * Symbols as one long number: what was pushed last is popped first. A push takes -log2(frequency / `frequencyTotal`) bits, a pop
 * gives them back, and each undoes the other to the bit, in whatever order they come. So a pop by shares that nothing was pushed
 * with draws a symbol at random from the bits that are there, and a push returns these. Duda 2013 (1311.2540), section 2.3 ("rANS");
 * integers below 2^48 only, which are exact in a double, so it gives the same bytes on every engine.
 *
 *     lent bytes | pushed bytes ... | top, 6 bytes       a push writes into the top, from which bytes go down when it is full;
 *                                                        a pop reads from the top, which fetches them again
 */
export class AnsStack {
  readonly #bytes = new GrowingBytes();
  readonly #lend: () => number;
  #top = 0;

  constructor({ bytes = Uint8Array.of(1), lend = refuse }: AnsStackOptions = {}) {
    check(
      bytes.length > 0 && bytes.at(-1) !== 0,
      'corrupt-file',
      () => 'a stack must end in a byte above 0: the file is damaged',
    );
    for (const byte of bytes) this.#bytes.push(byte);
    this.#lend = lend;
    this.#fetch();
  }

  push(symbol: number, shares: AnsShares): void {
    const { start, frequency } = checkShare(symbol, shares.of(symbol));
    while (this.#top >= frequency * 256 * (leastTop / frequencyTotal)) {
      this.#bytes.push(this.#top % 256);
      this.#top = Math.floor(this.#top / 256);
    }
    this.#top = Math.floor(this.#top / frequency) * frequencyTotal + start + (this.#top % frequency);
  }

  pop(shares: AnsShares): number {
    const slot = this.#top % frequencyTotal;
    const { symbol, start, frequency } = shares.at(slot);
    this.#top = Math.floor(this.#top / frequencyTotal) * frequency + slot - start;
    this.#fetch();
    return symbol;
  }

  /**
   * A copy of all that is there, the deepest byte first. Of a stack from which as much was popped as pushed it is, read backwards, a 1
   * and then what was lent.
   */
  bytes(): Uint8Array<ArrayBuffer> {
    const below = this.#bytes.whole();
    const all = new Uint8Array(below.length + 6);
    all.set(below);
    all.set(
      Uint8Array.from({ length: 6 }, (_, i) => Math.floor(this.#top / 256 ** i) % 256),
      below.length,
    );
    return all;
  }

  #fetch(): void {
    while (this.#top < leastTop) this.#top = this.#top * 256 + (this.#bytes.pop() ?? this.#lend());
  }
}

function refuse(): never {
  throw new GenmodelsError('corrupt-file', 'a stack must hold all that is popped from it, got fewer bytes: the file is damaged');
}

function checkShare(symbol: number, share: AnsShare): AnsShare {
  const { start, frequency } = share;
  const isShare = share.symbol === symbol && start >= 0 && frequency >= 1 && start + frequency <= frequencyTotal;
  check(
    isShare,
    'invalid-argument',
    () => `a symbol must have a share of ${frequencyTotal} slots, got ${frequency} from ${start} for symbol ${symbol}`,
  );
  return share;
}
