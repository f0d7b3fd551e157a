/** The style sheet of the report page: system fonts, two colour schemes, one column on a phone. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #ffffff; --ink: #1b1d22; --soft: #5f6570; --line: #e4e2dc; --accent: #d9480f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #121317; --card: #1a1c21; --ink: #eceef2; --soft: #9aa1ad; --line: #2c2f37; --accent: #ff922b; }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 56px 28px 80px; }
header { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 56px; align-items: start; }
.brand { color: var(--accent); font-weight: 650; letter-spacing: 0.02em; margin-bottom: 12px; }
h1 { font-size: 40px; line-height: 1.12; letter-spacing: -0.022em; font-weight: 680; text-wrap: balance; }
h2 { font-size: 22px; letter-spacing: -0.01em; margin-bottom: 16px; }
.lede { color: var(--soft); font-size: 17px; margin: 16px 0 30px; }
section { margin-top: 64px; }
figure { margin: 0; }
figure > img { display: block; width: 100%; height: auto; border-radius: 10px; image-rendering: pixelated; }
.ink > img { background: black; border: 10px solid black; filter: invert(1); image-rendering: auto; }
@media (prefers-color-scheme: dark) { .ink > img { filter: none; } }
.classes { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 14px 28px; align-items: center; }
.classes dt { color: var(--soft); font-size: 15px; text-align: right; }
.classes dd { margin: 0; }
.classes dt:empty { display: none; }
.classes dt:empty + dd { grid-column: 1 / -1; }
.classes img { display: block; max-width: 100%; height: auto; border-radius: 6px; image-rendering: pixelated; }
.classes.ink img { background: black; border: 0; filter: invert(1); }
@media (prefers-color-scheme: dark) { .classes.ink img { filter: none; } }
figcaption { color: var(--soft); font-size: 14px; margin-top: 10px; }
figcaption b { color: var(--ink); }
.figures { display: grid; grid-template-columns: 1fr 1fr; gap: 22px 28px; }
.figures > div { border-top: 1px solid var(--line); padding-top: 12px; }
.figures dt { font-size: 14px; color: var(--soft); }
.figures dd { margin: 0; font-variant-numeric: tabular-nums; }
.figures strong { font-size: 30px; letter-spacing: -0.02em; font-weight: 650; }
.figures small { display: block; color: var(--soft); font-size: 13px; line-height: 1.4; }
.plot { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 22px 22px 18px; }
.plot svg { display: block; width: 100%; height: auto; }
.plots { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 24px; margin-top: 24px; }
.pictures { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 56px; align-items: start; }
.pictures.three { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 36px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 9px 12px; text-align: right; border-bottom: 1px solid var(--line); }
th { font-weight: 400; color: var(--soft); }
th:first-child, td:first-child { text-align: left; }
tbody tr:last-child > * { border-bottom: 0; }
.scores td { white-space: nowrap; }
.scores td:nth-child(2) { font-weight: 650; }
.wide { overflow-x: auto; }
.confusion { table-layout: fixed; }
.confusion th, .confusion td { padding: 7px 8px; font-size: 14px; }
.confusion .right { background: color-mix(in srgb, var(--soft) calc(var(--share) * 0.4), transparent); }
.confusion .wrong { background: color-mix(in srgb, var(--accent) var(--share), transparent); }
a { color: var(--accent); }
.lines { list-style: none; padding: 0; font-size: 15px; }
.lines li { border-top: 1px solid var(--line); padding: 10px 0; }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 8px 28px; font-size: 15px; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
h3 { color: var(--soft); font-size: 15px; font-weight: 400; margin: 24px 0 12px; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; overflow-x: auto; font: 13px/1.5 ui-monospace, monospace; }
@media (max-width: 820px) {
  header, .pictures, .pictures.three, .plots { grid-template-columns: minmax(0, 1fr); gap: 40px; }
  main { padding: 36px 20px 56px; }
  h1 { font-size: 32px; }
  .plot { overflow-x: auto; }
  .plot svg { min-width: 480px; }
}
`;
