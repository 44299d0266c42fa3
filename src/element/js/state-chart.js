// The loader of a page that has all files in one folder: they are found beside this script.

import { define } from "./define.js";

// A module has no current script, and finds the others from where it is: an import is relative to the importer.
const { src: named = "" } = /** @type {HTMLScriptElement} */ (document.currentScript ?? {});
// Servers of packages answer with this script where only the package is named.
const src = named && !/\.js/.test(named) ? `${named}/` : named;
const file = (/** @type {string} */ name) => `./state-chart-${name}`;
const script = (/** @type {string} */ name) => import(src ? `${new URL(file(name), src)}` : file(name));

define({
  place: src || "state-chart.js",
  script: (name) => script(`${name}.js`),
  wasm: async (name) => new URL(file(`${name}_bg.wasm`), src || (await script("element.js")).place),
});
