import { type ClassTable, classTable } from '../../report/class-table.ts';
import { htmlDocument } from '../../report/document.ts';
import { type Facts, factList } from '../../report/fact-list.ts';
import { type Markup, markup } from '../../report/markup.ts';
import { type PageHeader, pageHeader } from '../../report/page-header.ts';
import { type Picture, pictureBlock } from '../../report/picture-block.ts';
import { type ScoreColumn, scoreTable } from '../../report/score-table.ts';

/** What the page of an evaluation shows. */
export interface EvaluationPage extends PageHeader {
  /** The model's first, then what it is measured beside. */
  readonly columns: readonly ScoreColumn[];
  /** What the columns are. */
  readonly caption: string;
  /** Every score of the model in a line of its own, with all that it depends on. */
  readonly lines: readonly string[];
  /** What a classifier takes the samples for, where it knows their classes. */
  readonly classes?: { readonly table: ClassTable; readonly caption: string };
  /** How likely the model finds test examples; empty where it cannot say. */
  readonly likelihood: readonly string[];
  readonly audit: readonly string[];
  readonly pictures: readonly Picture[];
  readonly facts: Facts;
}

/** One HTML file: pictures inside, no script, nothing from the network, light and dark. */
export function evaluationPage(page: EvaluationPage): string {
  const { columns, classes, caption, lines, likelihood, audit, pictures, facts } = page;
  return htmlDocument(
    page.title,
    markup`${pageHeader(page)}
<section>
<h2>Scores</h2>
<figure class="plot">${scoreTable(columns)}<figcaption>${caption}</figcaption></figure>
</section>
${classes ? classSection(classes) : []}
<section>
<h2>Does it copy?</h2>
${paragraphs(audit)}
</section>
${pictures.length === 0 ? [] : markup`<section class="pictures">${pictures.map(pictureBlock)}</section>`}
<section>
<h2>What each score is</h2>
${paragraphs([...lines, ...likelihood])}
</section>
<section>
<h2>How it was measured</h2>
${factList(facts)}
</section>`,
  );
}

function classSection({ table, caption }: NonNullable<EvaluationPage['classes']>): Markup {
  return markup`<section>
<h2>Classes</h2>
<figure class="plot">${classTable(table)}<figcaption>${caption}</figcaption></figure>
</section>`;
}

function paragraphs(lines: readonly string[]): Markup {
  return markup`<ul class="lines">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}
