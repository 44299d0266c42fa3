// What an author has put into an element, where that is no JSON: read, read again when it changes, and kept in sight
// where it has no part in the chart. Fetched for such elements only.

/** @import { Live } from "./live.js" */
/** @import { Source, Within } from "./programs.js" */

import outline, { most, tablesIn } from "./outline.js";

export { build } from "./build.js";

const above = "state-chart-above";
const replaced = "state-chart-replaced";

const isNothing = (/** @type {Node} */ node) =>
  node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.nodeValue?.trim());

/**
 * `node` and what it is in, from inside out, without `element`.
 * @param {Node | null} node
 * @param {Node} element
 */
const chain = (node, element) => {
  const found = [];
  for (let at = node; at && at !== element; at = at.parentNode) found.push(at);
  return found;
};

/**
 * The outermost nodes in `element` that show `tables` and nothing else, and whether there is anything else to see.
 * There is no recursion: the page decides how deep its elements are.
 * @param {HTMLElement} element
 * @param {Set<Node>} tables
 */
const parts = (element, tables) => {
  const outer = [...tables].filter((table) => !chain(table.parentNode, element).some((node) => tables.has(node)));
  const holders = new Set(outer.flatMap((table) => chain(table.parentNode, element))).add(element);
  /** What shows something else as well. @type {Set<Node>} */
  const mixed = new Set();
  for (const holder of holders) {
    if (mixed.has(holder)) continue;
    const isRest = (/** @type {Node} */ node) => !isNothing(node) && !tables.has(node) && !holders.has(node);
    if ([...holder.childNodes].some(isRest)) for (const node of [...chain(holder, element), element]) mixed.add(node);
  }
  const found = outer.map((table) => chain(table, element).findLast((node) => !mixed.has(node)));
  return { found: /** @type {HTMLElement[]} */ ([...new Set(found)]), rest: mixed.has(element) };
};

/**
 * Hides a part that is replaced by the widget; the returned function shows it again. A child gets a slot that does not
 * exist, which no style sheet of the page can undo.
 * @param {HTMLElement} element
 * @param {HTMLElement} part
 */
const conceal = (element, part) => {
  if (part.parentNode === element) {
    part.slot = replaced;
    return () => part.removeAttribute("slot");
  }
  const { style } = part;
  /** @type {[string, string]} */
  const before = [style.getPropertyValue("display"), style.getPropertyPriority("display")];
  style.setProperty("display", "none", "important");
  return () => {
    style.setProperty("display", ...before);
    if (!part.getAttribute("style")) part.removeAttribute("style");
  };
};

/**
 * Keeps in sight what has no part in the chart; what was above the tables stays above. The returned function undoes it.
 * @param {HTMLElement} element
 * @param {HTMLTableElement[]} tables
 */
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
  element.shadowRoot?.prepend(slots[0]);
  element.shadowRoot?.append(slots[1]);
  undo.push(() => slots.forEach((slot) => slot.remove()));
  return () => undo.forEach((act) => act());
};

/** @typedef {{ state: string | null, history: string | undefined }} Session */

/**
 * What a reader has done, as the text of a scenario; nothing where nobody has done anything.
 * @param {Live} made
 * @param {WeakSet<Live>} moved
 * @returns {Promise<Session | undefined>}
 */
const session = async (made, moved) => {
  if (!moved.has(made)) return;
  const { state } = made;
  return { state, history: await made.save().catch(() => undefined) };
};

/**
 * Goes on in `state`, with the history where that leads there in this chart as well; starts anew if there is no such state.
 * @param {Live} made
 * @param {Session} session
 */
const resume = (made, { state, history }) => {
  const start = state === null ? "-" : `"${state.replace(/["\\]/g, "\\$&")}"`;
  try {
    // Without a history, the program that reads scenarios was not loaded.
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

/**
 * What stands in an element: a chart with the tables that it was read from, or why it is none.
 * @typedef {{ key: string, json?: string, packed?: Uint8Array, warnings?: string[], tables?: HTMLTableElement[], error?: unknown }} Look
 */

/**
 * What is known of an element: `key` is what its chart was read from.
 * @typedef {{ key?: string, warned: string, tables?: HTMLTableElement[], session?: Session, next?: Look, undo?: () => void }} Known
 */

/** @param {Within} within */
export default ({ files, live, reader, watch, own, read: json }) => {
  /** @type {WeakMap<HTMLElement, Known>} */
  const known = new WeakMap();
  /** @type {WeakSet<Live>} */
  const moved = new WeakSet();

  const missing = async (/** @type {HTMLElement} */ element) => {
    const told = files.script("missing").then((it) => it.default(element), (error) => `expected a table; ${error}`);
    return new Error(await told);
  };

  /** What stands in the element now. @param {HTMLElement} element @returns {Promise<Look>} */
  const refresh = async (element) => {
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
      return { key: /** @type {Error} */ (error).message, error };
    }
  };

  /**
   * @param {HTMLElement} element
   * @param {() => void} again Called when a chart of another content has to be shown.
   * @param {() => boolean} isLast
   * @returns {Promise<Source>}
   */
  const read = async (element, again, isLast) => {
    const it = known.get(element) ?? { warned: "" };
    known.set(element, it);
    /** @type {number | undefined} */
    let due;
    /** @type {object | undefined} */
    let turn;
    // An attribute matters in a table only, and a style nowhere: neither says anything of a chart otherwise.
    const matters = (/** @type {MutationRecord} */ { type, target, attributeName }) =>
      type !== "attributes" ||
      (target !== element && attributeName !== "style" && /** @type {Element} */ (target).closest("table"));

    const update = async () => {
      due = undefined;
      const mine = (turn = {});
      const isStale = () => turn !== mine || !isLast() || !live.has(element);
      const found = await refresh(element);
      if (isStale()) return;
      if (found.key === it.key) {
        it.tables = found.tables;
        show();
        return;
      }
      const begun = live.get(element);
      it.session = begun && (await session(begun.made, moved));
      if (isStale()) return;
      it.next = found;
      again();
    };
    // However many changes there are in one tick, they make one update. Without a widget there is nothing to compare with,
    // so it begins anew; but where no table was found before, only once there is one, or the same error would be told again.
    const observer = watch(element, (all) => {
      if (!all.some(matters)) return;
      it.next = undefined;
      if (live.has(element)) due ??= setTimeout(update);
      else if (it.key !== "" || element.querySelector(`table, ${own}`)) again();
    });

    const show = () => {
      it.undo?.();
      it.undo = keep(element, it.tables ?? []);
      // What `keep` has changed is no change of the author's.
      observer.takeRecords();
    };

    const found = it.next ?? (await refresh(element));
    it.next = undefined;
    it.key = found.key;
    it.tables = found.tables;
    if (found.error) throw found.error;
    const { json: text, packed, warnings = [] } = found;
    if (!text || !packed) {
      const script = element.querySelector(own);
      if (script) return json(script.textContent);
      throw await missing(element);
    }
    const warned = warnings.join("\n");
    if (warned !== it.warned) for (const warning of warnings) console.warn(`state-chart: ${warning}`, element);
    it.warned = warned;

    const shown = (/** @type {Live} */ made) => {
      show();
      made.onrestore = () => moved.add(made);
      const onOperated = (/** @type {Event} */ { target }) => target === element && moved.add(made);
      element.addEventListener("state-chart-operated", onOperated);
      if (it.session && !element.hasAttribute("link")) resume(made, it.session);
      it.session = undefined;
      return () => {
        element.removeEventListener("state-chart-operated", onOperated);
        it.undo?.();
        it.undo = undefined;
        observer.takeRecords();
      };
    };
    const resumes = it.session?.history !== undefined && !element.hasAttribute("link");
    return { json: text, packed, shown, resumes };
  };

  return { read, knows: (/** @type {HTMLElement} */ element) => known.has(element) };
};
