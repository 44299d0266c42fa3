// Samples as Markdown tables: medians, and the ratios to the base round by round.
import { BUILT_IN, MERMAID, TABLE, WIDGET } from "./contenders.js";
import { goals } from "./goals.js";
import { ask } from "./numbers.js";
import { LENGTHS, MANY, SIZES } from "./pages.js";

const ms = (value) => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const times = (ratio) => ratio.toFixed(2);

/** The README's rows: a heading, the job and field of the figure, and how it is shown. */
const COLUMNS = [
  ["downloaded", "one@1", "bytes", kb],
  ["first usable button, 4×", "one@4", "usable", ms],
  ["a click, 4×", "one@4", "click", ms],
  [`${MANY} elements usable, 4×`, "many@4", "usable", ms],
];

/** The figures that the README has, as its block: each is one of the report as well. */
export function summary({ contenders, base, date, command, ...results }) {
  const asked = ask({ base, ...results });
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const row = (name) =>
    COLUMNS.map(([, job, field, show]) => {
      const value = show(asked.middle(job, name, field));
      const ratio = name !== base && field !== "bytes";
      return ratio ? `${value}, **${times(asked.ratio(job, name, field).middle)}**` : value;
    });
  return [
    `${date}, \`${command}\`; in bold the ratio to the hand-written element, "4×" is a CPU slowed down four times:`,
    "",
    line(["", ...COLUMNS.map(([head]) => head)]),
    line(["---", ...COLUMNS.map(() => "---")]),
    ...contenders.filter(({ plays }) => plays).map(({ name, label }) => line([label, ...row(name)])),
    "",
    `An author's own table downloads ${kb(asked.middle("table@1", WIDGET, "bytes"))}. Its first button is usable after`,
    `${times(asked.ratio("table-slow", WIDGET, "usable", BUILT_IN).middle)} times the time of the built-in chart's on Slow 4G and a CPU slowed down four times.`,
  ].join("\n");
}

/** The report of a run. */
export function report(results) {
  const { contenders, base, date, command, machine, browser } = results;
  const asked = ask(results);
  const players = contenders.filter(({ plays }) => plays);

  const cell = (job, name, field, show, to = base) => {
    const value = show(asked.middle(job, name, field));
    if (name === to) return value;
    const { middle, least, most } = asked.ratio(job, name, field, to);
    return `${value}, **${times(middle)}** (${times(least)}–${times(most)})`;
  };
  const table = (heads, row, who = players) => {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(["", ...heads]), line(["---", ...heads.map(() => "---")]), ...who.map((it) => line([it.label, ...row(it.name)]))];
  };
  const at = [1, 4, 6];
  const each = (field, show) => (name) => at.map((throttle) => cell(`one@${throttle}`, name, field, show));
  const heads = (what) => at.map((throttle) => `${what}, ${throttle}×`);
  const plain = (job, field, show) => (name) => show(asked.middle(job, name, field));

  const lines = [
    "# Benchmark",
    "",
    `${date}, \`${command}\`: ${machine}, ${browser}. Medians; in bold the median of the ratios to the ${label(base)},`,
    "taken round by round, with the least and the most in brackets. \"4×\" is a CPU slowed down four times. The browser's",
    "cache is empty at each load, and files are served locally as brotli, so the network costs nothing here.",
    "",
    `Peers: ${contenders.flatMap(({ versions }) => versions).filter((it, index, all) => all.indexOf(it) === index).join(", ")}. They do less: both`,
    "tables, the card, the history with undo, and the answer to a click on a cell. The same test holds for all of them and for the widget.",
    "",
    ...(results.others > 0.1
      ? [`**Provisional**: others kept ${Math.round(results.others * 100)} % of the CPU busy as this began.`, ""]
      : []),
    "![Time to the first usable button and time of a click](benchmark.svg)",
    "",
  ];
  if (asked.ran("one@1")) {
    lines.push(
      "## One element",
      "",
      ...table(["downloaded", ...heads("first usable button")], (name) => [
        kb(asked.middle("one@1", name, "bytes")),
        ...each("usable", ms)(name),
      ]),
      "",
      "The main thread until the page is at rest: all its work, and what of its tasks is over 50 ms (\"blocked\").",
      "",
      ...table([...heads("work"), ...heads("blocked")], (name) => [
        ...each("busy", ms)(name),
        ...at.map((throttle) => plain(`one@${throttle}`, "blocked", ms)(name)),
      ]),
      "",
      "A click on an operation: until the last change of the DOM, and how many changes there are.",
      "",
      ...table([...heads("DOM done"), "mutations"], (name) => [
        ...each("click", ms)(name),
        asked.middle("one@1", name, "mutations").toFixed(1),
      ]),
      "",
    );
  }
  if (asked.ran("table@1")) {
    const jobs = ["table@1", "table@4", "table-slow"];
    const who = [
      { name: TABLE, label: label(TABLE) },
      { name: BUILT_IN, label: "this widget, built-in chart" },
      { name: WIDGET, label: "**this widget, the table**" },
    ];
    lines.push(
      "## An author's own table",
      "",
      "The built-in chart as two tables with check marks in the element, as an author writes them. The hand-written element knows",
      "this one shape alone; the widget reads all that the guide shows. Ratios are to the widget with its built-in chart, in the same",
      "round. Slow 4G is 1.6 Mbit/s and 150 ms until an answer begins.",
      "",
      ...table(
        ["downloaded", ...["1×", "4×", "Slow 4G, 4×"].map((how) => `first usable button, ${how}`), "blocked, 1×", "blocked, 4×"],
        (name) => [
          kb(asked.middle("table@1", name, "bytes")),
          ...jobs.map((job) => cell(job, name, "usable", ms, BUILT_IN)),
          ...["table@1", "table@4"].map((job) => plain(job, "blocked", ms)(name)),
        ],
        who,
      ),
      "",
    );
  }
  if (asked.ran("many@4") && asked.ran("one-memory")) {
    const further = (name) => (asked.middle("many@4", name, "all") - asked.middle("one-memory", name, "all")) / (MANY - 1);
    lines.push(
      `## ${MANY} elements on a page, 4×`,
      "",
      "All are asked to start at once. Memory is that of scripts, of the DOM and of wasm, after garbage collection.",
      "",
      ...table(["all usable", "memory of one", "per further element", "a click"], (name) => [
        cell("many@4", name, "usable", ms),
        mb(asked.middle("one-memory", name, "all")),
        `${kb(further(name))}${name === base ? "" : `, **${times(further(name) / further(base))}**`}`,
        cell("many@4", name, "click", ms),
      ]),
      "",
    );
  }
  const sizes = SIZES.map(([states, operations]) => [`${states}x${operations}`, `${states} × ${operations}`]);
  const measured = sizes.filter(([job]) => asked.ran(job));
  const growth = (field, show) => {
    const [first, last] = [measured[0], measured.at(-1)];
    const grown = (name) => {
      const [least, most] = [first, last].map(([job]) => asked.middle(job, name, field));
      return [most / least, `${(most / least).toFixed(1)} times (${show(least)} to ${show(most)})`];
    };
    const [[own, ours], [other, others]] = [WIDGET, base].map(grown);
    const [steep, verb] = own > other ? ["more", "steeper"] : ["less", "flatter"];
    const by = Math.abs(own / other - 1) * 100;
    const held = by < 10 ? "about as much" : `${by.toFixed(0)} % ${steep}, a ${verb} curve`;
    return `From ${first[1]} to ${last[1]}, the widget's figure grows ${ours}, the ${label(base)}'s ${others}: ${held}.`;
  };
  if (measured.length) {
    lines.push(
      "## Cost against size: states × operations, 1×",
      "",
      "The peers draw all cells at once. So does the widget in tables of up to 1,000 cells; in larger ones it draws all rows with",
      "their states, and the cells of a row as it comes near.",
      "",
    );
    for (const [title, field, show] of [
      ["First usable button", "usable", ms],
      ["Shown: the frame with it is done", "shown", ms],
      ["Memory", "all", mb],
      ["A click", "click", ms],
    ]) {
      lines.push(
        `${title}:`,
        "",
        ...table(measured.map(([, head]) => head), (name) => measured.map(([job]) => cell(job, name, field, show))),
        "",
        ...(measured.length > 1 ? [growth(field, show), ""] : []),
      );
    }
    if (measured.length > 1) lines.push("![Costs against the size of the chart](benchmark-size.svg)", "");
  }
  if (asked.ran("diagram@1")) {
    lines.push(
      "## Diagram",
      "",
      "The built-in chart as a picture, from the start of the page until the frame with it is done; everything is downloaded for",
      "it alone. The widget's section is opened by a click as soon as it is there; what is in it can be clicked and follows the service.",
      "Ratios are to Mermaid.",
      "",
      ...table(
        ["downloaded", "shown, 1×", "shown, 4×", "work, 1×", "work, 4×"],
        (name) => [
          `${kb(asked.middle("diagram@1", name, "bytes"))}${name === MERMAID ? "" : `, **${times(asked.ratio("diagram@1", name, "bytes", MERMAID).middle)}**`}`,
          ...["shown", "busy"].flatMap((field) => [1, 4].map((throttle) => cell(`diagram@${throttle}`, name, field, ms, MERMAID))),
        ],
        [MERMAID, WIDGET].map((name) => contenders.find((it) => it.name === name)),
      ),
      "",
    );
  }
  const lengths = LENGTHS.filter((states) => asked.ran(`ways${states}`));
  if (lengths.length) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    const figures = ["opened", "openBlock", "found", "foundBlock", "told", "toldBlock"];
    lines.push(
      "## Ways on large charts, 1×",
      "",
      "Ten operations a state, one of which leads to the next: the last state, which is chosen as the goal, is nearly as many steps",
      "away as there are states. \"Shown\" is until the frame is done; a block is the longest that the page could do nothing else",
      "meanwhile. No peer does this.",
      "",
      line(["states", "list of goals shown", "longest block", "way shown", "longest block", "what can be done shown", "longest block"]),
      line(["states", ...figures].map(() => "---")),
      ...lengths.map((states) =>
        line([states.toLocaleString("en"), ...figures.map((field) => ms(asked.middle(`ways${states}`, WIDGET, field)))]),
      ),
      "",
    );
  }
  const held = goals(asked, WIDGET);
  if (held.length) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    const heads = ["", "measured", "at most", "goal", "reached"];
    lines.push("## Goals", "", line(heads), line(heads.map(() => "---")), ...held.map(line));
  }
  return `${lines.join("\n")}\n`;

  function label(name) {
    return contenders.find((it) => it.name === name).label;
  }
}
