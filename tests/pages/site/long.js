// A chart of as many states as the address says, with the parts that follow a comma: one operation leads from each to the next, nine lead near the start.
const [length, parts = "card route"] = decodeURIComponent(location.search.slice(1)).split(",");
const count = Number(length);
const states = Array.from({ length: count }, (_, index) => `State ${index + 1}`);
const jumps = Array.from({ length: 9 }, (_, index) => `Jump ${index + 1}`);
const to = (index) => ({ state: states[index], source: "documented" });
const element = document.createElement("state-chart");
element.setAttribute("duration", "0");
element.setAttribute("parts", parts);
element.chart = {
  version: 1,
  title: `${count} states`,
  groups: [{ title: "Moves", operations: [...jumps, "Next"] }],
  rows: states.map((state) => ({ states: [state], allowed: [...jumps, "Next"] })),
  outcomes: [
    ...jumps.map((operation, index) => ({ operation, success: to(10 * (index + 1)) })),
    ...states.slice(1).map((_, index) => ({ operation: "Next", from: [states[index]], success: to(index + 1) })),
  ],
};
document.body.append(element);
