// `<state-chart>` in the TSX of React 19: `import "state-chart-element/react"`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { StateChartHandlers, StateChartProperties } from "./markup.js";
import type { StateChartElement } from "./types.js";

export * from "./types.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "state-chart": DetailedHTMLProps<HTMLAttributes<StateChartElement>, StateChartElement> & StateChartProperties & StateChartHandlers<"on">;
    }
  }
}
