// The loader of a page that has all files in one folder: they are found beside this script.

import { define } from "./define.js";

const script = document.currentScript || document.querySelector('script[src*="state-chart.js"]');
const place = script ? script.src : location.href;
const file = (name) => new URL(`state-chart-${name}`, place);

define({
  place,
  script: (name) => import(file(`${name}.js`)),
  wasm: (name) => fetch(file(`${name}_bg.wasm`)),
});
