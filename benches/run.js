// Builds the peers, serves them and the widget, measures them in turns in one browser, and reports.
//
// `cargo xtask bench` calls it and says where things are; `node run.js --help` lists what can be chosen.
import { strict as assert } from "node:assert";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { behaves } from "./behaviour.js";
import { BASE, BUILT_IN, WIDGET, contenders } from "./contenders.js";
import { LENGTHS, MANY, SIZES, pagesOf } from "./pages.js";
import { at, enabled, memory, open, roam, tour, ways as asked } from "./measure.js";
import { curves } from "./curves.js";
import { plot } from "./plot.js";
import { report, summary } from "./report.js";
import { serve } from "./server.js";

const USAGE = `\
  --rounds N    how often each contender is measured (9)
  --only LIST   some of one,table,many,large,diagram,ways (all)
  --check       only test that all contenders behave alike
  --write       write the report to docs/benchmark.md, the pictures beside it, and its block in README.md
`;

const THROTTLES = [1, 4, 6];

/** What a browser does on its own: pages behind its address bar, which each new window loads anew, took half of the CPU meanwhile. */
const IDLE = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "PreloadTopChromeWebUI",
  "OptimizationHints",
  "MediaRouter",
  "PaintHolding",
];

/** How an author's own table is measured: on its own at two speeds, and over a network that is felt. */
const TABLE_JOBS = [
  ["table@1", { throttle: 1 }],
  ["table@4", { throttle: 4 }],
  ["table-slow", { throttle: 4, slow: true }],
];

const JOBS = ["one", "table", "many", "large", "diagram", "ways"];

const { values: chosen } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    only: { type: "string", default: JOBS.join() },
    check: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
    root: { type: "string", default: path.dirname(import.meta.dirname) },
    modules: { type: "string" },
    chromium: { type: "string" },
  },
});
if (chosen.help || !chosen.modules || !chosen.chromium) {
  process.stdout.write(`run this by \`cargo xtask bench\`\n\n${USAGE}`);
  process.exit(chosen.help ? 0 : 1);
}
const rounds = Number(chosen.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`expected a number of rounds, found \`${chosen.rounds}\``);
const jobs = chosen.only.split(",");
const unknown = jobs.find((job) => !JOBS.includes(job));
if (unknown !== undefined) throw new Error(`no job is called \`${unknown}\`\n\n${USAGE}`);
if (chosen.write && jobs.length < JOBS.length) throw new Error("`--write` wants all jobs: leave out `--only`");

const say = (text) => process.stderr.write(`${text}\n`);
const out = path.join(chosen.root, "target/bench");
const require = createRequire(path.join(chosen.modules, "x.js"));
const chart = JSON.parse(await readFile(path.join(chosen.root, "static/charts/biztalk-services.json"), "utf8"));
await mkdir(out, { recursive: true });

say("building the peers");
const { players, upgrader, mermaid } = await contenders({ require, modules: chosen.modules, dist: path.join(chosen.root, "dist"), out });
const widget = players.find(({ name }) => name === WIDGET);
const served = new Map();
for (const contender of [...players, upgrader, mermaid]) {
  for (const [name, body] of [...contender.files, ...pagesOf(contender, chart)]) served.set(`/${contender.name}/${name}`, body);
}
say("compressing what is served");
const server = await serve(served);
const url = (contender, page = "") => `${server.address}/${contender.name}${page && `/${page}`}`;
const browser = await require("playwright-core").chromium.launch({
  executablePath: chosen.chromium,
  args: ["--no-sandbox", "--disable-gpu", `--disable-features=${IDLE}`],
});

/** How much of the CPU is busy while nothing is measured: between 0 and 1. */
async function others() {
  const times = () => os.cpus().map(({ times }) => [times.idle, Object.values(times).reduce((sum, time) => sum + time, 0)]);
  const total = (all, index) => all.reduce((sum, one) => sum + one[index], 0);
  const before = times();
  await new Promise((done) => setTimeout(done, 2000));
  const after = times();
  return 1 - (total(after, 0) - total(before, 0)) / (total(after, 1) - total(before, 1));
}

/** Runs `measure` for every contender in turns, each round in another order, and keeps what it answers. */
const samples = [];
async function inTurns(job, count, who, measure) {
  for (let round = 0; round < count; round += 1) {
    say(`  ${job}, round ${round + 1} of ${count}`);
    for (let turn = 0; turn < who.length; turn += 1) {
      const contender = who[(round + turn) % who.length];
      const measured = await measure(contender).catch((error) => {
        throw new Error(`${contender.name}, ${job}: ${error.message}`, { cause: error });
      });
      samples.push({ job, round, contender: contender.name, ...measured });
    }
  }
}

async function one() {
  for (const throttle of THROTTLES) {
    await inTurns(`one@${throttle}`, rounds, players, (contender) =>
      open(browser, url(contender, "one.html"), { throttle }, async (_, client, cost) => ({
        ...cost,
        ...pressed(await tour(client, 4)),
      })),
    );
  }
  await inTurns("one-memory", Math.min(rounds, 5), players, (contender) =>
    open(browser, url(contender, "one.html"), {}, (_, client) => memory(client)),
  );
}

/** An author's own table, beside the widget with its built-in chart in the same round. */
async function table() {
  const allowed = chart.groups
    .flatMap(({ operations }) => operations.map(({ name }) => name))
    .filter((name) => chart.rows[0].allowed.includes(name));
  const who = [
    { name: upgrader.name, visits: url(upgrader, "table.html") },
    { name: WIDGET, visits: url(widget, "table.html") },
    { name: BUILT_IN, visits: url(widget, "one.html") },
  ];
  for (const [job, how] of TABLE_JOBS) {
    await inTurns(job, rounds, who, ({ visits }) =>
      open(browser, visits, how, async (_, client, cost) => {
        assert.deepEqual(await enabled(client), allowed, "what can be pressed in the first state");
        return cost;
      }),
    );
  }
}

async function many() {
  await inTurns("many@4", Math.min(rounds, 5), players, (contender) =>
    open(browser, url(contender, "many.html"), { throttle: 4, count: MANY }, async (_, client, cost) => ({
      ...cost,
      ...(await memory(client)),
      ...pressed(await tour(client, 2)),
    })),
  );
}

async function large() {
  for (const [states, operations] of SIZES) {
    const ends = new Set();
    await inTurns(`${states}x${operations}`, Math.min(rounds, 3), players, (contender) =>
      open(browser, url(contender, `${states}x${operations}.html`), {}, async (_, client, cost) => {
        const kept = await memory(client);
        const presses = await roam(client, 10);
        ends.add(await at(client));
        return { ...cost, ...kept, ...pressed(presses) };
      }),
    );
    if (ends.size !== 1) throw new Error(`contenders ended in ${[...ends].join(" and ")}`);
  }
}

/** The section that the widget keeps its picture in; Mermaid's is on the page at once. */
const section = '[data-place="diagram"] summary';

async function diagram() {
  const who = [mermaid, widget];
  for (const throttle of [1, 4]) {
    await inTurns(`diagram@${throttle}`, Math.min(rounds, 5), who, (contender) =>
      open(browser, url(contender, "diagram.html"), { throttle, summary: section }, (_page, _client, cost) => cost),
    );
  }
}

async function ways() {
  const who = [widget];
  for (const states of LENGTHS) {
    await inTurns(`ways${states}`, Math.min(rounds, 3), who, (contender) =>
      open(browser, url(contender, `ways${states}.html`), {}, (_, client) => asked(client)),
    );
  }
}

/** Puts `text` where the file has room for it. */
async function renew(file, text) {
  const [begin, end] = ["<!-- benchmark -->", "<!-- /benchmark -->"];
  const old = await readFile(file, "utf8");
  const [before, rest] = old.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} has no ${begin} and ${end} after it`);
  await writeFile(file, `${before}${begin}\n${text}\n${end}${after}`);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Of the presses of one visit: the median time, and the mean number of mutations. */
const pressed = (presses) => ({
  click: median(presses.map((press) => press.time)),
  mutations: presses.reduce((sum, press) => sum + press.mutations, 0) / presses.length,
});

try {
  for (const player of players) {
    say(`testing how ${player.name} behaves`);
    await behaves(browser, url(player), chart).catch((error) => {
      throw new Error(`${player.name} does not behave as all must: ${error.message}`, { cause: error });
    });
  }
  if (!chosen.check) {
    const todo = { one, table, many, large, diagram, ways };
    const busy = await others();
    for (const job of jobs) await todo[job]();
    const results = {
      date: new Date().toISOString().slice(0, 10),
      command: [
        "cargo xtask bench",
        ...(rounds === 9 ? [] : ["--rounds", rounds]),
        ...(jobs.length === JOBS.length ? [] : ["--only", chosen.only]),
      ].join(" "),
      machine: `${os.cpus()[0]?.model.trim() ?? "unknown CPU"}, ${os.cpus().length} cores`,
      browser: `Chromium ${browser.version()}`,
      others: busy,
      base: BASE,
      contenders: [...players, upgrader, mermaid].map(({ name, label, versions }) => ({
        name,
        label,
        versions,
        plays: players.some((player) => player.name === name),
      })),
      samples,
    };
    const text = report(results);
    const picture = plot(results);
    await writeFile(path.join(out, "results.json"), JSON.stringify(results, null, 1));
    const files = new Map([["benchmark.md", text], ["benchmark.svg", picture]]);
    if (jobs.includes("large")) files.set("benchmark-size.svg", curves(results));
    for (const [name, body] of files) {
      await writeFile(path.join(out, name), body);
      if (chosen.write) await writeFile(path.join(chosen.root, "docs", name), body);
    }
    if (chosen.write) await renew(path.join(chosen.root, "README.md"), summary(results));
    process.stdout.write(text);
  }
} catch (error) {
  say(`bench: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.end();
}
