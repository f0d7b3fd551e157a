import type { Facts } from '../../report/fact-list.ts';
import { machineFacts } from '../../report/machine-facts.ts';
import { decimal, duration, whole } from '../../report/numbers.ts';
import type { Picture } from '../../report/picture-block.ts';
import type { GanRun } from '../train-gan/run.ts';
import { titleOf } from '../train-pixelcnn/models.ts';
import type { PixelcnnRun } from '../train-pixelcnn/run.ts';
import type { VaeRun } from '../train-vae/run.ts';
import { sampleCount } from '../training/sample-count.ts';
import { demoFigures } from './figures.ts';
import type { DemoPage } from './page.ts';
import type { DemoRun } from './run.ts';
import { sideBySide } from './side-by-side.ts';

/** What the first page of a demo says. */
export function demoReport(run: DemoRun): DemoPage {
  const { vae, pixelcnn, gan } = run;
  return {
    title: `Three models learn to draw ${vae.data.name}`,
    lede: lede(run),
    figures: demoFigures(run.comparison),
    models: [
      {
        name: 'A VAE',
        samples: samplesOf(
          vae,
          `${sampleCount('images')} draws of z from N(0, I), decoded all at once: each pixel is the mean of p(x given z).`,
        ),
        report: 'vae/report.html',
      },
      {
        name: titleOf(pixelcnn.options.model),
        samples: samplesOf(pixelcnn, `${sampleCount('images')} images, drawn pixel by pixel: each pixel is black or white.`),
        report: 'pixelcnn/report.html',
      },
      {
        name: 'A GAN',
        samples: samplesOf(gan, `${sampleCount('images')} draws of z from N(0, I), through the generator, all at once.`),
        report: 'gan/report.html',
      },
    ],
    table: sideBySide(run),
    caption: tableCaption(run),
    facts: facts(run),
  };
}

function lede({ comparison: { difference } }: DemoRun): string {
  const [better, other] = difference.value > 0 ? ['PixelCNN', 'VAE'] : ['VAE', 'PixelCNN'];
  return (
    `None has seen the ${whole(difference.images)} images on which they are measured. The ${better} finds them ` +
    `${decimal(Math.abs(difference.value), 1)} nats likelier than the ${other} does; the GAN cannot say how likely an image is, it can only draw.`
  );
}

function tableCaption({ drawings: { count, judgements } }: DemoRun): string {
  const likelihood = 'A GAN has no likelihood: nothing in it says how likely an image is.';
  if (judgements === undefined) return likelihood;
  const { extractor } = judgements.gan.score;
  return (
    `${likelihood} So ${whole(count)} samples of each are shown to ${extractor!.name}: its score is high where each looks like one ` +
    'class and all classes occur; a class that is rare is one that the model has nearly lost.'
  );
}

function samplesOf({ pictures }: VaeRun | PixelcnnRun | GanRun, caption: string): Picture {
  return { name: 'Samples.', caption, png: pictures.samples, ink: true };
}

function facts({ command, options, vae, seconds }: DemoRun): Facts {
  return [
    ['Command', command],
    ['Data', `${vae.data.name}, dynamic binarization, the test images drawn once and the same for both; grey for the GAN`],
    [
      'Figures',
      `± is one standard error of the mean; the bound takes one draw of z an image, the estimate ${vae.options['likelihood-samples']}`,
    ],
    ['Seed', String(options.seed)],
    ...machineFacts(),
    ['Duration', `${duration(seconds)} in all`],
  ];
}
