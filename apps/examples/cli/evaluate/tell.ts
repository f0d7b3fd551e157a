import { describeAudit } from '@genmodels/metrics';
import { type ScoreColumn, scoreRows } from '../../report/score-table.ts';
import { alignedRows } from '../aligned-rows.ts';
import type { Terminal } from '../terminal.ts';
import type { Evaluation } from './evaluation.ts';

/** The scores, the likelihood and the audit, on the terminal. */
export function tell({ columns, likelihood, audit }: Evaluation, terminal: Terminal): void {
  terminal.summary('Scores', tableOf(columns));
  if (likelihood.length > 0)
    terminal.summary(
      'Likelihood',
      likelihood.map((score) => [score.metric, String(score).slice(score.metric.length + 1)]),
    );
  terminal.summary('Audit', describeAudit(audit).map(splitAtColon));
}

function tableOf(columns: readonly ScoreColumn[]): [heading: string, line: string][] {
  const rows = scoreRows(columns).map(({ heading, cells }) => ({ name: heading, cells }));
  return alignedRows({ columns: columns.map(({ name }) => name), rows });
}

function splitAtColon(line: string): [string, string] {
  const at = line.indexOf(': ');
  return at < 0 ? ['', line] : [line.slice(0, at), line.slice(at + 2)];
}
