import type { Facts } from '../../report/fact-list.ts';
import { machineFacts } from '../../report/machine-facts.ts';
import { decimal, duration, whole } from '../../report/numbers.ts';
import type { Picture } from '../../report/picture-block.ts';
import { titleOf } from '../train-pixelcnn/models.ts';
import { sampleCount as pixelcnnSamples } from '../train-pixelcnn/pictures.ts';
import type { PixelcnnRun } from '../train-pixelcnn/run.ts';
import { sampleCount as vaeSamples } from '../train-vae/pictures.ts';
import type { VaeRun } from '../train-vae/run.ts';
import { demoFigures } from './figures.ts';
import type { DemoPage } from './page.ts';
import type { DemoRun } from './run.ts';

/** What the first page of a demo says. */
export function demoReport(run: DemoRun): DemoPage {
  const { vae, pixelcnn } = run;
  return {
    title: `Two models learn to draw ${vae.data.name}`,
    lede: lede(run),
    figures: demoFigures(run.comparison),
    models: [
      {
        name: 'A VAE',
        samples: samplesOf(
          vae,
          `${vaeSamples('images')} draws of z from N(0, I), decoded all at once: each pixel is the mean of p(x given z).`,
        ),
        report: 'vae/report.html',
      },
      {
        name: titleOf(pixelcnn.options.model),
        samples: samplesOf(pixelcnn, `${pixelcnnSamples} images, drawn pixel by pixel: each pixel is black or white.`),
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

function samplesOf({ pictures }: VaeRun | PixelcnnRun, caption: string): Picture {
  return { name: 'Samples.', caption, png: pictures.samples, ink: true };
}

function facts({ command, options, vae, seconds }: DemoRun): Facts {
  return [
    ['Command', command],
    ['Data', `${vae.data.name}, dynamic binarization; the test images are drawn once and the same for both`],
    [
      'Figures',
      `± is one standard error of the mean; the bound takes one draw of z an image, the estimate ${vae.options['likelihood-samples']}`,
    ],
    ['Seed', String(options.seed)],
    ...machineFacts(),
    ['Duration', `${duration(seconds)} in all`],
  ];
}
