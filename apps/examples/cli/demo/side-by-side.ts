import { capital } from '../../report/capital.ts';
import { decimal, duration, shortNumber, whole } from '../../report/numbers.ts';
import type { PlainTable } from '../../report/plain-table.ts';
import type { Judgement } from '../evaluate/judge.ts';
import type { Mean } from '../likelihood/mean.ts';
import type { DemoRun } from './run.ts';

type Facts = Pick<DemoRun, 'comparison' | 'drawings' | 'vae' | 'pixelcnn' | 'gan'>;

/** What can be said of all three models, in the same words. */
export function sideBySide({ comparison, drawings, vae, pixelcnn, gan }: Facts): PlainTable {
  const { count, perSecond, judgements } = drawings;
  const runs = [vae, pixelcnn, gan];
  const paces = [perSecond.vae, perSecond.pixelcnn, perSecond.gan];
  return {
    columns: ['VAE', 'PixelCNN', 'GAN', 'test images'],
    rows: [
      { name: '−log p(x), nats ↓', cells: [mean(comparison.estimate), mean(comparison.exact), 'cannot say', ''] },
      ...(judgements ? judged([judgements.vae, judgements.pixelcnn, judgements.gan, judgements.test]) : []),
      { name: `Drawing ${whole(count)}, images/s`, cells: [...paces.map(shortNumber), ''] },
      { name: 'Training', cells: [...runs.map(({ training }) => duration(training.seconds)), ''] },
    ],
  };
}

function judged(judgements: readonly Judgement[]): PlainTable['rows'] {
  const percent = (choose: (...shares: number[]) => number) =>
    judgements.map(({ shares }) => `${decimal(100 * choose(...shares), 1)} %`);
  const { metric } = judgements[0]!.score;
  return [
    { name: `${capital(metric)} ↑`, cells: judgements.map(({ score }) => decimal(score.value)) },
    { name: 'Rarest class', cells: percent(Math.min) },
    { name: 'Most frequent class', cells: percent(Math.max) },
  ];
}

function mean({ value, error }: Mean): string {
  return `${decimal(value)} ± ${decimal(error)}`;
}
