import { joinBytes } from '../../join-bytes.ts';

/** A member of an archive. */
export interface Member {
  readonly path: string;
  readonly content?: Uint8Array;
  /** '0' a file, '5' a folder, '2' a link. @default '0' */
  readonly type?: string;
  /** What its header says of its size. @default the truth */
  readonly size?: string;
}

/** For tests: a tar archive, as readTar describes it. */
export function packTar(members: readonly Member[]): Uint8Array {
  return joinBytes([
    ...members.flatMap(({ content = new Uint8Array(), ...rest }) => [header(rest, content), fill(content)]),
    new Uint8Array(1024),
  ]);
}

function header({ path, type = '0', size }: Member, content: Uint8Array): Uint8Array {
  const block = new Uint8Array(512);
  const write = (text: string, at: number) =>
    void block.set(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  write(path, 0);
  write('0000644\0', 100);
  write(size ?? `${octal(content.length, 11)}\0`, 124);
  write('        ', 148);
  write(type, 156);
  write('ustar\x0000', 257);
  write(
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    148,
  );
  return block;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function fill(content: Uint8Array): Uint8Array {
  return joinBytes([content, new Uint8Array(-content.length & 511)]);
}
