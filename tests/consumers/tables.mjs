// The HTML tables in a DOM, and the Markdown tables as a renderer makes them.

import { parseHTML } from "linkedom";
import { marked } from "marked";
import { plain } from "./chart.mjs";

function page(html) {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

/** A cell's lines, which `<br>` parts. */
function lines(cell) {
  const lines = [""];
  for (const node of cell.childNodes) {
    if (node.nodeName === "BR") lines.push("");
    else lines.push(lines.pop() + node.textContent);
  }
  return lines.map(plain);
}

function checkTables(document, chart, expect) {
  const tables = [...document.querySelectorAll("table")];
  const groups = chart.groups.filter((group) => group.operations.length > 0);
  expect("tables", tables.length, groups.length);
  for (const [index, { operations }] of groups.entries()) {
    const [head, ...body] = [...tables[index].querySelectorAll("tr")].map((line) => [...line.children]);
    expect("operations", head.map(lines), [["State"], ...operations.map((name) => [plain(name)])]);
    expect("rows", body.length, chart.rows.length);
    for (const [index, row] of chart.rows.entries()) {
      const [states, ...cells] = body[index].map(lines);
      expect("states", states, row.states.map(plain));
      const marks = operations.map((operation) => {
        const condition = row.conditional.get(operation);
        const note = row.notes.get(operation);
        if (condition !== undefined) return [plain(note === undefined ? condition : `${condition}; ${note}`)];
        const mark = row.allowed.has(operation) ? "√" : "✗";
        if (note !== undefined) return [plain(`${mark} ${note}`)];
        return [row.allowed.has(operation) ? mark : ""];
      });
      expect(`marks of ${states}`, cells, marks);
    }
  }
  return tables;
}

export function checkHtml(text, chart, expect) {
  const tables = checkTables(page(text), chart, expect);
  const groups = chart.groups.filter((group) => group.operations.length > 0);
  for (const [index, table] of tables.entries()) {
    const title = groups[index].title || chart.title;
    expect("caption", table.querySelector("caption")?.textContent ?? "", title);
    const scopes = (of, scope) => [...table.querySelectorAll(of)].every((cell) => cell.getAttribute("scope") === scope);
    expect("scopes of columns", scopes("thead th", "col"), true);
    expect("scopes of rows", scopes("tbody th", "row"), true);
  }
}

export async function checkMarkdown(text, chart, expect) {
  const document = page(await marked.parse(text));
  checkTables(document, chart, expect);
  const titles = [chart.title, ...chart.groups.map((group) => group.title)];
  const headings = [...document.querySelectorAll("h1, h2")].map((heading) => plain(heading.textContent));
  expect("headings", headings, titles.map(plain).filter((title) => title !== ""));
}

/** The runbook is a numbered list of bold operations, each allowed where it says it was taken. */
export async function checkRunbook(text, chart, expect) {
  const document = page(await marked.parse(text));
  const start = document.querySelector("p strong");
  expect("start", plain(start.textContent), plain(chart.start));
  let at = plain(chart.start);
  for (const item of document.querySelectorAll("ol > li")) {
    const [operation, to] = [...item.querySelectorAll("strong")].map((bold) => plain(bold.textContent));
    const from = chart.states.find((state) => plain(state) === at);
    const name = chart.operations.find((name) => plain(name) === operation);
    expect(`${operation} in ${at}`, from !== undefined && chart.permit(from, name), "allowed");
    expect("says where", plain(item.textContent).startsWith(`${operation} in ${at} `), true);
    at = to;
  }
}
