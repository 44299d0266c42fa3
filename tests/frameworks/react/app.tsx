// The tag in TSX. What is wrong must be an error, so each such line says that one is expected.
import type { JSX } from "react";
import type { Chart, StateChartElement } from "state-chart-element/react";

const chart: Chart = { version: 1, groups: [{ operations: ["Switch"] }], rows: [{ states: ["On"], allowed: ["Switch"] }] };
type Props = JSX.IntrinsicElements["state-chart"];
let found: StateChartElement | null = null;

export const right = () => (
  <state-chart
    src="chart.json"
    state="On"
    duration={0}
    parts="grid card"
    states="rows"
    link="chart"
    className="wide"
    id="chart"
    chart={chart}
    ref={(it: StateChartElement | null) => {
      found = it;
    }}
    {...{ "onstate-chart-operated": undefined }}
  >
    <table></table>
  </state-chart>
);
export const heard = () => <state-chart {...{ "onstate-chart-select": ({ detail }) => console.log(detail?.state) } satisfies Partial<Props>} />;
export const perform = () => found?.perform("Switch");

export const wrong = () => [
  // @ts-expect-error the states are in rows or columns
  <state-chart states="diagonal" />,
  // @ts-expect-error a time is a number
  <state-chart duration="soon" />,
  // @ts-expect-error a chart has a version
  <state-chart chart={{ rows: [] }} />,
  // @ts-expect-error there is no such attribute
  <state-chart sauce="chart.json" />,
];
