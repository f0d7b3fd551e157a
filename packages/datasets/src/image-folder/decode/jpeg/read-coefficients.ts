import { ensure } from '../damage.ts';
import { BitReader } from './bit-reader.ts';
import type { BlockCoder } from './block-coder.ts';
import type { Frame } from './frame.ts';
import { progressive } from './progressive.ts';
import { createPlane, type Plane, readScan, type Scan } from './scan.ts';
import { marker, type Segment } from './segments.ts';
import { sequential } from './sequential.ts';
import { Tables } from './tables.ts';

/** Encoders write up to about 15. Each passes over the whole picture, so that thousands of them in a small file would take minutes. */
const MOST_SCANS = 64;

/** Reads all scans of a file: the coefficients of each component. */
export function readCoefficients(segments: readonly Segment[], frame: Frame): Plane[] {
  const planes = frame.components.map(createPlane);
  ensure(
    segments.filter((segment) => segment.marker === marker.scan).length <= MOST_SCANS,
    `it has more than ${MOST_SCANS} scans`,
  );
  const tables = new Tables();
  for (const segment of segments) {
    if (segment.marker === marker.quantization) tables.readQuantization(segment.data);
    else if (segment.marker === marker.huffman) tables.readHuffman(segment.data);
    else if (segment.marker === marker.restart) tables.readRestartInterval(segment.data);
    else if (segment.marker === marker.scan)
      readBlocks(segment.entropy, frame, readScan(segment, planes, tables), tables.restartInterval);
  }
  ensure(
    planes.every(({ divisors }) => divisors !== undefined),
    'a colour is missing',
  );
  return planes;
}

function readBlocks(entropy: Uint8Array, frame: Frame, scan: Scan, restartInterval: number): void {
  const bits = new BitReader(entropy);
  const coder = frame.progressive ? progressive(bits, scan) : sequential(bits, scan);
  const [across, down, readGroup] = scan.parts.length === 1 ? singly(scan, coder) : interleaved(frame, scan, coder);
  const groups = across * down;
  for (let group = 0; group < groups; group++) {
    if (restartInterval > 0 && group > 0 && group % restartInterval === 0) {
      bits.passRestart();
      coder.restart();
    }
    readGroup(group % across, Math.floor(group / across));
    ensure(!bits.overrun, 'its pixels are cut short');
  }
}

/** Groups across, groups down, and what reads one. */
type Groups = readonly [across: number, down: number, read: (column: number, row: number) => void];

/** A single component has its blocks one by one, without those that only fill a group (ITU T.81, A.2.2). */
function singly({ parts }: Scan, coder: BlockCoder): Groups {
  const { plane } = parts[0]!;
  const read = (column: number, row: number) => coder.readBlock(parts[0]!, 64 * (row * plane.blocksAcross + column));
  return [Math.ceil(plane.width / 8), Math.ceil(plane.height / 8), read];
}

/** Several components take turns, each with all of its blocks in the group (A.2.3). */
function interleaved({ groupsAcross, groupsDown }: Frame, { parts }: Scan, coder: BlockCoder): Groups {
  const read = (column: number, row: number) => {
    for (const part of parts) {
      const { across, down, blocksAcross } = part.plane;
      for (let y = row * down; y < (row + 1) * down; y++) {
        for (let x = column * across; x < (column + 1) * across; x++) coder.readBlock(part, 64 * (y * blocksAcross + x));
      }
    }
  };
  return [groupsAcross, groupsDown, read];
}
