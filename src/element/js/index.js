// The module of the npm package. Bundlers give files names and places of their own, and follow only what
// stands here as it does.

import { define } from "./define.js";

const scripts = {
  element: () => import("./state-chart-element.js"),
  content: () => import("./state-chart-content.js"),
  missing: () => import("./state-chart-missing.js"),
  sections: () => import("./state-chart-sections.js"),
  source: () => import("./state-chart-source.js"),
  diagnosis: () => import("./state-chart-diagnosis.js"),
  words: () => import("./state-chart-words.js"),
  "words-ar": () => import("./state-chart-words-ar.js"),
  "words-de": () => import("./state-chart-words-de.js"),
  "words-es": () => import("./state-chart-words-es.js"),
  "words-fr": () => import("./state-chart-words-fr.js"),
  "words-he": () => import("./state-chart-words-he.js"),
  "words-ja": () => import("./state-chart-words-ja.js"),
  "words-ko": () => import("./state-chart-words-ko.js"),
  "words-pt": () => import("./state-chart-words-pt.js"),
  "words-zh": () => import("./state-chart-words-zh.js"),
  widget: () => import("./state-chart-widget.js"),
  json: () => import("./state-chart-json.js"),
  tables: () => import("./state-chart-tables.js"),
  tools: () => import("./state-chart-tools.js"),
};
const modules = {
  widget: new URL("./state-chart-widget_bg.wasm", import.meta.url),
  json: new URL("./state-chart-json_bg.wasm", import.meta.url),
  tables: new URL("./state-chart-tables_bg.wasm", import.meta.url),
  tools: new URL("./state-chart-tools_bg.wasm", import.meta.url),
};

define({
  place: import.meta.url,
  script: (name) => /** @type {any} */ (scripts)[name](),
  wasm: async (name) => modules[name],
});
