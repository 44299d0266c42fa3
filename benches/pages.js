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

const json = (chart) => `<script type="application/json">${JSON.stringify(chart)}</script>`;

/** The pages of a contender by file name. */
export function pagesOf({ script }) {
  const pages = new Map([
    ["one.html", page(script, element('duration="0"'))],
    ["slow.html", page(script, element('duration="300"'))],
    ["diagram.html", page(script, element('duration="0" parts="diagram"'))],
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
