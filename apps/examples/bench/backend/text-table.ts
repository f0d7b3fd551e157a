/** Rows of cells under headings of one or more lines. The first column is text, the others are numbers. */
export interface TextTable {
  readonly title: string;
  /** A column each; the lines of a heading stand one above the other. */
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

/** Aligned for a terminal. */
export function toText({ title, headings, rows }: TextTable): string {
  const lines = headings[0]!.map((_, line) => headings.map((heading) => heading[line] ?? ''));
  const shown = [...lines.filter((line) => line.some((word) => word !== '')), ...rows];
  const widths = headings.map((_, column) => Math.max(...shown.map((row) => row[column]!.length)));
  const aligned = shown.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))));
  return [`\n${title}`, ...aligned.map((row) => `  ${row.join('  ')}`.trimEnd())].join('\n');
}

/** For a README. */
export function toMarkdown({ title, headings, rows }: TextTable): string {
  const names = headings.map((heading) => heading.filter((word) => word !== '').join(', '));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, i) => (i === 0 ? '---' : '---:'));
  return [`**${title}**\n`, ...[names, rule, ...rows].map(line)].join('\n');
}
