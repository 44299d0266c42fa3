// The view written by hand: markup once, as text; then only what changes is changed.
import { NONE } from "./chart.js";

const escape = (text) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt()};`);

const operations = ({ title, operations }) => `<div class="group" role="group" aria-label="${escape(title)}">${operations
  .map((name) => `<button type="button" data-operation="${escape(name)}">${escape(name)}</button>`)
  .join("")}</div>`;

const row = (names, { states, allowed }) => `<tr data-state="${names}"><th scope="row">${states
  .map((name) => `<button type="button" data-state="${escape(name)}">${escape(name)}</button>`)
  .join("")}</th>`;

const cell = (names, operation, yes) =>
  `<td class="${yes ? "yes" : "no"}" data-state="${names}" data-operation="${escape(operation)}"><button type="button" aria-label="${yes ? "allowed" : "not allowed"}">${yes ? "√" : ""}</button></td>`;

const table = (chart, { title, operations }) => `<div class="table"><table role="grid"><caption>${escape(title)}</caption>
<thead><tr><th scope="col">State</th>${operations
  .map((name) => `<th scope="col" data-operation="${escape(name)}">${escape(name)}</th>`)
  .join("")}</tr></thead><tbody>${chart.rows
  .map((line) => {
    const names = escape(line.names);
    return row(names, line) + operations.map((name) => cell(names, name, line.allowed.has(name))).join("") + "</tr>";
  })
  .join("")}</tbody></table></div>`;

const widget = (chart) => `<div class="widget"><section class="card" aria-label="${escape(chart.service)}">
<p class="state" tabindex="-1"></p><div class="operations">${chart.groups.map(operations).join("")}</div>
<p class="answer"></p><div class="history"><button type="button" data-history="undo" disabled>Undo</button><ol></ol></div></section>
<div class="grid">${chart.groups.map((group) => table(chart, group)).join("")}</div></div>`;

/** Shows `chart` in `root`; answers with a function that ends it. */
export function show(chart, root, duration) {
  root.innerHTML = widget(chart);
  const line = root.querySelector(".state");
  const answer = root.querySelector(".answer");
  const undo = root.querySelector("[data-history]");
  const list = root.querySelector("ol");
  const buttons = [...root.querySelectorAll(".operations button")];
  const bodies = [...root.querySelectorAll("tbody")];
  const places = new Map(chart.rows.flatMap(({ states }, row) => states.map((state, place) => [state, [row, place]])));
  const steps = [];
  let at, timer, selected, marked;

  const head = (body, state) => {
    const [row, place] = places.get(state) ?? [];
    return body.rows[row]?.cells[0].children[place];
  };

  const refresh = (via) => {
    const word = via ?? at;
    if (line.textContent !== word) line.textContent = word;
    if (at === NONE) delete line.dataset.state;
    else if (line.dataset.state !== at) line.dataset.state = at;
    for (const button of buttons) {
      const disabled = via != null || !chart.can(at, button.dataset.operation);
      if (button.disabled !== disabled) button.disabled = disabled;
    }
    if (at === marked) return;
    for (const body of bodies) {
      head(body, marked)?.removeAttribute("aria-current");
      head(body, at)?.setAttribute("aria-current", "true");
    }
    marked = at;
  };

  const come = (to, what) => {
    const item = document.createElement("li");
    item.textContent = `${what}: ${at} → ${to}`;
    list.append(item);
    steps.push(at);
    undo.disabled = false;
    at = to;
    refresh();
  };

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };

  const perform = (operation) => {
    const { via, to } = chart.lead(at, operation);
    if (!duration) return come(to, operation);
    timer = setTimeout(() => {
      timer = undefined;
      come(to, operation);
    }, duration);
    undo.disabled = false;
    refresh(via);
  };

  const back = () => {
    if (timer) stop();
    else {
      at = steps.pop();
      list.lastChild.remove();
    }
    undo.disabled = !steps.length;
    refresh();
  };

  const ask = (cell) => {
    selected?.removeAttribute("aria-selected");
    selected = cell;
    cell.setAttribute("aria-selected", "true");
    answer.textContent = cell.className === "yes" ? `${cell.dataset.operation}: allowed` : chart.refusal;
  };

  const press = ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const cell = button.closest("td");
    if (cell) return ask(cell);
    if (button.dataset.operation) return perform(button.dataset.operation);
    if (button.dataset.history) return back();
    stop();
    come(button.dataset.state, "Set");
  };

  root.addEventListener("click", press);
  at = chart.start;
  refresh();
  return () => {
    stop();
    root.removeEventListener("click", press);
  };
}
