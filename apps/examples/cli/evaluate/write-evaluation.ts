import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePictures } from '../../report/write-pictures.ts';
import { dataSets } from '../data/data-sets.ts';
import { drawNeighbors } from '../data/draw-neighbors.ts';
import { evaluationPage } from './page.ts';
import { drawFirst } from './pictures.ts';
import { evaluationReport } from './report.ts';
import type { EvaluationPictures, EvaluationRun } from './run.ts';

/** Writes the pictures, the scores as JSON and the page, and gives the page's path. */
export async function writeEvaluation(run: EvaluationRun): Promise<string> {
  const { options, evaluation } = run;
  const pictures = await drawPictures(run);
  const page = join(options.out, 'evaluation.html');
  const { columns, likelihood, audit } = evaluation;
  await Promise.all([
    writePictures(options.out, pictures),
    writeFile(join(options.out, 'scores.json'), `${JSON.stringify({ columns, likelihood, audit }, undefined, 2)}\n`),
    writeFile(page, evaluationPage(evaluationReport(run, pictures))),
  ]);
  return page;
}

async function drawPictures({ options, samples, parts, evaluation }: EvaluationRun): Promise<EvaluationPictures> {
  const { examples } = dataSets[options.data];
  const pictures = { samples: await drawFirst(samples, examples) };
  if (examples !== 'images') return pictures;
  const pairs = evaluation.audit.closest.toTraining;
  return { ...pictures, neighbors: await drawNeighbors(samples, parts.train, pairs) };
}
