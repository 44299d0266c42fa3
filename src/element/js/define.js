// Defines <state-chart>.

import { StateChartElement } from "./element.js";
import { isLinked, locate } from "./load.js";

const tag = "state-chart";

/** @param {import("./programs.js").Files} files Where the other files are. */
export const define = (files) => {
  if (!globalThis.customElements || customElements.get(tag)) return;
  locate(files);
  customElements.define(tag, StateChartElement);
  // Whoever opens a link to an element wants to see it, however far down it is.
  addEventListener("hashchange", () => {
    for (const element of document.querySelectorAll(tag)) if (isLinked(element)) element.load();
  });
};
