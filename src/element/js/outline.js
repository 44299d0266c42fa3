// The tables in an element as one text. The program that reads them would have to ask the page for each node, and each
// question costs a call.
//
// Each part of the text begins with a sign that says what it is; `src/import/table/outline.rs` has the same ones.

const opened = "\x01";
const attribute = "\x02";
const words = "\x03";
const closed = "\x04";

// In a page these signs mean nothing, and are not shown.
const plain = (text) => text.replace(/[\x01-\x04]/g, "\ufffd");

const begin = (element) => {
  let text = opened + element.localName;
  if (element.hasAttributes())
    for (const { name, value } of element.attributes) text += attribute + plain(`${name}=${value}`);
  return text;
};

/** An element with all that is in it. A tree is walked, however deep it is: the page decides that. */
const whole = (top) => {
  // Most cells have nothing but a text.
  if (!top.firstElementChild) return begin(top) + words + plain(top.textContent) + closed;
  let text = "";
  for (let node = top; ; ) {
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

/** The heading before a table, or before what wraps it. */
const heading = (table, host) => {
  for (let at = table, far = 0; at && at !== host && far < 4; at = at.parentElement, far += 1) {
    const before = at.previousElementSibling;
    if (before) return /^h[1-6]$/.test(before.localName) ? before : undefined;
  }
};

const outline = (table, host) => {
  const title = table.caption ?? heading(table, host);
  const before = table.previousSibling;
  let text = begin(table);
  if (before?.nodeType === Node.TEXT_NODE) text += words + plain(before.data);
  if (title) text += whole(title);
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

/** The tables in `host`, those in a table too, but none of another element of its kind. */
export const tablesIn = (host) =>
  [...host.querySelectorAll("table")].filter((table) => table.closest(host.localName) === host);

/** How many cells the largest of `tables` has; the names of both sides are no cells. */
export const most = (tables) => {
  const size = ({ rows }) => (rows.length - 1) * (Math.max(0, ...Array.from(rows, (row) => row.cells.length)) - 1);
  return Math.max(0, ...tables.map(size));
};

/** `tables` of `host` as one text. */
export default (tables, host) => tables.map((table) => outline(table, host)).join("");
