// The peer of a diagram: the chart as Mermaid text, drawn by Mermaid.
import mermaid from "mermaid";
import { chartOf } from "./built_in.js";
import { NONE } from "./chart.js";

class StateChart extends HTMLElement {
  async connectedCallback() {
    const chart = chartOf(this);
    const idOf = new Map([...chart.rowOf.keys(), NONE].map((name, index) => [name, `s${index}`]));
    const lines = [...idOf].map(([name, id]) => `  state "${name}" as ${id}`);
    for (const [state, row] of chart.rowOf) {
      for (const operation of row.allowed) {
        lines.push(`  ${idOf.get(state)} --> ${idOf.get(chart.lead(state, operation).to)}: ${operation}`);
      }
    }
    mermaid.initialize({ startOnLoad: false });
    const text = ["stateDiagram-v2", `  [*] --> ${idOf.get(chart.start)}`, ...lines].join("\n");
    const { svg } = await mermaid.render("diagram", text);
    this.attachShadow({ mode: "open" }).innerHTML = svg;
  }
}

customElements.define("state-chart", StateChart);
