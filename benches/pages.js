// The pages that every contender is put on: the same but for the script.
import { chainOf, chartOf } from "./large.js";

/** How many elements the page of many has. */
export const MANY = 50;

/** The sizes of the made charts: states, operations. The last is the one that the goals name. */
export const SIZES = [
  [10, 10],
  [100, 20],
  [300, 50],
  [1000, 50],
];

/** How many states the charts have in which a way is looked for, each with ten operations. */
export const LENGTHS = [100, 1000, 10_000];

const page = (script, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>benchmark</title>
    <link rel="icon" href="data:," />
    ${script}
  </head>
  <body>
${body}
  </body>
</html>
`;

const element = (attributes, child = "") => `    <state-chart ${attributes}>${child}</state-chart>`;

const mark = (yes) => `<td>${yes ? "✓" : ""}</td>`;

/** The tables of `chart` as an author writes them: a row for each state or states, and a check mark where it is allowed. */
const tables = ({ groups, rows }) =>
  groups
    .map(({ title, operations }) => {
      const names = operations.map(({ name }) => name);
      const lines = rows.map(
        ({ states, allowed }) =>
          `<tr><th scope="row">${states.join(", ")}</th>${names.map((name) => mark(allowed.includes(name))).join("")}</tr>`,
      );
      return `<table><caption>${title}</caption>
<thead><tr><th scope="col">State</th>${names.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead>
<tbody>${lines.join("\n")}</tbody></table>`;
    })
    .join("\n");

const json = (chart) => `<script type="application/json">${JSON.stringify(chart)}</script>`;

/** The pages of a contender by file name; `chart` is the built-in one, for the page that has it as tables. */
export function pagesOf({ script }, chart) {
  const pages = new Map([
    ["one.html", page(script, element('duration="0"'))],
    ["slow.html", page(script, element('duration="300"'))],
    ["diagram.html", page(script, element('duration="0" parts="diagram"'))],
    ["table.html", page(script, element(`duration="0" label="${chart.title}"`, tables(chart)))],
    ["many.html", page(script, Array(MANY).fill(element('duration="0"')).join("\n"))],
  ]);
  for (const [states, operations] of SIZES) {
    const chart = json(chartOf(states, operations));
    pages.set(`${states}x${operations}.html`, page(script, element('duration="0"', chart)));
  }
  for (const states of LENGTHS) {
    const chart = json(chainOf(states, 10));
    pages.set(`ways${states}.html`, page(script, element('duration="0" parts="card route insight"', chart)));
  }
  return pages;
}
