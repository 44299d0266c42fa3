// Rounds of attach, play, remove; and what of them is still there.
const memories = new Set();
for (const name of ["instantiate", "instantiateStreaming"]) {
  const own = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const answer = await own.apply(WebAssembly, given);
    for (const value of Object.values((answer.instance ?? answer).exports))
      if (value instanceof WebAssembly.Memory) memories.add(value);
    return answer;
  };
}

const printer = {
  version: 1,
  title: "Printer",
  groups: [{ title: "Jobs", operations: ["Print", "Pause", "Resume", "Cancel"] }],
  rows: [
    { states: ["Idle"], allowed: ["Print"] },
    { states: ["Printing"], allowed: ["Pause", "Cancel"] },
    { states: ["Paused"], allowed: ["Resume", "Cancel"] },
  ],
  outcomes: [
    { operation: "Print", success: { state: "Printing", source: "documented" } },
    { operation: "Cancel", success: { state: "Idle", source: "documented" } },
    { operation: "Pause", success: { state: "Paused", source: "documented" } },
  ],
};

const task = () => new Promise((done) => setTimeout(done));
const until = async (there) => {
  while (!there()) await task();
};

// What a reader does in some of the rounds; each comes with both charts.
const extras = [
  async (root, element) => {
    await until(() => location.hash);
    element.removeAttribute("link");
  },
  async (root) => {
    root.querySelector("[data-place=diagram] summary").click();
    await until(() => root.querySelector(".picture svg"));
    root.querySelector(".picture .name[data-state]").dispatchEvent(new MouseEvent("click", { bubbles: true }));
  },
  async (root) => {
    root.querySelector("[data-place=export] summary").click();
    await until(() => root.querySelector("textarea")?.value);
  },
  async (root) => {
    root.querySelector(".route summary").click();
    await until(() => root.querySelector(".route option"));
    const list = root.querySelector(".route select");
    list.selectedIndex = list.options.length - 1;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => root.querySelector(".ways > *"));
    root.querySelector(".insight summary").click();
    await until(() => root.querySelector(".insight dl"));
  },
  async (root) => {
    for (const mark of ["yes", "no"]) {
      root.querySelector(`td.${mark} button`).click();
      await until(() => root.querySelector(".verdict"));
    }
  },
  // It is removed while something runs.
  async (root, element) => {
    element.duration = 600_000;
    await task();
    // The last is one of which the chart tells where it leads.
    [...root.querySelectorAll(".operations [data-operation]:enabled")].at(-1).click();
    await until(() => root.querySelector("progress"));
  },
];

const refs = { element: [], root: [], widget: [] };
let freed = 0;
let rounds = 0;

async function round() {
  rounds += 1;
  const element = document.createElement("state-chart");
  element.setAttribute("duration", "0");
  const own = rounds % 2 === 1;
  if (own) {
    const script = document.createElement("script");
    script.type = "application/json";
    script.textContent = JSON.stringify(printer);
    element.append(script);
  }
  const extra = rounds % 9 ? undefined : extras[(rounds / 9) % extras.length];
  if (extra === extras[0]) {
    history.replaceState(null, "", location.pathname);
    element.setAttribute("link", "chart");
  }
  document.body.append(element);
  await element.load();
  const root = element.shadowRoot;
  for (const operation of own ? ["Print", "Pause"] : ["Stop", "Start"]) {
    const button = () => root.querySelector(`.operations [data-operation=${operation}]:enabled`);
    await until(button);
    button().click();
  }
  await until(() => root.querySelectorAll(".history li").length === 2);
  const step = await element.perform(own ? "Cancel" : "Suspend");
  if (step.type !== "step") throw new Error(`round ${rounds}: ${JSON.stringify(step)}`);
  element.undo();
  await extra?.(root, element);
  refs.element.push(new WeakRef(element));
  refs.root.push(new WeakRef(root));
  refs.widget.push(new WeakRef(root.querySelector(".widget")));
  element.remove();
  await task();
  if (root.querySelector(".widget")) throw new Error(`round ${rounds}: the widget is still there`);
}

/** Plays so many further rounds; `played` is how many were, `failed` why no more. */
window.play = async (count) => {
  try {
    const { Widget } = await import(new URL("state-chart-widget.js", location));
    if (!window.played) {
      const { free } = Widget.prototype;
      Widget.prototype.free = function () {
        freed += 1;
        free.call(this);
      };
    }
    for (let turn = 0; turn < count; turn += 1) await round();
    window.played = rounds;
  } catch (error) {
    window.failed = String(error.stack);
  }
};

// What is gone is forgotten here as well, or this list would be what grows.
const kept = (name) => (refs[name] = refs[name].filter((it) => it.deref())).length;

/** How many of all that there were are still there, and the pages of wasm. */
window.left = () => ({
  elements: kept("element"),
  roots: kept("root"),
  widgets: kept("widget"),
  "not freed": rounds - freed,
  "wasm pages": [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength / 65536, 0),
  programs: memories.size,
});
