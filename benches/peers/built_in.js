// The chart of an element's own JSON, or the built-in one.
import builtIn from "../../static/charts/biztalk-services.json";
import { prepare } from "./chart.js";

let prepared;

/** The chart of `host`: of its own JSON child, else the built-in one, which is prepared once. */
export function chartOf(host) {
  const script = host.querySelector(':scope > script[type="application/json"]');
  return script ? prepare(JSON.parse(script.textContent)) : (prepared ||= prepare(builtIn));
}
