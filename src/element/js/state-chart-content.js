// What an author has put into an element, where that is no JSON: read, read again when it changes, and kept in sight
// where it has no part in the chart. Fetched for such elements only.

import outline, { most, tablesIn } from "./outline.js";

const above = "state-chart-above";
const replaced = "state-chart-replaced";

const isNothing = (node) => node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.data.trim());

/** What shows `tables` and nothing else, as far out as that goes, and whether anything else is to be seen. */
const parts = (within, tables) => {
  const found = [];
  let rest = false;
  for (const node of within.childNodes) {
    if (isNothing(node)) continue;
    const inner = tables.has(node) ? { found: [], rest: false } : parts(node, tables);
    const isPart = tables.has(node) || (inner.found.length > 0 && !inner.rest);
    found.push(...(isPart ? [node] : inner.found));
    rest ||= !isPart;
  }
  return { found, rest };
};

// Takes what is read out of sight: a child by a slot that does not exist, which no style sheet of the page can undo.
const conceal = (element, part) => {
  if (part.parentNode === element) {
    part.slot = replaced;
    return () => part.removeAttribute("slot");
  }
  const { style } = part;
  const before = [style.getPropertyValue("display"), style.getPropertyPriority("display")];
  style.setProperty("display", "none", "important");
  return () => {
    style.setProperty("display", ...before);
    if (!part.getAttribute("style")) part.removeAttribute("style");
  };
};

/** Keeps in sight what has no part in the chart; what was above the tables stays above. The answer takes it back. */
const keep = (element, tables) => {
  const { found, rest } = parts(element, new Set(tables));
  if (!rest) return () => {};
  const undo = found.map((part) => conceal(element, part));
  for (const child of element.children) {
    if (found.some((part) => child.contains(part))) break;
    if (child.slot) continue;
    child.slot = above;
    undo.push(() => child.removeAttribute("slot"));
  }
  const slots = [above, ""].map((name) => Object.assign(document.createElement("slot"), { name }));
  element.shadowRoot.prepend(slots[0]);
  element.shadowRoot.append(slots[1]);
  undo.push(() => slots.forEach((slot) => slot.remove()));
  return () => undo.forEach((act) => act());
};

// What a reader has done, as the text of a scenario; nothing where nobody has done anything.
const session = async (made, moved) => {
  if (!moved.has(made)) return;
  const { state } = made;
  return { state, history: await made.save().catch(() => undefined) };
};

/** Goes on where `state` is, with its history where that leads there in this chart as well; else starts anew. */
const resume = (made, { state, history }) => {
  const start = state === null ? "-" : `"${state.replace(/["\\]/g, "\\$&")}"`;
  try {
    // Without a history, what reads one has not come.
    if (history === undefined) made.state = state;
    else made.resume(start);
  } catch {
    return;
  }
  try {
    if (history !== undefined) made.resume(history);
  } catch {
    // A step of it is not in this chart.
  }
  if (made.state !== state) made.resume(start);
};

export default ({ files, live, reader, watch, own, read: json }) => {
  const known = new WeakMap();
  const moved = new WeakSet();

  const missing = async (element) => {
    const told = files.script("missing").then((it) => it.default(element), (error) => `expected a table; ${error}`);
    return new Error(await told);
  };

  // What stands in the element now: a chart with the tables that it was read from, or why it is none.
  const look = async (element) => {
    if (element.querySelector(own)) return { key: own };
    if (!tablesIn(element).length) return { key: "" };
    try {
      const { fit, read } = await reader();
      const tables = tablesIn(element);
      fit(most(tables));
      const [yes, no, states] = ["yes", "no", "states"].map((name) => element.getAttribute(name));
      const { places, ...found } = read(outline(tables, element), yes ?? "", no ?? "", states);
      return { ...found, key: found.json, tables: places.map((place) => tables[place]) };
    } catch (error) {
      return { key: error.message, error };
    }
  };

  const read = async (element, again, isLast) => {
    const it = known.get(element) ?? { warned: "" };
    known.set(element, it);
    let due, turn;
    // How what is outside of the tables looks says nothing of a chart.
    const matters = ({ type, target, attributeName }) =>
      type !== "attributes" || (target !== element && attributeName !== "style" && target.closest("table"));

    const update = async () => {
      due = undefined;
      const mine = (turn = {});
      const isStale = () => turn !== mine || !isLast() || !live.has(element);
      const found = await look(element);
      if (isStale()) return;
      if (found.key === it.key) {
        it.tables = found.tables;
        show();
        return;
      }
      it.session = await session(live.get(element).made, moved);
      if (isStale()) return;
      it.next = found;
      again();
    };
    // However many changes there are in one tick, they make one update. Without a widget nothing has to be compared, and
    // what is said while a table is waited for is not told anew.
    const observer = watch(element, (all) => {
      if (!all.some(matters)) return;
      it.next = undefined;
      if (live.has(element)) due ??= setTimeout(update);
      else if (it.key !== "" || element.querySelector(`table, ${own}`)) again();
    });

    const show = () => {
      it.undo?.();
      it.undo = keep(element, it.tables);
      // What was changed here is no change of the author's.
      observer.takeRecords();
    };

    const found = it.next ?? (await look(element));
    it.next = undefined;
    it.key = found.key;
    it.tables = found.tables;
    if (found.error) throw found.error;
    if (!found.json) {
      if (found.key) return json(element.querySelector(own).textContent);
      throw await missing(element);
    }
    const warned = found.warnings.join("\n");
    if (warned !== it.warned) for (const warning of found.warnings) console.warn(`state-chart: ${warning}`, element);
    it.warned = warned;

    const shown = (made) => {
      show();
      made.onrestore = () => moved.add(made);
      const hear = ({ target }) => target === element && moved.add(made);
      element.addEventListener("state-chart-operated", hear);
      if (it.session && !element.hasAttribute("link")) resume(made, it.session);
      it.session = undefined;
      return () => {
        element.removeEventListener("state-chart-operated", hear);
        it.undo?.();
        it.undo = undefined;
        observer.takeRecords();
      };
    };
    const resumes = it.session?.history !== undefined && !element.hasAttribute("link");
    return { json: found.json, packed: found.packed, shown, resumes };
  };

  return { read, knows: (element) => known.has(element) };
};
