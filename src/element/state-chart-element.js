// What is behind every <state-chart> of a page: the programs, the sources of charts, and what may go wrong.

const files = /state-chart-(widget|reader|ways|read)/;
const own = ":scope > script[type='application/json']";
const live = new Map();
let fault;

// After a trap nothing in a program can be trusted: every element shows its own content again.
const trapped = ({ error, reason = error }) => {
  if (reason?.name !== "RuntimeError" || !files.test(reason.stack)) return;
  fault = new Error("the widget has stopped by a fault of its own; reload the page to use it again");
  for (const [element, { lost }] of [...live]) {
    live.delete(element);
    lost(fault);
  }
};
addEventListener("error", trapped);
addEventListener("unhandledrejection", trapped);

const program = async (base, glue, wasm) => {
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

export default async (base, glue, wasm) => {
  const [widget, near] = await program(base, glue, wasm);
  let second;
  const reader = () => {
    const file = (name) => new URL(`state-chart-reader${name}`, base);
    return (second ||= program(base, import(file(".js")), fetch(file("_bg.wasm"))).then(([it]) => it));
  };

  // A further module of a program that is shipped in several. Who failed to load it may try again.
  const parts = {};
  const part = (name) =>
    (parts[name] ||= fetched(new URL(`state-chart-${name}.wasm`, base), "is a part of the widget", "arrayBuffer")
      .then((module) => WebAssembly.instantiate(module, { near }))
      .catch((error) => {
        delete parts[name];
        throw error;
      }));
  // What the first lends to others has numbers for names.
  if (!near[0]) parts.ways = parts.read = Promise.resolve();
  const ways = () => part("ways").then(() => widget.ways());
  const want = () => ways().catch(({ message }) => widget.ways(want, message));
  if (near[0]) widget.ways(want);

  // The chart of an element, where its text does not stand in it already.
  const source = async (element, chart) => {
    if (chart) return { json: JSON.stringify(chart) };
    const src = element.getAttribute("src");
    if (src) return { json: await fetched(src, "is the chart that src names", "text") };
    if (element.querySelector(own) || !element.querySelector("table")) return {};
    const { read } = await reader();
    const found = read(element) || {};
    for (const warning of found.warnings || []) console.warn(`state-chart: ${warning}`, element);
    return found;
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

  const begin = async (element, chart, tell, lost) => {
    if (fault) throw fault;
    // An element with a link begins where the address says, if that can be read.
    const linked = () => element.hasAttribute("link") && ways().catch(({ message }) => console.error(`state-chart: link: ${message}`, element));
    // The built-in chart is read already.
    const foreign = chart || element.getAttribute("src") || element.querySelector(`${own}, table`);
    const [{ json, rest = false }] = await Promise.all([source(element, chart), linked(), foreign && part("read")]);
    return () => {
      // One that came too late for what was asked since is not left behind.
      live.get(element)?.made.free();
      return element.isConnected ? attach(element, json, rest, tell, lost, linked) : undefined;
    };
  };

  const attach = (element, json, rest, tell, lost, linked) => {
    let made;
    // Asks the page: 0 is no, 1 is yes, 2 is that the page carries it out itself.
    const operate = (detail, run) => {
      const waits = [];
      if (!tell("operate", detail, (event) => (event.waitUntil = (wait) => waits.push(wait)))) return 0;
      if (!waits.length) return 1;
      Promise.all(waits)
        .then((ends) => ends.at(-1), () => ({ outcome: "failure" }))
        .then((end) => live.has(element) && made.settle(run, end));
      return 2;
    };
    made = widget.attach(element, json, rest, operate);
    live.set(element, { lost, made });
    const stop = sections(element, made);
    const free = made.free.bind(made);
    made.free = () => {
      live.delete(element);
      stop();
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

  const starts = new WeakMap();
  /** A widget in `element`; nothing where it has left the page meanwhile. Of several that are asked for, the last. */
  const start = (element, ...how) => {
    const begun = begin(element, ...how);
    const made = begun.then(
      (attached) => (starts.get(element) === made ? attached() : starts.get(element)),
      () => (starts.get(element) === made ? begun : starts.get(element)),
    );
    starts.set(element, made);
    return made;
  };
  return { start };
};
