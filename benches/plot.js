// Samples as a picture: a row for each contender, a dot for each round, a bar at the median.
import { WIDGET } from "./contenders.js";
import { ask } from "./numbers.js";

const LEFT = 170;
const WIDE = 260;
const GAP = 70;
const LINE = 26;

/** Text as it stands in markup. */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const PANELS = [
  ["First usable button, 1×", "one@1", "usable"],
  ["First usable button, 4×", "one@4", "usable"],
  ["First usable button, 6×", "one@6", "usable"],
  ["DOM done after a click, 4×", "one@4", "click"],
  ["50 elements all usable, 4×", "many@4", "usable"],
  ["1,000 × 50 shown, 1×", "1000x50", "shown"],
];

/** The picture of a run as SVG. */
export function plot(results) {
  const asked = ask(results);
  const players = results.contenders.filter(({ plays }) => plays);
  const panels = PANELS.filter(([, job]) => asked.ran(job));
  const tall = players.length * LINE + 50;
  const columns = Math.min(2, panels.length);
  const width = LEFT + columns * (WIDE + GAP);
  const height = Math.ceil(panels.length / 2) * tall + 20;
  const drawn = panels.map((panel, index) => {
    const place = `translate(${LEFT + (index % 2) * (WIDE + GAP)} ${Math.floor(index / 2) * tall + 10})`;
    return `<g transform="${place}">${one(asked, players, panel, index % 2 === 0)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Benchmark of ${results.date}">
<style>text { fill: #1b2430 } .bar { fill: #c3cdd9 } .own { fill: #1f5fa8 } .dot { fill: #1b2430; fill-opacity: 0.55 } svg { background: #fff }</style>
${drawn.join("\n")}
</svg>
`;
}

function one(asked, players, [title, job, field], named) {
  const values = players.map(({ name }) => asked.values(job, name, field));
  const most = Math.max(...values.flat());
  const x = (value) => ((value / most) * WIDE).toFixed(1);
  const rows = players.map(({ name, label }, index) => {
    const y = 26 + index * LINE;
    const middle = asked.middle(job, name, field);
    const dots = values[index].map((value) => `<circle class="dot" cx="${x(value)}" cy="${y + 8}" r="2.5"/>`);
    const word = named ? `<text x="-8" y="${y + 12}" text-anchor="end">${escape(label.replaceAll("*", ""))}</text>` : "";
    const own = name === WIDGET ? "bar own" : "bar";
    const figure = middle.toFixed(middle < 10 ? 2 : middle < 100 ? 1 : 0);
    return `${word}<rect class="${own}" y="${y}" width="${x(middle)}" height="16" rx="2"/>${dots.join("")}<text x="${WIDE + 8}" y="${y + 12}">${figure} ms</text>`;
  });
  return `<text y="14" font-weight="600">${escape(title)}</text>${rows.join("\n")}`;
}
