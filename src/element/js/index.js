// The module of the npm package. Bundlers give files names and places of their own, and follow only what
// stands here as it does.

import { define } from "./define.js";

const scripts = {
  element: () => import("./state-chart-element.js"),
  content: () => import("./state-chart-content.js"),
  missing: () => import("./state-chart-missing.js"),
  sections: () => import("./state-chart-sections.js"),
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
  script: (name) => scripts[name](),
  wasm: (name) => fetch(modules[name]),
});
