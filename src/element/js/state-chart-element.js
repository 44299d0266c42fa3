// What is behind every <state-chart> of a page: the programs, the sources of charts, and what may go wrong.

/** @import { Ask, Asked, Begun, Files, Load, Programs, Source } from "./programs.js" */
/** @import { Chart } from "./types.js" */

import { check, isMixed } from "./build.js";
import { Live } from "./live.js";

export { build } from "./build.js";

/** Where the files are. */
export const place = import.meta.url;

const own = ":scope > script[type='application/json']";
/** @type {Map<HTMLElement, Begun>} */
const live = new Map();
/** @type {Error | undefined} */
let fault;

/** After a trap nothing in a program can be trusted: every element shows its own content again. @param {any} reason */
const trapped = (reason) => {
  if (reason?.name !== "RuntimeError" || !/state-chart-/.test(reason.stack)) return;
  fault = Error("the widget has stopped by a fault of its own; reload the page to use it again");
  for (const { made, again } of live.values()) {
    made.abandon();
    again();
  }
};
addEventListener("error", ({ error }) => trapped(error));
addEventListener("unhandledrejection", ({ reason }) => trapped(reason));

/**
 * The module in an answer, if it is of this build. It is compiled while it comes where it is served as WebAssembly.
 * @param {string} name
 * @param {Response} answer
 */
const compiled = async (name, answer) => {
  const isWasm = answer.headers.get("content-type") === "application/wasm";
  const module = await (isWasm
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer()));
  const [section] = WebAssembly.Module.customSections(module, "build");
  check(`state-chart-${name}_bg.wasm`, section && new TextDecoder().decode(section));
  return module;
};

/**
 * @param {Files} its
 * @param {Ask} ask Asks for both files of a program.
 * @param {Asked} asked Those that were asked for.
 * @param {string | undefined} loader Of which build the script is that the page names.
 */
export default (its, ask, asked, loader) => {
  check("state-chart.js", loader);
  /** @type {Files} */
  const files = {
    ...its,
    script: async (name) => {
      const script = await its.script(name);
      check(`state-chart-${name}.js`, script.build);
      return script;
    },
  };
  /** @type {{ [name: string]: Promise<any> | undefined }} */
  const started = {};
  const begin = async (/** @type {keyof Programs} */ name) => {
    try {
      const [script, wasm] = ask(name);
      const loaded = await script;
      check(`state-chart-${name}.js`, loaded.build);
      await loaded.default({ module_or_path: await compiled(name, await wasm) });
      return loaded;
    } catch (error) {
      // The next call of `load` tries again.
      delete started[name];
      delete asked[name];
      if (isMixed(error)) throw error;
      const why = async () => (await files.script("diagnosis")).default(await files.wasm(name), error);
      const found = await why().catch(() => "");
      throw Error(found || `${files.place}: ${error}`);
    }
  };
  /** The program of this name, once it runs. @type {Load} */
  const load = (name) => (started[name] ||= begin(name));
  const widget = load("widget");
  widget.catch(() => {});

  /** Why the last words could not be fetched; it is told once. @type {string | undefined} */
  let wordless;
  /**
   * What an element speaks: the language of the next element around it that has one, through shadow hosts. English is
   * built in, and nothing is fetched for it.
   * @param {HTMLElement} element
   */
  const words = async (element) => {
    /** @type {Element | null | undefined} */
    let found;
    for (let at = element; at && !found; at = /** @type {any} */ (at.getRootNode()).host) found = at.closest("[lang]");
    const lang = found?.getAttribute("lang") ?? "";
    if (/^(en\b|$)/i.test(lang) && !globalThis.StateChart && !element.hasAttribute("words")) return;
    try {
      return await (await files.script("words")).default(element, lang, files);
    } catch (error) {
      if (wordless !== `${error}`) console.warn(`state-chart: words: the widget stays English: ${(wordless = `${error}`)}`);
    }
  };

  // By element: the start that was asked for last, and the observer of its content.
  const starts = new WeakMap();
  const watches = new WeakMap();
  /** @type {import("./programs.js").Within["watch"]} */
  const watch = (element, act) => {
    const observer = new MutationObserver((all) => fault || act(all));
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    watches.set(element, observer);
    return observer;
  };

  /** The chart in a JSON text, as the widget takes it. @param {string | Promise<string>} text @returns {Promise<Source>} */
  const read = async (text) => {
    const program = load("json");
    program.catch(() => {});
    const json = await text;
    return { json, packed: (await program).read(json) };
  };

  /** @type {Promise<ReturnType<typeof import("./state-chart-content.js")["default"]>> | undefined} */
  let content;
  /**
   * The chart of an element, with what is to be done where it is shown; nothing for the built-in one.
   * @param {HTMLElement} element
   * @param {Chart | null | undefined} chart
   * @param {() => void} again
   * @param {() => boolean} isLast
   * @returns {Promise<Source | undefined>}
   */
  const source = async (element, chart, again, isLast) => {
    watches.get(element)?.disconnect();
    if (chart) return read(JSON.stringify(chart));
    const src = element.getAttribute("src");
    if (src) return read(files.script("source").then((it) => it.default(src)));
    // While the page is being parsed, content may still be added to the element.
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

  // By element that has left the page: the chart and the start that it had, and its history.
  /** @type {WeakMap<HTMLElement, [string, Uint8Array]>} */
  const kept = new WeakMap();

  /**
   * Loads all that `element` needs. The function that it promises makes the element a widget, at once.
   * @param {HTMLElement} element
   * @param {Chart | null | undefined} chart
   * @param {() => void} again Called when the element has to begin anew, as with another content.
   */
  const start = async (element, chart, again) => {
    if (fault) throw fault;
    const last = {};
    starts.set(element, last);
    const isLast = () => starts.get(element) === last;
    // An element with a link begins where the address says, if that can be read.
    const linked = async () => (element.hasAttribute("link") ? load("tools") : undefined);
    const unlinked = (/** @type {Error} */ { message }) => console.error(`state-chart: link: ${message}`, element);
    const [its, program, tools, spoken] = await Promise.all([
      source(element, chart, again, isLast),
      widget.catch(() => load("widget")),
      linked().catch(unlinked),
      words(element),
    ]);
    const { packed, shown, resumes } = its ?? {};
    const json = its?.json ?? program.builtIn();
    const guide = tools ?? (resumes ? await load("tools") : undefined);
    return () => {
      const key = `${element.getAttribute("state")} ${json}`;
      /** @param {Uint8Array} history */
      const keep = (history) => kept.set(element, [key, history]);
      const from = { element, widget: program, load, files, tools: guide, json, packed, words: spoken, keep };
      const made = new Live(from, () => live.delete(element));
      live.set(element, { made, again });
      made.show(shown);
      // Where there is a link, the address says what was done.
      const [before, history] = kept.get(element) ?? [];
      kept.delete(element);
      if (before === key && history?.length && !element.hasAttribute("link")) made.goOn(history);
      return made;
    };
  };
  return { start };
};
