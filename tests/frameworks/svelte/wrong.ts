// What markup must not say.
import type { SvelteHTMLElements } from "svelte/elements";
import type {} from "state-chart-element/svelte";

type Props = SvelteHTMLElements["state-chart"];
export const wrong: Props[] = [
  // @ts-expect-error the states are in rows or columns
  { states: "diagonal" },
  // @ts-expect-error a time is a number
  { duration: "soon" },
  // @ts-expect-error a step has no such field
  { "onstate-chart-operated": ({ detail }) => detail.nowhere },
];
