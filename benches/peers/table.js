// The peer written by hand, of the tables with check marks that stand in the element: that one shape, and no other.
import { prepare } from "./chart.js";
import { define } from "./element.js";
import { show } from "./hand.js";

const textOf = (cell) => cell.textContent.trim();

function tableOf(host) {
  const rows = new Map();
  const groups = [...host.querySelectorAll("table")].map(({ caption, tHead, tBodies }) => {
    const operations = [...tHead.rows[0].cells].slice(1).map(textOf);
    for (const { cells } of tBodies[0].rows) {
      const names = textOf(cells[0]);
      if (!rows.has(names)) rows.set(names, { states: names.split(", "), allowed: [] });
      rows.get(names).allowed.push(...operations.filter((_, index) => textOf(cells[index + 1])));
    }
    return { title: textOf(caption), operations };
  });
  return prepare({ title: host.getAttribute("label"), groups, rows: [...rows.values()] });
}

define(show, tableOf);
