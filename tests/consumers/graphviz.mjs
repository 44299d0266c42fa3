// Graphviz itself, compiled to wasm: its parser and its layout.

import { instance } from "@viz-js/viz";
import { bundles, plain } from "./chart.mjs";

const viz = await instance();

/** The text of a label: Graphviz keeps its escapes until it draws. */
const shown = (label) =>
  label.replace(/\\(.)|&amp;/gs, (whole, c) => (whole === "&amp;" ? "&" : c === "n" ? "\n" : c));

export function checkGraphviz(text, chart, expect) {
  const drawn = viz.render(text, { format: "svg" });
  // It warns of letters whose width it does not know, and draws them all the same.
  const errors = drawn.errors.filter(({ level }) => level !== "warning");
  expect("drawn", [drawn.status, errors], ["success", []]);
  const graph = viz.renderJSON(text);
  const nodes = new Map(graph.objects.map((node) => [node._gvid, node]));
  const labels = new Map(graph.objects.map((node) => [node.name, shown(node.label)]));
  for (const [index, state] of chart.states.entries()) {
    expect("name", plain(labels.get(`s${index}`) ?? ""), plain(state));
  }
  const style = ({ failed, documented, told }) => {
    if (!told) return "dotted";
    if (failed) return documented ? "dashed,bold" : "dashed";
    return documented ? "bold" : "solid";
  };
  const expected = bundles(chart).map((bundle) => {
    const label = plain(bundle.labels.join("\n"));
    return [bundle.from, bundle.to, label, style(bundle)];
  });
  const start = ["start", `s${chart.states.indexOf(chart.start)}`, "", ""];
  const name = (id) => nodes.get(id).name;
  const found = graph.edges.map(({ tail, head, label, style }) => [
    name(tail),
    name(head),
    plain(shown(label ?? "")),
    style ?? "",
  ]);
  expect("arrows", found.length, expected.length + 1);
  const sorted = (arrows) => arrows.map((arrow) => JSON.stringify(arrow)).sort();
  expect("each arrow", sorted(found), sorted([start, ...expected]));
  const svg = [...drawn.output.matchAll(/<g id="(?:node|edge)/g)].length;
  expect("drawn nodes and arrows", svg, graph.objects.length + graph.edges.length);
}
