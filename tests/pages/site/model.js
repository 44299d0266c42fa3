// An independent model of an element, and random steps that both must agree on. It knows the JSON format and the
// words of the widget, and none of its code.

/** Numbers that are the same for the same seed. @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** A chart of a seed: some of it allowed, some under a condition, some that leads nowhere that is told. */
const chartOf = (seed) => {
  const next = random(seed * 7919 + 1);
  const below = (end) => Math.floor(next() * end);
  const states = Array.from({ length: 2 + below(6) }, (_, index) => `S${index}`);
  const operations = Array.from({ length: 1 + below(6) }, (_, index) => `Op ${index}`);
  const target = () => {
    const source = next() < 0.5 ? "documented" : "inferred";
    const kind = next();
    if (kind < 0.15) return { same: true, source };
    if (kind < 0.3) return { gone: true, source };
    return { state: states[below(states.length)], source };
  };
  const rows = [];
  const outcomes = [];
  for (const state of states) {
    const row = { states: [state], allowed: [], conditional: {}, notes: {} };
    for (const operation of operations) {
      const kind = next();
      if (kind < 0.6) row.allowed.push(operation);
      else if (kind < 0.75) row.conditional[operation] = `if ${state}`;
      if (next() < 0.2) row.notes[operation] = `note ${state}`;
      if (kind < 0.75 && next() < 0.8) {
        const outcome = { operation, from: [state], success: target() };
        if (next() < 0.6) outcome.failure = target();
        outcomes.push(outcome);
      }
    }
    rows.push(row);
  }
  const events = ["Come", "Crash"].slice(0, below(3)).map((name) => {
    const event = { name, from: name === "Come" ? "no service" : "any state", source: "inferred", success: target() };
    if (next() < 0.5) event.failure = target();
    return event;
  });
  return { version: 1, title: "Model", refusal: "Never here", groups: [{ title: "All", operations }], rows, outcomes, events };
};

/** What an element must be like. */
class Model {
  constructor(chart) {
    this.chart = chart;
    this.states = chart.rows.map(({ states }) => states[0]);
    this.operations = chart.groups[0].operations;
    this.begin([]);
  }

  begin(steps, taken = steps.length) {
    Object.assign(this, { start: this.states[0], steps, taken, fails: false, runs: null, asks: false, selected: null, said: "" });
  }

  get at() {
    return this.taken ? this.steps[this.taken - 1].to : this.start;
  }

  row(state) {
    return this.chart.rows[this.states.indexOf(state)];
  }

  may(name) {
    const event = this.chart.events.find((it) => it.name === name);
    if (this.runs) return false;
    if (event) return event.from === "no service" ? this.at === null : this.at !== null;
    return this.at !== null && this.row(this.at).allowed.includes(name);
  }

  refusal(name) {
    if (this.runs) return `\`${this.runs}\` is still running`;
    if (this.chart.events.some((it) => it.name === name)) return `\`${name}\` cannot happen here`;
    return (this.at !== null && this.row(this.at).conditional[name]) || "Never here";
  }

  target(name, outcome) {
    const told = this.chart.events.find((it) => it.name === name) ?? this.chart.outcomes.find((it) => it.operation === name && it.from[0] === this.at);
    const target = told?.[outcome];
    if (!target) return undefined;
    return target.same ? this.at : target.gone ? null : target.state;
  }

  push(what, ending, to) {
    const from = this.at;
    this.steps.splice(this.taken, Infinity, { what, ending, from, to });
    this.taken += 1;
    Object.assign(this, { runs: null, asks: false });
    const now = from === to ? "still" : "now";
    const name = (it) => it ?? "no service";
    this.said = what === "Set" ? `Now ${name(to)}` : `${what}${ending ? ` ${ending}` : ""}: ${now} ${name(to)}`;
  }

  /** Ends what runs where that is told; else the reader is asked. */
  end(outcome, state) {
    const name = this.runs;
    if (state !== undefined) return this.push(name, "", state);
    const to = this.target(name, outcome);
    if (to !== undefined) return this.push(name, outcome === "failure" ? "failed" : "succeeded", to);
    this.asks = true;
    this.said = "The chart does not tell where this leads. Choose the next state";
  }

  perform(name, { outcome, state, condition } = {}) {
    const isMet = condition && this.at !== null && !this.runs && name in this.row(this.at).conditional;
    if (!this.may(name) && !isMet) {
      this.said = this.refusal(name);
      return;
    }
    this.runs = name;
    this.end(outcome ?? (this.fails ? "failure" : "success"), state);
  }

  set(state) {
    if (this.runs || this.at !== state) this.push("Set", "", state);
  }

  move(taken) {
    if (this.runs) Object.assign(this, { runs: null, asks: false });
    this.taken = taken;
    this.said = `Now ${this.at ?? "no service"}`;
  }

  undo() {
    if (this.runs) this.move(this.taken);
    else if (this.taken) this.move(this.taken - 1);
  }

  redo() {
    if (!this.runs && this.taken < this.steps.length) this.move(this.taken + 1);
  }

  startOver() {
    if (!this.steps.length && !this.runs) return;
    this.steps = [];
    this.move(0);
  }

  select(state, operation) {
    const same = JSON.stringify(this.selected) === JSON.stringify(state ? [state, operation] : null);
    if (same) return;
    this.selected = state ? [state, operation] : null;
    if (!state) return void (this.said = "");
    const row = this.row(state);
    const says = row.allowed.includes(operation) ? "allowed" : (row.conditional[operation] ?? "Never here");
    const note = row.notes[operation] ? `; ${row.notes[operation]}` : "";
    this.said = `${operation} in ${state}: ${says}${note}`;
  }

  /** What is to be seen. */
  view() {
    const name = (it) => it ?? "no service";
    // Of a long history 200 steps are shown, as many before where the service is as after it, if there are.
    const first = Math.max(0, Math.min(this.taken - 100, this.steps.length - 200));
    return {
      state: this.at,
      operations: this.operations.filter((it) => this.may(it)),
      events: this.chart.events.map((it) => it.name).filter((it) => this.may(it)),
      steps: this.steps.map(({ what, ending, from, to }, index) =>
        `${`${what} ${ending}`.trim()} ${name(from)} → ${name(to)} ${index < this.taken ? "taken" : "undone"}`).slice(first, first + 200),
      bar: [this.taken > 0 || !!this.runs, this.taken < this.steps.length && !this.runs, this.steps.length > 0 || !!this.runs],
      asks: this.asks,
      selected: this.selected?.join() ?? null,
      said: this.said,
    };
  }
}

/** What is to be seen of an element. */
const viewOf = (element, model) => {
  const root = element.shadowRoot;
  const all = (css) => [...root.querySelectorAll(css)];
  const steps = all(".history li").filter((it) => it.querySelector("[data-step]"));
  return {
    state: element.state,
    operations: all(".operations button:enabled").map((it) => it.dataset.operation),
    events: all(".events button:enabled").map((it) => it.dataset.event),
    steps: steps.map((it) => `${it.querySelector(".what").textContent.trim()} ${it.querySelector(".change").textContent} ${it.className}`),
    bar: all(".history .bar [data-history]").map((it) => !it.disabled),
    asks: !!root.querySelector(".asking"),
    selected: model.operations.flatMap((operation) => model.states.map((state) => [state, operation])).find(([state, operation]) =>
      root.querySelector(".question strong")?.textContent === `${operation} in ${state}`)?.join() ?? null,
    said: root.querySelector("[role=status]").textContent.replace(/\u00a0$/, ""),
  };
};

/** Does one step, given as numbers, to an element and its model. */
const act = async (element, model, [kind, a, b, c]) => {
  const root = element.shadowRoot;
  const pick = (list, number) => list[number % list.length];
  const names = [...model.operations, ...model.chart.events.map((it) => it.name)];
  const name = pick(names, a);
  const state = pick([...model.states, null], b);
  const both = async (does, call) => {
    does();
    // A run that is taken back is rejected, and one that nobody ends stays open.
    const called = call();
    called?.catch?.((error) => {
      if (error?.name !== "AbortError") throw error;
    });
  };
  if (kind < 30) {
    const button = root.querySelector(`.operations [data-operation="${name}"], .events [data-event="${name}"]`);
    if (model.may(name)) model.perform(name);
    button.click();
  } else if (kind < 45) {
    const options = [undefined, { outcome: "success" }, { outcome: "failure" }, { state }, { condition: true }][c % 5];
    await both(() => model.perform(name, options), () => element.perform(name, options));
  } else if (kind < 53) await both(() => model.undo(), () => element.undo());
  else if (kind < 60) await both(() => model.redo(), () => element.redo());
  else if (kind < 66) {
    const button = pick([...root.querySelectorAll("[data-step]")], a);
    if (button && Number(button.dataset.step) !== model.taken) model.move(Number(button.dataset.step));
    else if (button && model.runs) model.move(model.taken);
    button?.click();
  } else if (kind < 74) {
    model.set(state);
    element.state = state;
  } else if (kind < 84) {
    const [at, of] = c % 4 ? [pick(model.states, a), pick(model.operations, b)] : [null, undefined];
    await both(() => model.select(at, of), () => element.select(at, of));
  } else if (kind < 88) {
    model.fails = !model.fails;
    root.querySelector(`input[value=${model.fails ? "failure" : "success"}]`).click();
  } else if (kind < 93) {
    const button = pick([...root.querySelectorAll("[data-ended]")], a);
    if (button) model.end("success", button.dataset.ended || null);
    button?.click();
  } else if (kind < 95) element.toggleAttribute("title");
  else if (kind < 97) element.setAttribute("duration", c % 2 ? "0" : "00");
  else if (kind < 98) await both(() => model.startOver(), () => element.startOver());
  else if (kind < 99) {
    const place = element.parentNode;
    element.remove();
    place.append(element);
    await element.load();
  } else {
    const place = element.parentNode;
    element.remove();
    await new Promise((done) => setTimeout(done));
    place.append(element);
    await element.load();
    // What ran is over, and what was chosen and asked for is forgotten.
    model.begin(model.steps, model.taken);
    if (model.steps.length) model.said = `Now ${model.at ?? "no service"}`;
  }
};

const frame = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });

/** Where an element of this chart and its model part under these steps; undefined where they agree. */
const parted = async (seed, steps) => {
  const element = document.createElement("state-chart");
  element.setAttribute("duration", "0");
  const model = new Model(chartOf(seed));
  element.chart = model.chart;
  document.querySelector("main").replaceChildren(element);
  await element.load();
  for (const [index, step] of steps.entries()) {
    let found, expected;
    try {
      await act(element, model, step);
      expected = JSON.stringify(model.view());
      for (let left = 40; left && found !== expected; left--) {
        await (left > 20 ? frame() : new Promise((done) => setTimeout(done, 10)));
        found = JSON.stringify(viewOf(element, model));
      }
    } catch (error) {
      [found, expected] = [`${error?.stack ?? error}`, ""];
    }
    if (found !== expected) return { index, step, found, expected };
    window.agreed += 1;
  }
  element.remove();
};

/** The fewest steps that still part an element from its model, as far as leaving some out tells. */
const shrunk = async (seed, steps) => {
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < steps.length; ) {
      const fewer = steps.toSpliced(from, size);
      if (fewer.length && (await parted(seed, fewer))) steps = fewer;
      else from += size;
    }
  return steps;
};

/** Runs elements of these seeds, each for so many steps; answers what part of it fails, or null. */
window.walk = async (first, count, length) => {
  window.agreed = 0;
  for (let seed = first; seed < first + count; seed++) {
    const next = random(seed);
    const steps = Array.from({ length }, () => [Math.floor(next() * 100), ...Array.from({ length: 3 }, () => Math.floor(next() * 1000))]);
    const apart = await parted(seed, steps);
    if (!apart) continue;
    const few = await shrunk(seed, steps.slice(0, apart.index + 1));
    return { seed, steps: few, chart: chartOf(seed), ...(await parted(seed, few)) };
  }
  return null;
};
