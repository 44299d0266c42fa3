// What all contenders must do alike before they are measured: the widget and its peers pass the same test.
import { strict as assert } from "node:assert";
import { open } from "./measure.js";
import { MANY } from "./pages.js";

const MARKS = "button[data-operation]";

/** Asserts that a contender behaves; `url` is where its pages are, `chart` what it shows. */
export async function behaves(browser, url, chart) {
  await open(browser, `${url}/one.html`, {}, (page) => allows(page, chart));
  await open(browser, `${url}/one.html`, {}, looksBack);
  await open(browser, `${url}/one.html`, {}, (page) => answers(page, chart));
  await open(browser, `${url}/slow.html`, {}, runs);
  await open(browser, `${url}/many.html`, { count: MANY }, apart);
}

/** Presses `css` in the first element, and tells what is shown once that has settled. */
async function press(page, css) {
  await page.evaluate((css) => {
    const root = document.querySelector("state-chart").shadowRoot;
    const button = root.querySelector(css);
    if (!button) throw new Error(`nothing is ${css}`);
    return bench.press(root, button);
  }, css);
  return shown(page);
}

const shown = (page, index = 0) =>
  page.evaluate(
    ([index, marks]) => {
      const root = document.querySelectorAll("state-chart")[index].shadowRoot;
      const names = (css) => [...root.querySelectorAll(css)].map((it) => it.dataset.operation);
      const headed = (row) => [...row.querySelectorAll("th button")].map((it) => it.dataset.state);
      return {
        line: root.querySelector(".state").textContent.trim(),
        at: root.querySelector(".state").dataset.state ?? null,
        all: names(`.operations ${marks}`),
        enabled: names(`.operations ${marks}:enabled`),
        current: [...root.querySelectorAll('tbody th button[aria-current="true"]')].map((it) => [it.dataset.state, headed(it.closest("tr"))]),
        undo: !root.querySelector('[data-history="undo"]').disabled,
        selected: [...root.querySelectorAll("[aria-selected]")].map((it) => [it.dataset.state, it.dataset.operation]),
        steps: root.querySelectorAll(".history li").length,
      };
    },
    [index, MARKS],
  );

const operationsOf = (chart) => chart.groups.flatMap((group) => group.operations.map((operation) => operation.name));

async function allows(page, chart) {
  const operations = operationsOf(chart);
  let seen = 0;
  for (const { states, allowed } of chart.rows) {
    for (const state of states) {
      const now = await press(page, `th button[data-state="${state}"]`);
      assert.equal(now.at, state);
      assert.deepEqual(now.all, operations);
      assert.deepEqual(now.enabled, operations.filter((name) => allowed.includes(name)), `enabled in ${state}`);
      assert.deepEqual(now.current, chart.groups.map(() => [state, states]), `what is marked in ${state}, and its row, by table`);
      seen += 1;
    }
  }
  assert.equal(seen, 16);
}

async function looksBack(page) {
  const first = await shown(page);
  assert.deepEqual([first.at, first.undo, first.steps], ["Active", false, 0]);
  const stopped = await press(page, '.operations [data-operation="Stop"]');
  assert.deepEqual([stopped.at, stopped.undo, stopped.steps], ["Stopped", true, 1]);
  const gone = await press(page, '.operations [data-operation="Delete"]');
  assert.deepEqual([gone.at, gone.enabled, gone.current, gone.steps], [null, [], [], 2]);
  assert.deepEqual((await press(page, '[data-history="undo"]')).at, "Stopped");
  assert.deepEqual((await press(page, '[data-history="undo"]')).at, "Active");
  assert.deepEqual((await shown(page)).undo, false);
}

async function answers(page, chart) {
  const before = await shown(page);
  assert.deepEqual(before.selected, []);
  const now = await press(page, 'tbody tr:nth-child(2) td[data-operation="Stop"] button');
  assert.deepEqual(now.selected, [["Disabled", "Stop"]]);
  assert.deepEqual([now.at, now.steps], ["Active", 0], "asking performs nothing");
  // Some answer in the card, others beside the tables.
  const said = await page.evaluate(() => {
    const parts = document.querySelector("state-chart").shadowRoot.querySelectorAll(".card, .answer");
    return [...parts].map((it) => it.textContent).join(" ");
  });
  assert.ok(said.includes(chart.refusal), said);
}

async function runs(page) {
  const during = await page.evaluate(async (marks) => {
    const root = document.querySelector("state-chart").shadowRoot;
    root.querySelector('.operations [data-operation="Stop"]').click();
    await new Promise((done) => setTimeout(done, 100));
    return [root.querySelector(".state").textContent, root.querySelectorAll(`.operations ${marks}:enabled`).length];
  }, MARKS);
  assert.ok(during[0].includes("Stopping"), during[0]);
  assert.equal(during[1], 0, "nothing can be pressed while an operation runs");
  await page.waitForFunction(
    () => document.querySelector("state-chart").shadowRoot.querySelector(".state").dataset.state === "Stopped",
  );
}

async function apart(page) {
  assert.equal((await press(page, '.operations [data-operation="Stop"]')).at, "Stopped");
  assert.equal((await shown(page, 1)).at, "Active");
  assert.equal((await shown(page, MANY - 1)).at, "Active");
}
