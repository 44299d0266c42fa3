// An element as the address asks for it, `?kind,attributes,late`, and how much it moves what stands around it.
const [kind, attributes = "", late] = decodeURIComponent(location.search.slice(1)).split(",");
document.write(`<script src="state-chart.js"${late ? " defer" : ""}><\/script>`);
// What the guide says for a script that comes when the page has been shown.
if (late) document.write("<style>state-chart { display: block; min-height: min(40em, 100vh); }</style>");
window.told = [];
addEventListener("state-chart-error", ({ detail }) => told.push(detail.message));
window.shift = 0;
window.moved = [];
new PerformanceObserver((list) => {
  for (const { hadRecentInput, value, sources, startTime } of list.getEntries())
    if (!hadRecentInput) {
      window.shift += value;
      const box = ({ y, height }) => `${Math.round(y)}+${Math.round(height)}`;
      window.moved.push(`${value.toFixed(4)} at ${Math.round(startTime)} ms: ${sources.map(({ node, previousRect, currentRect }) => `${node?.localName} ${box(previousRect)} to ${box(currentRect)}`).join(", ")}`);
    }
}).observe({ type: "layout-shift", buffered: true });
const chart = { version: 1, groups: [{ operations: ["Print", "Pause", "Resume"] }],
  rows: [["Idle", "Print"], ["Printing", "Pause"], ["Paused", "Resume"]].map(([state, operation]) => ({ states: [state], allowed: [operation] })) };
const line = (name, cells) => `<tr><th>${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const table = `<table><tr><th>State</th><th>Print</th><th>Pause</th><th>Resume</th></tr>${[
  ["Idle", ["Printing", "", ""]], ["Printing", ["", "Paused", ""]], ["Paused", ["", "", "Printing"]]].map((row) => line(...row)).join("")}</table>`;
const long = table.replace("</table>", `${Array.from({ length: 12 }, (_, number) => line(`Waiting ${number}`, ["", "", "✓"])).join("")}</table>`);
const json = (it) => `<script type="application/json">${JSON.stringify(it)}<\/script>`;
const contents = { "built-in": "", json: json(chart), table, long, words: "<p>Loading…</p>", broken: json({ version: 1 }) };
window.put = () => {
  document.write(`<state-chart ${attributes}>${contents[kind] ?? ""}</state-chart>`);
};
