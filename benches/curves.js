// How costs grow with the chart, as a picture: a line for each contender, both scales logarithmic.
import { WIDGET } from "./contenders.js";
import { ask } from "./numbers.js";
import { SIZES } from "./pages.js";
import { escape } from "./plot.js";

const WIDE = 340;
const TALL = 170;
const LEFT = 62;
const RIGHT = 44;
const ABOVE = 30;
const BELOW = 40;
const KEY = 30;

const PANELS = [
  ["First usable button, ms", "usable", 1],
  ["Shown, ms", "shown", 1],
  ["Memory, MB", "all", 1e-6],
  ["A click, ms", "click", 1],
];

/** Lines that can be told apart without their colours as well. */
const LINES = ["#6b7785", "#2a8a57", "#a8621f", "#8b3fa0"];
const DASHES = ["none", "6 3", "2 3", "8 3 2 3"];

/** The picture of a run as SVG. */
export function curves(results) {
  const asked = ask(results);
  const players = results.contenders.filter(({ plays }) => plays);
  const sizes = SIZES.filter(([states, operations]) => asked.ran(`${states}x${operations}`));
  const step = [LEFT + WIDE + RIGHT, ABOVE + TALL + BELOW];
  const drawn = PANELS.map(
    (panel, index) =>
      `<g transform="translate(${LEFT + (index % 2) * step[0]} ${KEY + ABOVE + (index >> 1) * step[1]})">${one(asked, players, sizes, panel)}</g>`,
  );
  const key = players.map(({ name, label }, index) => {
    const x = LEFT + index * 176;
    return `<line class="line" x1="${x}" x2="${x + 24}" y1="16" y2="16" ${style(name, index)}/><text x="${x + 30}" y="20">${escape(label.replaceAll("*", ""))}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * step[0]} ${KEY + 2 * step[1]}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Costs against the size of the chart, ${results.date}">
<style>text { fill: #1b2430 } .line { fill: none; stroke-width: 2 } .scale { stroke: #d3dae3 } svg { background: #fff }</style>
${[...key, ...drawn].join("\n")}
</svg>
`;
}

const style = (name, index) =>
  name === WIDGET
    ? 'stroke="#1f5fa8" style="stroke-width:3"'
    : `stroke="${LINES[index % LINES.length]}" stroke-dasharray="${DASHES[index % DASHES.length]}"`;

function one(asked, players, sizes, [title, field, unit]) {
  const value = (name, [states, operations]) => asked.middle(`${states}x${operations}`, name, field) * unit;
  const all = players.flatMap(({ name }) => sizes.map((size) => value(name, size)));
  const cells = sizes.map(([states, operations]) => states * operations);
  const x = scale([cells[0], cells.at(-1)], [0, WIDE]);
  const ends = [10 ** Math.floor(Math.log10(Math.min(...all))), 10 ** Math.ceil(Math.log10(Math.max(...all)))];
  const y = scale(ends, [TALL, 0]);
  const powers = Array.from({ length: Math.round(Math.log10(ends[1] / ends[0])) + 1 }, (_, index) => ends[0] * 10 ** index);
  const marks = powers.map(
    (power) =>
      `<line class="scale" x2="${WIDE}" y1="${y(power)}" y2="${y(power)}"/><text x="-8" y="${+y(power) + 4}" text-anchor="end">${+power.toPrecision(1)}</text>`,
  );
  const names = sizes.map(
    ([states, operations], index) =>
      `<text x="${x(cells[index])}" y="${TALL + 18}" text-anchor="middle" font-size="11">${states} × ${operations}</text>`,
  );
  const lines = players.map(({ name }, index) => {
    const points = sizes.map((size, place) => `${x(cells[place])},${y(value(name, size))}`);
    return `<polyline class="line" points="${points.join(" ")}" ${style(name, index)}/>`;
  });
  return [`<text y="-12" font-weight="600">${escape(title)}</text>`, ...marks, ...names, ...lines].join("\n");
}

const scale = ([least, most], [from, to]) => (value) =>
  (from + ((to - from) * Math.log(value / least)) / Math.log(most / least)).toFixed(1);
