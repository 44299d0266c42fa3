// `<state-chart>` in the TSX of Preact: `import "state-chart-element/preact"`.

import type { HTMLAttributes } from "preact";
import type { StateChartHandlers, StateChartProperties } from "./markup.js";
import type { StateChartElement } from "./types.js";

export * from "./types.js";

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "state-chart": HTMLAttributes<StateChartElement> & StateChartProperties & StateChartHandlers<"on">;
    }
  }
}
