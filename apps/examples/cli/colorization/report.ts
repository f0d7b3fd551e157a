import { configText } from '../../report/config-text.ts';
import { lossPlot } from '../../report/loss-plot.ts';
import type { Markup } from '../../report/markup.ts';
import { decimal, whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import { startingLines } from '../backend.ts';
import type { Training } from '../training/run-training.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { courseWords, seenWords } from '../training/training-words.ts';
import { colorizationFigures } from './figures.ts';
import { looked } from './learn.ts';
import { coloured } from './pictures.ts';
import type { ColorizationRun } from './run.ts';

/** What the report of a run says. */
export function colorizationReport(run: ColorizationRun): Report {
  const { data, config, colourings } = run;
  return {
    title: `A PixelCNN++ learns to colour ${data.name}`,
    lede: lede(run),
    figures: colorizationFigures(run),
    samples: {
      name: 'Coloured.',
      caption: `Each row: a test image in grey, ${coloured.times} draws of its colours, and the image as it was.`,
      png: colourings.given.png,
    },
    loss: { plot: lossOf(run), caption: lossCaption(run) },
    pictures: [
      {
        name: 'Coloured blindly.',
        caption:
          'The same by the network that does not see the grey image: what it draws fits itself, and not what it is painted on.',
        png: colourings.alone.png,
      },
    ],
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** The training losses of both by epoch. */
function lossOf({ trainings, options }: ColorizationRun): Markup {
  const points = ({ history }: Training) => history.map(({ epoch, values }) => ({ x: epoch!, y: values['likelihood']! }));
  return lossPlot(
    [
      { name: 'without grey', points: points(trainings.alone) },
      { name: 'given grey', points: points(trainings.given) },
    ],
    { x: 'epoch', y: `−log p(chroma), nats an image, ${options.levels} levels (lower is better)` },
  );
}

function lede({ data, weights, trainings }: ColorizationRun): string {
  return (
    `A network with ${whole(weights.given)} weights ${seenWords(trainings.given, data)}. ` +
    'Given an image in grey, it says the colour of each pixel from those before it; one that is not given grey learned as long.'
  );
}

function lossCaption({ data, trainings }: ColorizationRun): string {
  const last = ({ validation }: Training) => decimal(validation.at(-1)!.values['likelihood']!);
  return (
    'Training: mean of the steps since the point before. ' +
    `On ${whole(Math.min(looked, data.validation.length))} validation images in the end: ${last(trainings.given)} nats given grey, ${last(trainings.alone)} without.`
  );
}

function facts(run: ColorizationRun): [name: string, value: string][] {
  const { command, options, data, weights, trainings, seconds } = run;
  const { block, levels, seed } = options;
  const training = { seconds: trainings.given.seconds + trainings.alone.seconds };
  return [
    ['Command', command],
    ['Data', `${data.name}: ${partSizes(data)}`],
    ['Grey', 'Y of YCoCg-R, 256 levels: whole numbers that come back exactly'],
    [
      'Chroma',
      `Co and Cg, ${levels} levels from −255 to 255, means over ${block} x ${block} pixels; where grey is too bright or too dark for a colour, it is painted paler`,
    ],
    ['Weights', `${whole(weights.given)}; ${whole(weights.alone)} without the layers that look at grey`],
    ['Training', `each with Adam, ${courseWords(options)}`],
    ['Figures', 'on test images; ± is one standard error of the mean over them'],
    ['Seed', String(seed)],
    ...surroundingFacts({ seconds, training }),
  ];
}

function usage({ options, data }: ColorizationRun): string {
  const { imports, start } = startingLines(options.backend);
  const [height, width] = data.spec.shape as [number, number];
  return `// in play.ts, beside the folder apps: npm run play
${imports}
import { load } from '@genmodels/core';
import { PixelCnnPlusPlus } from '@genmodels/pixelcnn';
import * as tf from '@tensorflow/tfjs-core';
import { Colorizer } from './apps/examples/colorization/colorizer.ts';

${start}
const colorizer = new Colorizer(await load('${options.out}/model.safetensors', [PixelCnnPlusPlus]));
const grey = tf.fill([4, ${height}, ${width}, 1], 0.5) as tf.Tensor4D; // yours: [count, ${height}, ${width}, 1] in [0, 1]
const pictures = await colorizer.colour(grey, { seed: 7 }); // [count, ${height}, ${width}, 3] in [0, 1]
console.log(pictures.shape);`;
}
