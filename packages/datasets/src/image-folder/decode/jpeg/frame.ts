import { ensure, ensureSupported } from '../damage.ts';
import { ensureSides } from '../largest-side.ts';
import { marker, type Segment } from './segments.ts';

/** One of the colours of a picture, with its own resolution. */
export interface Component {
  readonly id: number;
  /** Blocks of 8x8 across and down in a group of all components. */
  readonly across: number;
  readonly down: number;
  /** Which table its coefficients were divided by. */
  readonly quantization: number;
  /** Its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Blocks in a row, and rows of blocks, up to whole groups. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
}

/** What a JPEG file says of its picture (ITU T.81, B.2.2). */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  /** Groups of blocks across and down: the order of an interleaved scan. */
  readonly groupsAcross: number;
  readonly groupsDown: number;
  readonly components: readonly Component[];
}

/** The frame of a file. It says no more than the file can hold: a block takes at least a bit. */
export function readFrame(segments: readonly Segment[], largestSide: number): Frame {
  const headers = segments.filter(({ marker }) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker));
  ensure(headers.length === 1, headers.length === 0 ? 'it has no picture' : 'it has more than one picture');
  const [header] = headers;
  ensureSupported(
    header!.marker <= 0xc2,
    'it is lossless, hierarchical or arithmetic-coded JPEG: only baseline and progressive are read',
  );
  const frame = parseFrame(header!);
  ensureSides(frame.width, frame.height, largestSide);
  const bytes = segments.reduce((sum, { entropy }) => sum + entropy.length, 0);
  const blocks = frame.components.reduce((sum, { width, height }) => sum + Math.ceil(width / 8) * Math.ceil(height / 8), 0);
  ensure(bytes * 8 >= blocks, 'it is too short for the picture that it says it is');
  return frame;
}

function parseFrame({ data, marker: code }: Segment): Frame {
  ensure(data.length >= 6 && data.length === 6 + 3 * data[5]!, 'its header has the wrong length');
  ensureSupported(data[0] === 8, `it has ${data[0]} bits a colour, and only 8 are read`);
  ensureSupported([1, 3, 4].includes(data[5]!), `it has ${data[5]} colours, and only 1, 3 or 4 are read`);
  const height = (data[1]! << 8) | data[2]!;
  const width = (data[3]! << 8) | data[4]!;
  const factors = data[5] === 1 ? [single(data)] : Array.from({ length: data[5]! }, (_, i) => factorsAt(data, 6 + 3 * i));
  const mostAcross = Math.max(...factors.map(({ across }) => across));
  const mostDown = Math.max(...factors.map(({ down }) => down));
  const groupsAcross = Math.ceil(width / (8 * mostAcross));
  const groupsDown = Math.ceil(height / (8 * mostDown));
  const components = factors.map((factor) => ({
    ...factor,
    width: Math.ceil((width * factor.across) / mostAcross),
    height: Math.ceil((height * factor.down) / mostDown),
    blocksAcross: groupsAcross * factor.across,
    blocksDown: groupsDown * factor.down,
  }));
  return { width, height, progressive: code === marker.frame + 2, groupsAcross, groupsDown, components };
}

type Factors = Pick<Component, 'id' | 'across' | 'down' | 'quantization'>;

function factorsAt(data: Uint8Array, at: number): Factors {
  const across = data[at + 1]! >> 4;
  const down = data[at + 1]! & 15;
  ensure(across >= 1 && across <= 4 && down >= 1 && down <= 4, 'a colour has a resolution that JPEG does not have');
  return { id: data[at]!, across, down, quantization: data[at + 2]! };
}

/** A single component is never interleaved, whatever its factors say (A.2.2). */
function single(data: Uint8Array): Factors {
  return { ...factorsAt(data, 6), across: 1, down: 1 };
}
