// Mermaid's own parser, and what it made of the diagram.

import { parseHTML } from "linkedom";
import { bundles, plain } from "./chart.mjs";

// Mermaid cleans texts with the help of a document.
const { window } = parseHTML("<!doctype html><html><body></body></html>");
globalThis.window ??= window;
globalThis.document ??= window.document;
const { default: mermaid } = await import("mermaid");

/** A text as Mermaid shows it: it keeps its number codes under other marks until then. */
const shown = (text) => plain(text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code))));

export async function checkMermaid(text, chart, expect) {
  expect("kind", (await mermaid.parse(text)).diagramType, "stateDiagram");
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const states = [...db.getStates().values()];
  const named = (name) => states.find((state) => state.id === name)?.descriptions.map(shown);
  for (const [index, state] of chart.states.entries()) {
    expect("name", named(`s${index}`), [plain(state)]);
  }
  const arrows = bundles(chart);
  // `[*]` is a start where arrows begin, and an end where they end.
  const ends = new Set(arrows.flatMap(({ from, to }) => [from === "none" ? "root_start" : from, to === "none" ? "root_end" : to]));
  const known = new Set(["root_start", ...chart.states.map((_, index) => `s${index}`), ...ends]);
  expect("states", states.map((state) => state.id).sort(), [...known].sort());
  const found = db.getRelations().map(({ id1, id2, relationTitle }) => [id1, id2, shown(relationTitle ?? "")]);
  const expected = arrows.map(({ from, to, labels, documented }) => [
    from === "none" ? "root_start" : from,
    to === "none" ? "root_end" : to,
    plain(labels.join(", ") + (documented ? " (documented)" : "")),
  ]);
  const start = ["root_start", `s${chart.states.indexOf(chart.start)}`, ""];
  expect("arrows", found.length, expected.length + 1);
  for (const [index, arrow] of [start, ...expected].entries()) expect("arrow", found[index], arrow);
}
