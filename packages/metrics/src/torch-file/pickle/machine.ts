import type { ByteReader } from '../byte-reader.ts';
import { checkSound, refuseDamaged, refuseUnknown } from '../check-sound.ts';
import { instructions } from './instructions.ts';
import { describe, isKind, type Value } from './value.ts';

/** No list of weights comes near it; each instruction makes one small object at most. */
const maxInstructions = 2 ** 20;

const stop = '.';

/** A storage that a pickle refers to by a tuple. */
type ResolveStorage = (id: Value) => Value;

/**
 * Reads one pickle: Python's way to write objects, as a program for a machine with a stack. Of its instructions this machine knows those
 * that build plain data, and of all names those in known.ts; a file with another one is refused and nothing of it is run.
 */
export function unpickle(reader: ByteReader, resolveStorage: ResolveStorage = refuseStorage): Value {
  const machine = new Machine(reader, resolveStorage);
  for (let count = 0; count < maxInstructions; count++) {
    const code = String.fromCharCode(reader.uint8());
    if (code === stop) return machine.pop();
    const instruction = instructions[code];
    if (instruction === undefined)
      refuseUnknown('the file', 'be pickled by protocol 2', `instruction 0x${code.charCodeAt(0).toString(16)}`);
    instruction(machine);
  }
  refuseDamaged('a pickle', `have at most ${maxInstructions} instructions`, 'more');
}

/** The stack, and what was put aside by number. */
export class Machine {
  readonly reader: ByteReader;
  readonly resolveStorage: ResolveStorage;
  readonly #stack: Value[] = [];
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, Value>();

  constructor(reader: ByteReader, resolveStorage: ResolveStorage) {
    this.reader = reader;
    this.resolveStorage = resolveStorage;
  }

  push(value: Value): void {
    this.#stack.push(value);
  }

  pop(): Value {
    const value = this.top();
    this.#stack.length--;
    return value;
  }

  popLast(count: number): Value[] {
    checkSound(this.#stack.length >= count, 'a pickle', 'take only what it has put', 'an empty stack');
    return this.#stack.splice(-count);
  }

  /** The last value, which stays. */
  top(): Value {
    const value = this.#stack.at(-1);
    checkSound(value !== undefined, 'a pickle', 'have put a value', 'an empty stack');
    return value;
  }

  mark(): void {
    this.#marks.push(this.#stack.length);
  }

  /** Everything above the last mark. */
  popToMark(): Value[] {
    const mark = this.#marks.pop();
    checkSound(mark !== undefined, 'a pickle', 'have a mark', 'none');
    return this.#stack.splice(mark);
  }

  remember(number: number): void {
    this.#memo.set(number, this.top());
  }

  recall(number: number): void {
    const value = this.#memo.get(number);
    checkSound(value !== undefined, 'a pickle', 'recall only what it remembers', number);
    this.push(value);
  }

  append(values: readonly Value[]): void {
    const list = this.top();
    checkSound(Array.isArray(list), 'a pickle', 'append to a list', describe(list));
    for (const value of values) list.push(value);
  }

  /** Keys and values take turns. */
  setItems(items: readonly Value[]): void {
    const dictionary = this.top();
    checkSound(
      dictionary instanceof Map && items.length % 2 === 0,
      'a pickle',
      'set items of a dictionary',
      describe(dictionary),
    );
    for (let i = 0; i < items.length; i += 2) dictionary.set(items[i]!, items[i + 1]!);
  }

  call(): void {
    const [called, values] = this.popLast(2);
    checkSound(Array.isArray(values), 'a pickle', 'call with a tuple', describe(values));
    checkSound(isKind('function', called), 'a pickle', 'call a function', describe(called));
    this.push(called.call(values));
  }
}

function refuseStorage(): never {
  refuseDamaged('the head of the file', 'be plain data', 'a storage');
}
