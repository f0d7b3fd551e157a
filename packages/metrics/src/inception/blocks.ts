import { type Branches, branches, convolution, halving, type Pool } from './steps.ts';

const average: Pool = { kind: 'average', stride: 1 };
const halve: Pool = { kind: 'maximum', stride: 2 };

/** Two 3x3 convolutions for a 5x5 one: figure 5 of the paper, at 35 x 35. */
export function block35(name: string, pooled: number): Branches {
  return branches(
    [convolution(`${name}.branch1x1`, 64, 1)],
    [convolution(`${name}.branch5x5_1`, 48, 1), convolution(`${name}.branch5x5_2`, 64, 5)],
    [
      convolution(`${name}.branch3x3dbl_1`, 64, 1),
      convolution(`${name}.branch3x3dbl_2`, 96, 3),
      convolution(`${name}.branch3x3dbl_3`, 96, 3),
    ],
    [average, convolution(`${name}.branch_pool`, pooled, 1)],
  );
}

/** From 35 x 35 to 17 x 17: figure 10. */
export function reduction35(name: string): Branches {
  return branches(
    [halving(`${name}.branch3x3`, 384)],
    [
      convolution(`${name}.branch3x3dbl_1`, 64, 1),
      convolution(`${name}.branch3x3dbl_2`, 96, 3),
      halving(`${name}.branch3x3dbl_3`, 96),
    ],
    [halve],
  );
}

/** A row and a column of 7 for a 7x7 convolution: figure 6, at 17 x 17. */
export function block17(name: string, width: number): Branches {
  return branches(
    [convolution(`${name}.branch1x1`, 192, 1)],
    [
      convolution(`${name}.branch7x7_1`, width, 1),
      convolution(`${name}.branch7x7_2`, width, 1, 7),
      convolution(`${name}.branch7x7_3`, 192, 7, 1),
    ],
    [
      convolution(`${name}.branch7x7dbl_1`, width, 1),
      convolution(`${name}.branch7x7dbl_2`, width, 7, 1),
      convolution(`${name}.branch7x7dbl_3`, width, 1, 7),
      convolution(`${name}.branch7x7dbl_4`, width, 7, 1),
      convolution(`${name}.branch7x7dbl_5`, 192, 1, 7),
    ],
    [average, convolution(`${name}.branch_pool`, 192, 1)],
  );
}

/** From 17 x 17 to 8 x 8. */
export function reduction17(name: string): Branches {
  return branches(
    [convolution(`${name}.branch3x3_1`, 192, 1), halving(`${name}.branch3x3_2`, 320)],
    [
      convolution(`${name}.branch7x7x3_1`, 192, 1),
      convolution(`${name}.branch7x7x3_2`, 192, 1, 7),
      convolution(`${name}.branch7x7x3_3`, 192, 7, 1),
      halving(`${name}.branch7x7x3_4`, 192),
    ],
    [halve],
  );
}

/** A row and a column of 3 side by side: figure 7, at 8 x 8. */
export function block8(name: string, pool: Pool['kind']): Branches {
  return branches(
    [convolution(`${name}.branch1x1`, 320, 1)],
    [
      convolution(`${name}.branch3x3_1`, 384, 1),
      branches([convolution(`${name}.branch3x3_2a`, 384, 1, 3)], [convolution(`${name}.branch3x3_2b`, 384, 3, 1)]),
    ],
    [
      convolution(`${name}.branch3x3dbl_1`, 448, 1),
      convolution(`${name}.branch3x3dbl_2`, 384, 3),
      branches([convolution(`${name}.branch3x3dbl_3a`, 384, 1, 3)], [convolution(`${name}.branch3x3dbl_3b`, 384, 3, 1)]),
    ],
    [{ kind: pool, stride: 1 }, convolution(`${name}.branch_pool`, 192, 1)],
  );
}
