// What is behind every <state-chart> of a page: the programs, the sources of charts, and what may go wrong.

import { Live } from "./live.js";

const files = /state-chart-(widget|json|tables|tools)/;
const own = ":scope > script[type='application/json']";
const live = new Map();
let fault;

// After a trap nothing in a program can be trusted: every element shows its own content again.
const trapped = ({ error, reason = error }) => {
  if (reason?.name !== "RuntimeError" || !files.test(reason.stack)) return;
  fault = new Error("the widget has stopped by a fault of its own; reload the page to use it again");
  for (const { made, again } of live.values()) {
    made.abandon();
    again();
  }
};
addEventListener("error", trapped);
addEventListener("unhandledrejection", trapped);

const fetched = async (src) => {
  const url = new URL(src, document.baseURI);
  const answer = await fetch(url).catch((error) => ({ status: error }));
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}; it is the chart that src names`);
  return answer.text();
};

/** `program` asks for both files of a program; `parts` are those that were asked for. */
export default (files, program, parts) => {
  const started = {};
  const begin = async (name) => {
    try {
      const [script, wasm] = program(name);
      const loaded = await script;
      await loaded.default({ module_or_path: wasm });
      return loaded;
    } catch (error) {
      // Who failed to load it may try again.
      delete started[name];
      delete parts[name];
      const why = async () => (await files.script("diagnosis")).default(files.place, name, error);
      const found = await why().catch(() => "");
      throw new Error(found || `${files.place}: ${error}`);
    }
  };
  /** The program of this name, once it runs. */
  const load = (name) => (started[name] ||= begin(name));
  const widget = load("widget");
  widget.catch(() => {});

  // The start that was asked for last, of each element, and what tells of changes in its content.
  const starts = new WeakMap();
  const watches = new WeakMap();
  const watch = (element, act) => {
    const observer = new MutationObserver((all) => fault || act(all));
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    watches.set(element, observer);
    return observer;
  };

  /** The chart in a JSON text, as the widget takes it. */
  const read = async (text) => {
    const program = load("json");
    program.catch(() => {});
    const json = await text;
    return { json, packed: (await program).read(json) };
  };

  let content;
  // The chart of an element, with what is to be done where it is shown; nothing for the built-in one.
  const source = async (element, chart, again, isLast) => {
    watches.get(element)?.disconnect();
    if (chart) return read(JSON.stringify(chart));
    const src = element.getAttribute("src");
    if (src) return read(fetched(src));
    // What is still to come of the page may be the element's.
    while (document.readyState === "loading")
      await new Promise((done) => document.addEventListener("readystatechange", done, { once: true }));
    if (!isLast()) return;
    const script = element.querySelector(own);
    if (script) return read(script.textContent);
    const isEmpty = () => !element.firstElementChild && !element.textContent.trim();
    if (isEmpty() && !(await content)?.knows(element)) {
      watch(element, () => isEmpty() || again());
      return;
    }
    const reader = () => load("tables");
    content ||= files.script("content").then((it) => it.default({ files, live, reader, watch, own, read }));
    return (await content).read(element, again, isLast);
  };

  /** A function that makes `element` a widget. `again` is called when its content is another. */
  const start = async (element, chart, again) => {
    if (fault) throw fault;
    const last = {};
    starts.set(element, last);
    const isLast = () => starts.get(element) === last;
    // An element with a link begins where the address says, if that can be read.
    const linked = async () => (element.hasAttribute("link") ? load("tools") : undefined);
    const unlinked = ({ message }) => console.error(`state-chart: link: ${message}`, element);
    const [its = {}, program, tools] = await Promise.all([
      source(element, chart, again, isLast),
      widget.catch(() => load("widget")),
      linked().catch(unlinked),
    ]);
    const { json = program.builtIn(), packed, shown, resumes } = its;
    const guide = tools ?? (resumes ? await load("tools") : undefined);
    return () => {
      const from = { element, widget: program, load, files, tools: guide, json, packed };
      const made = new Live(from, () => live.delete(element));
      live.set(element, { made, again });
      made.show(shown);
      return made;
    };
  };
  return { start };
};
