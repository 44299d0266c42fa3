// `<state-chart>` in the TSX of Solid: `import "state-chart-element/solid"`.

import type { JSX } from "solid-js";
import type { StateChartHandlers, StateChartProperties } from "./markup.js";
import type { StateChartElement } from "./types.js";

export * from "./types.js";

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "state-chart": HTMLAttributes<StateChartElement> & StateChartProperties & StateChartHandlers<"on:">;
    }
  }
}
