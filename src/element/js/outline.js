// The tables in an element as one text: the program that reads them would have to call the page for each node otherwise.
//
// Each part of the text begins with a sign that says what it is; `src/import/table/outline.rs` has the same ones.

const opened = "\x01";
const attribute = "\x02";
const words = "\x03";
const closed = "\x04";

// In the text of a page these signs mean nothing, and a browser does not show them.
const signs = new RegExp(`[${opened}-${closed}]`, "g");
const plain = (/** @type {string} */ text) => text.replace(signs, "\ufffd");

const begin = (/** @type {Element} */ element) => {
  let text = opened + element.localName;
  if (element.hasAttributes())
    for (const { name, value } of element.attributes) {
      text += attribute + plain(`${name}=${value}`);
      // What a footnote says stands elsewhere on the page, with a way back to its mark.
      const note = name === "href" && value[0] === "#" && document.getElementById(value.slice(1));
      if (note) text += attribute + plain(`footnote=${note.textContent.replace(/\^|↩|\ufe0e/g, "").trim()}`);
    }
  return text;
};

/**
 * An element with all that is in it. It is a loop and no recursion, for a page may nest elements as deep as it likes.
 * @param {Element} top
 */
const whole = (top) => {
  // Most cells have nothing but a text.
  if (!top.firstElementChild) return begin(top) + words + plain(top.textContent) + closed;
  let text = "";
  for (let node = /** @type {any} */ (top); ; ) {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    if (isElement) text += begin(node);
    else if (node.nodeType === Node.TEXT_NODE) text += words + plain(node.data);
    // A table in a cell is read as a table of its own.
    const child = isElement && node.localName !== "table" && node.firstChild;
    if (child) {
      node = child;
      continue;
    }
    if (isElement) text += closed;
    while (node !== top && !node.nextSibling) {
      node = node.parentNode;
      text += closed;
    }
    if (node === top) return text;
    node = node.nextSibling;
  }
};

/** The heading before a table, or before what wraps it. @param {Element} table @param {Element} host */
const heading = (table, host) => {
  for (let at = /** @type {Element | null} */ (table), far = 0; at && at !== host && far < 4; at = at.parentElement, far += 1) {
    const before = at.previousElementSibling;
    if (before) return /^h[1-6]$/.test(before.localName) ? before : undefined;
  }
};

const outline = (/** @type {HTMLTableElement} */ table, /** @type {Element} */ host) => {
  const title = table.caption ?? heading(table, host);
  const before = table.previousSibling;
  let text = begin(table);
  if (before?.nodeType === Node.TEXT_NODE) text += words + plain(before.nodeValue ?? "");
  if (title) text += whole(title);
  /** @type {any} */
  let section;
  for (const row of table.rows) {
    if (section !== row.parentNode) {
      if (section) text += closed;
      section = row.parentNode;
      text += opened + section.localName;
    }
    text += begin(row);
    for (const cell of row.cells) text += whole(cell);
    text += closed;
  }
  return text + (section ? closed : "") + closed;
};

/** The tables in `host`, those in a table too, but none of another element of its kind. @param {Element} host */
export const tablesIn = (host) =>
  [...host.querySelectorAll("table")].filter((table) => table.closest(host.localName) === host);

/**
 * How many cells the largest of `tables` has; the names of both sides are no cells.
 * @param {HTMLTableElement[]} tables
 */
export const most = (tables) => {
  const size = (/** @type {HTMLTableElement} */ { rows }) => (rows.length - 1) * (Math.max(0, ...Array.from(rows, (row) => row.cells.length)) - 1);
  return Math.max(0, ...tables.map(size));
};

/** `tables` of `host` as one text. @param {HTMLTableElement[]} tables @param {Element} host */
export default (tables, host) => tables.map((table) => outline(table, host)).join("");
