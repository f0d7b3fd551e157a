import { configText } from '../../report/config-text.ts';
import { isInk } from '../../report/is-ink.ts';
import type { Markup } from '../../report/markup.ts';
import { whole } from '../../report/numbers.ts';
import type { Report } from '../../report/page.ts';
import { partSizes } from '../../report/part-sizes.ts';
import { trainingPlot } from '../../report/training-plot.ts';
import { inRow, rowWords, sampleRowsOf } from '../training/class-rows.ts';
import { surroundingFacts } from '../training/surrounding-facts.ts';
import { averageWords, courseWords, endWords, lossCaption, seenWords, stopWords } from '../training/training-words.ts';
import { pixelcnnFigures } from './figures.ts';
import { titleOf } from './models.ts';
import { completed, temperatures } from './pictures.ts';
import { receptiveFieldCaption } from './receptive-field-picture.ts';
import type { PixelcnnRun } from './run.ts';
import { usage } from './usage.ts';

/** What the report of a run says. */
export function pixelcnnReport(run: PixelcnnRun): Report {
  const { options, data, config, pictures } = run;
  const ink = isInk(data.spec);
  return {
    title: `${titleOf(options.model)} learns to draw ${data.name}`,
    lede: lede(run),
    figures: pixelcnnFigures(run),
    samples: { name: 'Samples.', caption: sampleCaption(run), png: pictures.samples, ink },
    loss: { plot: lossOf(run), caption: lossCaption(run.training, data) },
    pictures: [
      { name: 'Completions.', caption: completionCaption(run), png: pictures.completions, ink },
      { name: 'Temperatures.', caption: temperatureCaption(run), png: pictures.temperatures, ink },
      { name: 'What a pixel sees.', caption: receptiveFieldCaption, png: pictures['receptive-field'] },
    ],
    facts: facts(run),
    config: configText(config),
    usage: usage(run),
  };
}

/** Training and validation loss by epoch. */
function lossOf({ training, data }: PixelcnnRun): Markup {
  return trainingPlot(training, { loss: 'likelihood', label: `−log p(x), nats an image, ${data.values}` });
}

function lede({ options, data, weights, training }: PixelcnnRun): string {
  const given = data.classNames ? ' and from the class of the image' : '';
  return (
    `${titleOf(options.model)} with ${whole(weights)} weights ${seenWords(training, data)}. ` +
    `It says each pixel from those before it${given}.${endWords(training)}`
  );
}

function sampleCaption({ data: { classNames } }: PixelcnnRun): string {
  const images = inRow * sampleRowsOf(classNames?.length ?? 0);
  return `${images} images, drawn pixel by pixel${rowWords(classNames)}.`;
}

function completionCaption({ data: { classNames } }: PixelcnnRun): string {
  const given = classNames ? 'the upper one and the class' : 'the upper one';
  return `Each row: a test image, its upper half, and ${completed.times} draws of the lower half given ${given}.`;
}

function temperatureCaption({ data: { classNames } }: PixelcnnRun): string {
  const column = classNames ? 'a column has one class and the same random numbers' : 'a column has the same random numbers';
  return `Rows: samples at temperature ${temperatures.join(', ')}; ${column}. The lower, the nearer to the likeliest pixels; 1 is the model itself.`;
}

function facts(run: PixelcnnRun): [name: string, value: string][] {
  const { command, options, data, training } = run;
  return [
    ['Command', command],
    ['Data', `${data.name}, ${data.values}: ${partSizes(data)}`],
    ['Training', `Adam, ${courseWords(options)}${averageWords(options)}${stopWords(training)}`],
    ['Figures', 'on test images; ± is one standard error of the mean over them'],
    ['Seed', String(options.seed)],
    ...surroundingFacts(run),
  ];
}
