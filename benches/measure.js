// One visit to a page in a browser context of its own: what it costs to load, to press, to keep.
import { watch } from "./watch.js";

/** How long a page may take to come to what is waited for, on a slow and busy machine. */
const PATIENCE = 60_000;

/** Pressed one after the other on the built-in chart; each is allowed when its turn comes. */
const TOUR = ["Stop", "Start", "Suspend", "Resume", "Restart"];

/** Opens `url` with nothing cached and the CPU slowed `throttle` times, runs `visit`, and closes it. */
export async function open(browser, url, throttle, visit) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const errors = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) errors.push(message.text());
    });
    const client = await context.newCDPSession(page);
    await client.send("Performance.enable");
    await client.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    await page.addInitScript(watch);
    await page.goto(url, { timeout: PATIENCE });
    // What a page complains of tells more than what then fails.
    const complained = async () => {
      errors.push(...(await page.evaluate(() => bench.complaints)));
      if (errors.length) throw new Error(`${url} complained: ${errors.join("; ")}`);
    };
    const answer = await visit(page, client).catch(async (error) => {
      await complained();
      throw error;
    });
    await complained();
    return answer;
  } finally {
    await context.close();
  }
}

/** Waits until `count` elements are usable. Those that wait to come into view are asked to start. */
export async function usable(page, count) {
  await page.evaluate(async () => {
    await customElements.whenDefined("state-chart");
    const elements = document.querySelectorAll("state-chart");
    // One alone is in view; to ask it would be a start that no reader makes.
    if (elements.length > 1) for (const element of elements) element.ready;
  });
  await page.waitForFunction((count) => bench.shown.length >= count, count, { polling: 50 });
}

/** What the load cost, once `count` elements are usable and the page has come to rest. */
export async function load(page, client, count = 1) {
  await usable(page, count);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 150))));
  const { metrics } = await client.send("Performance.getMetrics");
  const seconds = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  const seen = await page.evaluate(() => ({
    usable: Math.max(...bench.usable),
    shown: Math.max(...bench.shown),
    blocked: bench.long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    bytes: performance.getEntriesByType("resource").reduce((sum, entry) => sum + entry.encodedBodySize, 0),
    fetches: performance.getEntriesByType("resource").map((entry) => entry.name.split("/").at(-1)),
  }));
  return { ...seen, busy: seconds("TaskDuration") };
}

/** Presses operations, `rounds` times the tour: the time and the mutations of each press. */
export async function tour(page, rounds) {
  const presses = [];
  for (const operation of Array(rounds).fill(TOUR).flat()) {
    presses.push(
      await page.evaluate((operation) => {
        const root = document.querySelector("state-chart").shadowRoot;
        const button = root.querySelector(`.operations [data-operation="${operation}"]:enabled`);
        if (!button) throw new Error(`${operation} cannot be pressed`);
        return bench.press(root, button);
      }, operation),
    );
  }
  return presses;
}

/** Presses `count` operations of any chart, by a rule that is the same for all who show it. */
export async function roam(page, count) {
  const presses = [];
  for (let turn = 0; turn < count; turn += 1) {
    presses.push(
      await page.evaluate((turn) => {
        const root = document.querySelector("state-chart").shadowRoot;
        const buttons = root.querySelectorAll(".operations [data-operation]:enabled");
        return bench.press(root, buttons[(turn * 7) % buttons.length]);
      }, turn),
    );
  }
  return presses;
}

/** The bytes that the page keeps: objects of scripts, of the DOM, and the memory of wasm. */
export async function memory(page, client) {
  await client.send("HeapProfiler.collectGarbage");
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize = 0 } = await client.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() =>
    [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  );
  return { script: usedSize, dom: embedderHeapUsedSize, wasm, all: usedSize + embedderHeapUsedSize + wasm };
}

/** Where the first service is, as its state line says it. */
export const at = (page) =>
  page.evaluate(() => document.querySelector("state-chart").shadowRoot.querySelector(".state").dataset.state ?? null);
