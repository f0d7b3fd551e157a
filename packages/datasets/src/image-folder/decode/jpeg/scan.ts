import { ensure } from '../damage.ts';
import type { Component } from './frame.ts';
import type { HuffmanTable } from './huffman.ts';
import type { Segment } from './segments.ts';
import type { Tables } from './tables.ts';

/** Above the highest bit that a scan may begin with. */
export const NOTHING_TOLD = 14;

/** A component with what its scans have told so far. */
export interface Plane extends Component {
  /** 64 numbers a block, row by row, before they are multiplied. */
  readonly coefficients: Int16Array;
  /** Of a progressive picture, in the order of storage: the lowest bit of each coefficient that was told. */
  readonly lowestBits: Uint8Array;
  /** What they must be multiplied by. Known from the plane's first scan on. */
  divisors?: Uint16Array;
}

/** A plane's part in a scan. */
export interface ScanPart {
  readonly plane: Plane;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
  /** The first coefficient of the block before, which the next one is told as a difference to. */
  prediction: number;
}

/** What a scan tells (ITU T.81, B.2.3). */
export interface Scan {
  readonly parts: readonly ScanPart[];
  /** The first and the last coefficient, in the order of storage. */
  readonly first: number;
  readonly last: number;
  /** Of a progressive picture: the bit that was told before, 0 where none was, and the bit that is told now. */
  readonly high: number;
  readonly low: number;
}

export function createPlane(component: Component): Plane {
  return {
    ...component,
    coefficients: new Int16Array(64 * component.blocksAcross * component.blocksDown),
    lowestBits: new Uint8Array(64).fill(NOTHING_TOLD),
  };
}

export function readScan({ data }: Segment, planes: readonly Plane[], tables: Tables): Scan {
  const count = data[0] ?? 0;
  ensure(count >= 1 && count <= 4 && data.length === 4 + 2 * count, 'the header of a scan is damaged');
  const parts = Array.from({ length: count }, (_, i) => readPart(data[1 + 2 * i]!, data[2 + 2 * i]!, planes, tables));
  ensure(new Set(parts.map(({ plane }) => plane)).size === count, 'a scan names a colour twice');
  const [first = 0, last = 0, bits = 0] = data.subarray(1 + 2 * count);
  return { parts, first, last, high: bits >> 4, low: bits & 15 };
}

function readPart(id: number, numbers: number, planes: readonly Plane[], tables: Tables): ScanPart {
  const plane = planes.find((candidate) => candidate.id === id);
  ensure(plane !== undefined, 'a scan names a colour that the picture does not have');
  const divisors = plane.divisors ?? tables.quantization[plane.quantization];
  ensure(divisors !== undefined, 'a quantization table is missing');
  plane.divisors = divisors;
  return { plane, dc: tables.dc[numbers >> 4], ac: tables.ac[numbers & 15], prediction: 0 };
}
