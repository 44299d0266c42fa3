// `<state-chart>` in the markup of Svelte 5: `import "state-chart-element/svelte"`.

import type { HTMLAttributes } from "svelte/elements";
import type { StateChartHandlers, StateChartProperties } from "./markup.js";
import type { StateChartElement } from "./types.js";

export * from "./types.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "state-chart": HTMLAttributes<StateChartElement> & StateChartProperties & StateChartHandlers<"on" | "on:">;
  }
}
