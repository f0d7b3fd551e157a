import { describeAudit } from '@genmodels/metrics';
import { type ScoreColumn, scoreRows } from '../../report/score-table.ts';
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

/** A line of names, and a line a score, its cells under the names. */
function tableOf(columns: readonly ScoreColumn[]): [heading: string, line: string][] {
  const rows = scoreRows(columns);
  const widths = columns.map(({ name }, i) => Math.max(name.length, ...rows.map(({ cells }) => cells[i]!.length)));
  const lineOf = (cells: readonly string[]) => cells.map((cell, i) => cell.padStart(widths[i]!)).join('   ');
  return [
    ['', lineOf(columns.map(({ name }) => name))],
    ...rows.map(({ heading, cells }): [string, string] => [heading, lineOf(cells)]),
  ];
}

function splitAtColon(line: string): [string, string] {
  const at = line.indexOf(': ');
  return at < 0 ? ['', line] : [line.slice(0, at), line.slice(at + 2)];
}
