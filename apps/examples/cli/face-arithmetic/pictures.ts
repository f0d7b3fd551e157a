import { interpolationStrips, lerp } from '@genmodels/core';
import type { GanGenerator } from '@genmodels/gan';
import * as tf from '@tensorflow/tfjs-core';
import { toFile } from '../data/draw-examples.ts';
import { drawRows } from '../data/draw-rows.ts';
import type { Codes } from './codes.ts';
import { type Equation, equations } from './equations.ts';
import { type SumOptions, type Sums, ways } from './ways.ts';

/** Results of an equation that are shown, steps on the way to one, and samples in a row and in a column. */
const shown = { results: 6, steps: 8, samples: 8 };

/** PNG files of an equation, a row a result in each. */
interface EquationPictures {
  /** Faces of the three terms and of the result. */
  readonly terms: readonly Uint8Array[];
  /** From other third faces to what comes of them along the pure direction. */
  readonly walk: Uint8Array;
  /** All of that side by side. */
  readonly all: Uint8Array;
}

/** PNG files; an equation that has too few faces is missing. */
export interface FacePictures {
  readonly samples: Uint8Array;
  readonly equations: Readonly<Record<string, EquationPictures>>;
}

export async function drawPictures(generator: GanGenerator, codes: Codes, options: SumOptions): Promise<FacePictures> {
  const drawn: [string, EquationPictures][] = [];
  for (const equation of equations) {
    const pictures = await drawEquation(generator, codes, equation, { ...options, results: shown.results });
    if (pictures !== undefined) drawn.push([equation.name, pictures]);
  }
  return { samples: await drawSamples(generator, options.seed), equations: Object.fromEntries(drawn) };
}

async function drawSamples(generator: GanGenerator, seed: number): Promise<Uint8Array> {
  const count = shown.samples ** 2;
  return toFile(await generator.sample({ count, seed }), 'images', shown.samples);
}

/** The first results that were measured, none chosen. */
async function drawEquation(
  generator: GanGenerator,
  codes: Codes,
  equation: Equation,
  options: SumOptions,
): Promise<EquationPictures | undefined> {
  const sums = ways.alike(codes, equation, options) ?? ways.any(codes, equation, options);
  const moved = ways.pure(codes, equation, options);
  try {
    return sums && moved && (await drawSums(generator, sums, moved));
  } finally {
    tf.dispose([{ ...sums }, { ...moved }]);
  }
}

async function drawSums(generator: GanGenerator, { first, second, third, result }: Sums, moved: Sums): Promise<EquationPictures> {
  const faces = [first!, second!, third, result].map((z) => generator.generate(z) as tf.Tensor4D);
  const walk = drawWalk(generator, moved);
  try {
    const all = await drawRows(faces[0]!, ...faces.slice(1), walk);
    const terms = await Promise.all(faces.map((images) => drawRows(images)));
    return { terms, walk: await toFile(tf.clone(walk), 'images', shown.steps), all };
  } finally {
    tf.dispose([faces, walk]);
  }
}

/** Faces on the way from each third term to its result, straight on. */
function drawWalk(generator: GanGenerator, { third, result }: Sums): tf.Tensor4D {
  return tf.tidy(() => generator.generate(interpolationStrips(third, result, shown.steps, lerp)) as tf.Tensor4D);
}
