// What is behind every <state-chart> of a page: the programs, the sources of charts, and what may go wrong.

const files = /state-chart-(widget|reader|ways|read)/;
const own = ":scope > script[type='application/json']";
const live = new Map();
let fault;

// After a trap nothing in a program can be trusted: every element shows its own content again.
const trapped = ({ error, reason = error }) => {
  if (reason?.name !== "RuntimeError" || !files.test(reason.stack)) return;
  fault = new Error("the widget has stopped by a fault of its own; reload the page to use it again");
  for (const { made, leave, again } of live.values()) {
    made.free = leave;
    again();
  }
};
addEventListener("error", trapped);
addEventListener("unhandledrejection", trapped);

const program = async (base, [glue, wasm]) => {
  // Whoever waits for the glue in vain has no use for the wasm, nor for why it did not come.
  wasm.catch(() => {});
  try {
    const loaded = await glue;
    return [loaded, await loaded.default({ module_or_path: wasm })];
  } catch (error) {
    const url = new URL("state-chart-diagnosis.js", base);
    const found = await import(url).then((it) => it.default(base, error), () => "");
    throw new Error(found || `${base}: ${error}`);
  }
};

const fetched = async (src, what, as) => {
  const url = new URL(src, document.baseURI);
  const answer = await fetch(url).catch((error) => ({ status: error }));
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}; it ${what}`);
  return answer[as]();
};

/** `asked` are the files of the widget, which are on their way; `reading` asks for those of the reader. */
export default (base, asked, reading) => {
  const widget = program(base, asked);
  let second, content;
  const reader = () => (second ||= program(base, reading()).then(([it]) => it));

  // A further module of a program that is shipped in several. Who failed to load it may try again.
  const parts = {};
  const part = (name) =>
    (parts[name] ||= fetched(new URL(`state-chart-${name}.wasm`, base), "is a part of the widget", "arrayBuffer")
      .then(async (module) => WebAssembly.instantiate(module, { near: (await widget)[1] }))
      .catch(async (error) => {
        // A program that is one module has no parts to miss.
        if (!(await widget)[1][0]) return;
        delete parts[name];
        throw error;
      }));
  const ways = () => part("ways").then(async () => (await widget)[0].ways());
  const whole = widget.then(([{ ways: comes }, near]) => {
    const want = () => ways().catch(({ message }) => comes(want, message));
    // What the first lends to others has numbers for names.
    if (near[0]) comes(want);
    else parts.ways = Promise.resolve();
  });

  // The start that was asked for last, of each element, and what tells of changes in its content.
  const starts = new WeakMap();
  const watches = new WeakMap();
  const watch = (element, act) => {
    const observer = new MutationObserver((all) => fault || act(all));
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    watches.set(element, observer);
    return observer;
  };

  // The chart of an element, with what is to be done where it is shown; nothing for the built-in one.
  const source = async (element, chart, again, isLast) => {
    watches.get(element)?.disconnect();
    if (chart) return { json: JSON.stringify(chart) };
    const src = element.getAttribute("src");
    if (src) return { json: await fetched(src, "is the chart that src names", "text") };
    // What is still to come of the page may be the element's.
    while (document.readyState === "loading")
      await new Promise((done) => document.addEventListener("readystatechange", done, { once: true }));
    if (!isLast() || element.querySelector(own)) return {};
    const isEmpty = () => !element.firstElementChild && !element.textContent.trim();
    if (isEmpty() && !(await content)?.knows(element)) {
      watch(element, () => isEmpty() || again());
      return;
    }
    content ||= import(new URL("state-chart-content.js", base)).then((it) => it.default({ base, live, reader, watch, own }));
    return (await content).read(element, again, isLast);
  };

  // Fills each section of a widget when it is first opened, until the answer is called.
  const sections = (element, made) => {
    const ended = new AbortController();
    const seen = new WeakSet();
    const ends = [];
    const open = async ({ target }) => {
      if (!target.open || !target.dataset.place || seen.has(target)) return;
      seen.add(target);
      const url = new URL("state-chart-sections.js", base);
      try {
        const [{ default: fill }, program] = await Promise.all([import(url), reader(), ways()]);
        if (!ended.signal.aborted) ends.push(fill(element, made, program, target));
      } catch ({ message }) {
        target.querySelector(".place").textContent = message;
      }
    };
    element.shadowRoot.addEventListener("toggle", open, { capture: true, signal: ended.signal });
    return () => {
      ended.abort();
      for (const end of ends) end();
    };
  };

  const attach = (widget, element, { json, shown }, again, linked) => {
    let made;
    // Asks the page: 0 is no, 1 is yes, 2 is that the page carries it out itself.
    const operate = (detail, run) => {
      const waits = [];
      const event = new CustomEvent("state-chart-operate", { bubbles: true, composed: true, cancelable: true, detail });
      event.waitUntil = (wait) => waits.push(wait);
      if (!element.dispatchEvent(event)) return 0;
      if (!waits.length) return 1;
      Promise.all(waits)
        .then((ends) => ends.at(-1), () => ({ outcome: "failure" }))
        .then((end) => live.has(element) && made.settle(run, end));
      return 2;
    };
    made = widget.attach(element, json, operate);
    const hide = shown?.(made);
    const stop = sections(element, made);
    const leave = () => {
      live.delete(element);
      stop();
      hide?.();
    };
    live.set(element, { made, leave, again });
    const free = made.free.bind(made);
    made.free = () => {
      leave();
      free();
    };
    made.export = async (format) => (await reader()).write(made.chart, format);
    for (const [name, ready] of [["save", ways], ["restore", ways], ["update", linked]]) {
      const own = made[name].bind(made);
      made[name] = async (...given) => {
        await ready();
        return own(...given);
      };
    }
    return made;
  };

  /** A function that makes `element` a widget. `again` is called when its content is another. */
  const start = async (element, chart, again) => {
    if (fault) throw fault;
    const last = {};
    starts.set(element, last);
    // Whatever stands in it, its chart will have to be read; the built-in one is read already.
    if (chart || element.getAttribute("src") || element.firstElementChild) part("read").catch(() => {});
    // An element with a link begins where the address says, if that can be read.
    const linked = () => element.hasAttribute("link") && ways().catch(({ message }) => console.error(`state-chart: link: ${message}`, element));
    const isLast = () => starts.get(element) === last;
    const [its, [program]] = await Promise.all([source(element, chart, again, isLast), widget, whole, linked()]);
    if (its) await part("read");
    return () => attach(program, element, its ?? {}, again, linked);
  };
  return { start };
};
