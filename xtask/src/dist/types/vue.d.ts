// `<state-chart>` in the templates of Vue 3: `import "state-chart-element/vue"`. Vue has to be told that the tag is no
// component of its own, by `isCustomElement`.

import type { HTMLAttributes, PublicProps } from "vue";
import type { StateChartProperties } from "./markup.js";
import type { StateChartElement, StateChartEventMap } from "./types.js";

export * from "./types.js";

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name;

/** What a template takes as `@name`. */
type Listeners = { [Name in keyof StateChartEventMap as `on${Capitalize<Camel<Name>>}`]?: (event: StateChartEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "state-chart": new () => StateChartElement & { $props: HTMLAttributes & PublicProps & StateChartProperties & Listeners };
  }
}
