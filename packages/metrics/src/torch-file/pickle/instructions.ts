import { lookUp } from './known.ts';
import type { Machine } from './machine.ts';
import { readLong } from './read-long.ts';

/** What each byte of a pickle does, by its character and name in Python's pickletools: all that PyTorch writes by protocol 2, but for the end. */
export const instructions: Readonly<Record<string, (machine: Machine) => void>> = {
  // plain values
  N: (machine) => machine.push(null), // NONE
  '\x88': (machine) => machine.push(true), // NEWTRUE
  '\x89': (machine) => machine.push(false), // NEWFALSE
  J: (machine) => machine.push(machine.reader.int32()), // BININT
  K: (machine) => machine.push(machine.reader.uint8()), // BININT1
  M: (machine) => machine.push(machine.reader.uint16()), // BININT2
  '\x8a': (machine) => machine.push(readLong(machine.reader.take(machine.reader.uint8()))), // LONG1
  G: (machine) => machine.push(machine.reader.float64()), // BINFLOAT
  X: (machine) => machine.push(machine.reader.text(machine.reader.uint32())), // BINUNICODE
  T: (machine) => machine.push(machine.reader.text(machine.reader.uint32())), // BINSTRING, of Python 2
  U: (machine) => machine.push(machine.reader.text(machine.reader.uint8())), // SHORT_BINSTRING, of Python 2

  // lists, tuples, dictionaries
  ']': (machine) => machine.push([]), // EMPTY_LIST
  ')': (machine) => machine.push([]), // EMPTY_TUPLE
  '}': (machine) => machine.push(new Map()), // EMPTY_DICT
  '(': (machine) => machine.mark(), // MARK
  t: (machine) => machine.push(machine.popToMark()), // TUPLE
  '\x85': (machine) => machine.push(machine.popLast(1)), // TUPLE1
  '\x86': (machine) => machine.push(machine.popLast(2)), // TUPLE2
  '\x87': (machine) => machine.push(machine.popLast(3)), // TUPLE3
  a: (machine) => machine.append(machine.popLast(1)), // APPEND
  e: (machine) => machine.append(machine.popToMark()), // APPENDS
  s: (machine) => machine.setItems(machine.popLast(2)), // SETITEM
  u: (machine) => machine.setItems(machine.popToMark()), // SETITEMS

  // values that come twice
  q: (machine) => machine.remember(machine.reader.uint8()), // BINPUT
  r: (machine) => machine.remember(machine.reader.uint32()), // LONG_BINPUT
  h: (machine) => machine.recall(machine.reader.uint8()), // BINGET
  j: (machine) => machine.recall(machine.reader.uint32()), // LONG_BINGET

  // objects
  '\x80': (machine) => machine.reader.take(1), // PROTO, the version: what it does not know, a reader sees
  c: (machine) => machine.push(lookUp(`${machine.reader.line()}.${machine.reader.line()}`)), // GLOBAL
  Q: (machine) => machine.push(machine.resolveStorage(machine.pop())), // BINPERSID
  R: (machine) => machine.call(), // REDUCE
  b: (machine) => machine.pop(), // BUILD would set attributes: a dictionary's versions of modules, which are no weights
};
