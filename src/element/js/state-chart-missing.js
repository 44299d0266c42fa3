// What stands in an element that has content but no chart, in plain words with the fix. Fetched only when that happens.

export { build } from "./build.js";

const own = "script[type='application/json']";
const otherwise =
  "put the table into the element, where it is read as soon as it comes, name a chart in JSON with `src` or set `chart`, or leave the element empty for the built-in chart";

const brief = (/** @type {string} */ text) => {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};
const isSeen = (/** @type {Node} */ node) =>
  node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

// A table of Markdown that is text still: the line of its head, and whether the line below that is one of dashes.
const piped = (/** @type {string} */ text) => {
  const lines = text.split("\n").map((line) => line.trim());
  const isRow = (/** @type {string} */ line) => /^\|.*\|$/.test(line);
  const isRule = (/** @type {string} */ line) => line.includes("|") && /[-–—]/.test(line) && /^[-–—:|\s]+$/.test(line);
  const rule = lines.findIndex(isRule);
  if (rule > 0) return { head: lines[rule - 1], ruled: true };
  const head = lines.findIndex((line, index) => isRow(line) && isRow(lines[index + 1] ?? ""));
  if (head >= 0) return { head: lines[head], ruled: false };
};

/**
 * What to do about it. Each kind of Markdown leaves its own traces in the page.
 * @param {HTMLElement} element
 * @param {{ head: string, ruled: boolean }} rows
 */
const unrendered = (element, { head, ruled }) => {
  const within = (/** @type {string} */ css) => [...element.querySelectorAll(css)].some((it) => it.textContent.includes(head));
  if (!ruled) return `write \`${head.replace(/[^|]+/g, "---")}\` on the line below it`;
  if (within("pre, code")) return "it is a block of code: take its indentation or its fence away";
  if (within("p"))
    return "it is a paragraph: leave a blank line above the table and one below it, and turn tables on where the site's Markdown has them off";
  const before = element.parentElement?.localName === "p" && [...element.parentElement.childNodes].find(isSeen);
  if (before === element && /^\s*\n/.test(element.textContent))
    return "in MkDocs, write `/// html | state-chart` above the table and `///` below it in place of the tags, and turn on the extension `pymdownx.blocks.html`";
  if (before) return "put each of the tags on a line of its own, with a blank line above it and one below";
  if (/^\s*\n\s*\n/.test(element.textContent))
    return 'this Markdown leaves alone what is in a tag: in Jekyll, write `markdown="block"` into the tag; elsewhere, write the table in HTML';
  return "leave a blank line after the opening tag and one before the closing tag";
};

// What was found in place of a table, and what to do about it.
const found = (/** @type {HTMLElement} */ element) => {
  const text = element.textContent;
  const rows = piped(text);
  if (rows) return `one in Markdown that was left as text, \`${brief(rows.head)}\`; ${unrendered(element, rows)}`;
  if (element.querySelector("table")) return `one that is in another \`<${element.localName}>\` inside; take the tags of one of them away`;
  if (element.querySelector(own)) return "a chart in JSON that is not directly in the element; take away what is between";
  if ([...element.querySelectorAll("template")].some((it) => it.content.querySelector("table")))
    return "one in a `<template>`, which is not shown; take the tags of the `<template>` away";
  if ([...element.querySelectorAll("noscript")].some((it) => it.textContent.includes("<table")))
    return "one in a `<noscript>`, which is text where scripts run; take the tags of the `<noscript>` away";
  if (text.includes("<table")) return "one as text, `<table`; have it written into the page as HTML";
  const role = element.querySelector("[role=table], [role=grid], [role=treegrid]");
  if (role) return `\`<${role.localName} role="${role.getAttribute("role")}">\`; write it as a \`<table>\``;
  const first = [...element.childNodes].find(isSeen);
  if (!first) return `an element that has been emptied; ${otherwise}`;
  const { localName, textContent } = /** @type {Element} */ (first);
  const name = localName && `\`<${localName}>\``;
  const words = textContent.trim() && `the text \`${brief(textContent)}\``;
  return `${[name, words].filter(Boolean).join(" with ")}; ${otherwise}`;
};

/** Why there is no widget in `element`. @param {HTMLElement} element */
export default (element) => `expected a table, found ${found(element)}`;
