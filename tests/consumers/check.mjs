// Gives exported charts to the programs that they are for: `node check.mjs FOLDER...`.
//
// Each FOLDER was written by `cargo run --example export -- CHART.json FOLDER`. Its chart.json
// says what the others must say. `npm ci` in this folder comes first.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readChart } from "./chart.mjs";
import { checkGraphviz } from "./graphviz.mjs";
import { checkMermaid } from "./mermaid.mjs";
import { checkScxml } from "./scxml.mjs";
import { checkHtml, checkMarkdown, checkRunbook } from "./tables.mjs";
import { checkXState } from "./xstate.mjs";

const consumers = [
  ["chart.html", checkHtml],
  ["chart.md", checkMarkdown],
  ["runbook.md", checkRunbook],
  ["chart.mmd", checkMermaid],
  ["chart.scxml", checkScxml],
  ["chart.dot", checkGraphviz],
  ["chart.js", checkXState],
];

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error("usage: node check.mjs FOLDER...");
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const folder of folders) {
  const chart = readChart(JSON.parse(readFileSync(join(folder, "chart.json"), "utf8")));
  for (const [file, check] of consumers) {
    const path = join(folder, file);
    const before = passed + failed;
    const expect = (what, found, expected) => {
      const [a, b] = [found, expected].map((value) => JSON.stringify(value));
      if (a === b) {
        passed += 1;
        return;
      }
      failed += 1;
      console.error(`${path}: ${what}\n  expected ${b}\n  found    ${a}`);
    };
    try {
      await check(readFileSync(path, "utf8"), chart, expect);
      // A consumer that checked nothing has not agreed.
      if (passed + failed === before) expect("something is checked", false, true);
    } catch (error) {
      failed += 1;
      console.error(`${path}: ${error.stack ?? error}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
