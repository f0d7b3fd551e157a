import type { ByteReader } from '../byte-reader.ts';
import { refuseDamaged, refuseUnknown } from '../check-sound.ts';
import { instructions } from './instructions.ts';
import { Machine, type ResolveStorage } from './machine.ts';
import type { Value } from './value.ts';

/** No list of weights comes near it; each instruction makes one small object at most. */
const maxInstructions = 2 ** 20;

const stop = '.';

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

function refuseStorage(): never {
  refuseDamaged('the head of the file', 'be plain data', 'a storage');
}
