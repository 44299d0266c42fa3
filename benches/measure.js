// One visit to a page in a browser context of its own: what it costs to load, to press, to keep.
import { watch } from "./watch.js";

/** How long a page may take to come to what is waited for, on a slow and busy machine. */
const PATIENCE = 60_000;

/** How long a new window is left alone before a page is loaded into it. */
const SETTLED = 300;

/** Pressed one after the other on the built-in chart; each is allowed when its turn comes. */
const TOUR = ["Stop", "Start", "Suspend", "Resume", "Restart"];

/** "Slow 4G" as Lighthouse has it: the bytes a second each way, and milliseconds until an answer begins. */
const SLOW = { offline: false, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, latency: 150 };

/**
 * Opens `url` with nothing cached and the CPU slowed `throttle` times, and waits until `count` elements are shown and
 * the page has come to rest; runs `visit` with what that cost, and closes the page. Where an element has `summary`,
 * that is clicked as soon as it is there, and the picture waited for. With `slow`, files come over Slow 4G.
 */
export async function open(browser, url, { throttle = 1, count = 1, summary = null, slow = false }, visit) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const errors = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) errors.push(message.text());
    });
    const client = await context.newCDPSession(page);
    for (const domain of ["Performance", "Page", "Runtime"]) await client.send(`${domain}.enable`);
    const told = new Promise((done) => client.once("Runtime.bindingCalled", ({ payload }) => done(JSON.parse(payload))));
    await client.send("Runtime.addBinding", { name: "tell" });
    const source = `(${watch})(${JSON.stringify({ count, summary })})`;
    await client.send("Page.addScriptToEvaluateOnNewDocument", { source });
    await client.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    if (slow) await client.send("Network.emulateNetworkConditions", SLOW);
    // The window has come to rest then, which else would still be made while the page loads.
    await new Promise((done) => setTimeout(done, SETTLED));
    // From here until the page tells, nothing is asked of it: `commit` is told by the browser, not by the page.
    await page.goto(url, { timeout: PATIENCE, waitUntil: "commit" });
    // What a page complains of tells more than what then fails.
    const complained = async () => {
      errors.push(...(await call(client, () => bench.complaints)));
      if (errors.length) throw new Error(`${url} complained: ${errors.join("; ")}`);
    };
    const visited = async () => {
      const seen = await within(told, `${count} elements were never shown`);
      const { metrics } = await client.send("Performance.getMetrics");
      const busy = metrics.find(({ name }) => name === "TaskDuration").value * 1000;
      return visit(page, client, { ...seen, busy });
    };
    const answer = await visited().catch(async (error) => {
      await complained();
      throw error;
    });
    await complained();
    return answer;
  } finally {
    await context.close();
  }
}

async function within(promise, otherwise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(otherwise)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** What `act` answers in the page. It brings no script of its own with it, and must not name anything outside. */
export async function call(client, act, ...given) {
  const expression = `(${act})(...${JSON.stringify(given)})`;
  const { result, exceptionDetails } = await client.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Presses operations, `rounds` times the tour: the time and the mutations of each press. */
export const tour = (client, rounds) =>
  call(
    client,
    async (operations) => {
      const presses = [];
      for (const operation of operations) {
        const root = document.querySelector("state-chart").shadowRoot;
        const button = root.querySelector(`.operations [data-operation="${operation}"]:enabled`);
        if (!button) throw new Error(`${operation} cannot be pressed`);
        presses.push(await bench.press(root, button));
        await bench.frame();
      }
      return presses;
    },
    Array(rounds).fill(TOUR).flat(),
  );

/** Presses `count` operations of any chart, by a rule that is the same for all who show it. */
export const roam = (client, count) =>
  call(
    client,
    async (count) => {
      const presses = [];
      for (let turn = 0; turn < count; turn += 1) {
        const root = document.querySelector("state-chart").shadowRoot;
        const buttons = root.querySelectorAll(".operations [data-operation]:enabled");
        presses.push(await bench.press(root, buttons[(turn * 7) % buttons.length]));
        await bench.frame();
      }
      return presses;
    },
    count,
  );

/** Opens the section of ways, chooses the last state of the list as a goal, and opens what can be done now. */
export const ways = (client) =>
  call(client, async () => {
    const root = document.querySelector("state-chart").shadowRoot;
    const asked = async (css, act) => {
      const { time, longest } = await bench.ask(root, css, act);
      for (let frame = 0; frame < 3; frame += 1) await bench.frame();
      return [time, longest];
    };
    const [opened, openBlock] = await asked(".route option", () => root.querySelector(".route summary").click());
    const [found, foundBlock] = await asked(".ways .way", () => {
      const list = root.querySelector(".route select");
      list.selectedIndex = root.querySelectorAll(".route optgroup")[0].children.length - 1;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    const [told, toldBlock] = await asked(".insight dl", () => root.querySelector(".insight summary").click());
    return { opened, openBlock, found, foundBlock, told, toldBlock };
  });

/** The bytes that the page keeps: objects of scripts, of the DOM, and the memory of wasm. */
export async function memory(client) {
  await client.send("HeapProfiler.collectGarbage");
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0 } = await client.send("Runtime.getHeapUsage");
  const wasm = await call(client, () => [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  return { script: usedSize, dom: embedderHeapUsedSize, wasm, all: usedSize + embedderHeapUsedSize + wasm };
}

/** The operations that can be pressed on the first element. */
export const enabled = (client) =>
  call(client, () => {
    const root = document.querySelector("state-chart").shadowRoot;
    return [...root.querySelectorAll(".operations [data-operation]:enabled")].map((button) => button.dataset.operation);
  });

/** Where the first service is, as its state line says it. */
export const at = (client) =>
  call(client, () => document.querySelector("state-chart").shadowRoot.querySelector(".state").dataset.state ?? null);
