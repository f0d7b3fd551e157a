import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../../report/fact-list.ts';
import { machineFacts } from '../../report/machine-facts.ts';
import { decimal, duration, whole } from '../../report/numbers.ts';
import type { Picture } from '../../report/picture-block.ts';
import { dataSets } from '../data/data-sets.ts';
import { titleOf } from '../train-pixelcnn/models.ts';
import { sampleCount as pixelcnnSamples } from '../train-pixelcnn/pictures.ts';
import { sampleCount as vaeSamples } from '../train-vae/pictures.ts';
import { demoFigures } from './figures.ts';
import type { DemoPage } from './page.ts';
import type { DemoRun } from './run.ts';

/** What the first page of a demo says; its pictures are those that the two parts have written. */
export async function demoReport(run: DemoRun): Promise<DemoPage> {
  const { vae, pixelcnn } = run.parts;
  const { title } = dataSets[vae.data];
  return {
    title: `Two models learn to draw ${title}`,
    lede: lede(run),
    figures: demoFigures(run.comparison),
    models: [
      {
        name: 'A VAE',
        samples: await samplesIn(
          vae.out,
          `${vaeSamples('images')} draws of z from N(0, I), decoded all at once: each pixel is the mean of p(x given z).`,
        ),
        report: 'vae/report.html',
      },
      {
        name: titleOf(pixelcnn.model),
        samples: await samplesIn(pixelcnn.out, `${pixelcnnSamples} images, drawn pixel by pixel: each pixel is black or white.`),
        report: 'pixelcnn/report.html',
      },
    ],
    facts: facts(run),
  };
}

function lede({ comparison: { difference } }: DemoRun): string {
  const [better, other] = difference.value > 0 ? ['PixelCNN', 'VAE'] : ['VAE', 'PixelCNN'];
  return (
    `Neither has seen the ${whole(difference.images)} images on which they are measured. The ${better} finds them ` +
    `${decimal(Math.abs(difference.value), 1)} nats likelier than the ${other} does.`
  );
}

async function samplesIn(folder: string, caption: string): Promise<Picture> {
  return { name: 'Samples.', caption, png: await readFile(join(folder, 'samples.png')), ink: true };
}

function facts({ command, options, parts, seconds }: DemoRun): Facts {
  return [
    ['Command', command],
    ['Data', `${dataSets[parts.vae.data].title}, dynamic binarization; the test images are drawn once and the same for both`],
    [
      'Figures',
      `± is one standard error of the mean; the bound takes one draw of z an image, the estimate ${parts.vae['likelihood-samples']}`,
    ],
    ['Seed', String(options.seed)],
    ...machineFacts(),
    ['Duration', `${duration(seconds)} in all`],
  ];
}
