import "state-chart-element";
import type { Chart, Refusal, Step } from "state-chart-element";

const chart = document.querySelector("state-chart");
const output = document.querySelector("output");
if (!chart || !output) throw new Error("the page has neither chart nor output");

chart.addEventListener("state-chart-operated", (event) => {
  const { operation, from, to }: Step = event.detail;
  output.textContent = `${operation}: ${from} to ${to}`;
});
chart.addEventListener("state-chart-operate", (event) => {
  // @ts-expect-error a name is not a number
  const operation: number = event.detail.operation;
  if (String(operation) === "Cancel") event.preventDefault();
});

// Not called: it is here for the compiler to read.
export const types = async (): Promise<string> => {
  const ended: Step | Refusal = await chart.perform("Print", { state: "Printing" });
  const shown: Chart | null = chart.chart;
  const can: boolean = chart.can("Print") && (await chart.undo());
  // @ts-expect-error an outcome is one of two words
  await chart.perform("Print", { outcome: "perhaps" });
  // @ts-expect-error the promise cannot be replaced
  chart.ready = Promise.resolve(chart);
  return ended.type === "step" ? `${ended.to} ${can} ${shown?.rows.length}` : ended.message;
};
