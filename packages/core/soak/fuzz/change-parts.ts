import { drawInteger } from '../../src/random/integers.ts';
import type { Rng } from '../../src/rng.ts';
import { changeBytes, type Material } from './change-bytes.ts';
import { mostBytes } from './format.ts';
import { pick, pickPlace } from './pick.ts';

type Parts = readonly Uint8Array[];

/** Makes one change: mostly inside of a part, else a part is lost, repeated, moved or comes from another file. */
export function changeParts(parts: Parts, rng: Rng, material: Material): Parts {
  const at = drawInteger(Math.max(1, parts.length), rng);
  const part = parts[at] ?? new Uint8Array();
  const without = [...parts.slice(0, at), ...parts.slice(at + 1)];
  switch (drawInteger(8, rng)) {
    case 0:
      return without;
    case 1:
      return insert(parts, at, repeated(part, 2 ** drawInteger(pick([2, 2, 14], rng), rng)));
    case 2:
      return insert(without, pickPlace(without.length, rng), [part]);
    case 3:
      return insert(parts, at, [pick(material.others, rng)]);
    default:
      return insert(without, at, [changeBytes(part, rng, material)]);
  }
}

/** So many times, or as often as the largest file has room for: a part comes with some bytes of its own. */
function repeated(part: Uint8Array, times: number): Parts {
  return Array<Uint8Array>(Math.min(times, Math.ceil(mostBytes / (part.length + 4)))).fill(part);
}

function insert(parts: Parts, at: number, more: Parts): Parts {
  return [...parts.slice(0, at), ...more, ...parts.slice(at)];
}
