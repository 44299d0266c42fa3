// XState runs the machine in every state.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createActor, getNextSnapshot } from "xstate";
import { endings, GONE } from "./chart.mjs";

let count = 0;

/** Imports a module that lies elsewhere from here, where XState is. */
async function load(text) {
  const folder = new URL("./node_modules/.charts/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  count += 1;
  const file = new URL(`${process.pid}-${count}.mjs`, folder);
  writeFileSync(file, text);
  try {
    return await import(file);
  } finally {
    rmSync(file);
  }
}

export async function checkXState(text, chart, expect) {
  const { config, machine } = await load(text);
  const keys = new Map();
  // Keys that are whole numbers come first in JavaScript, so a state is found by its name.
  for (const [key, { description }] of Object.entries(config.states)) {
    const name = description ?? key;
    const gone = name === "no service" && (!chart.states.includes(name) || keys.has(name));
    keys.set(gone ? GONE : name, key);
  }
  expect("states", keys.size, chart.positions.length);
  expect("initial", createActor(machine).start().getSnapshot().value, keys.get(chart.start));
  let untold = 0;
  const met = machine.provide({
    actions: { untold: () => (untold += 1) },
    guards: { conditionMet: (_, { text }) => text.length > 0 },
  });
  for (const { from, name, ending, permit, to } of endings(chart)) {
    const event = { type: `${name.replace(/[.#\\]/g, "_")}.${ending}` };
    const at = keys.get(from);
    const where = `${event.type} in ${at}`;
    const snapshot = machine.resolveState({ value: at });
    expect(`${where}: can`, snapshot.can(event), permit === "allowed");
    const next = getNextSnapshot(machine, snapshot, event).value;
    const arrives = to === undefined ? at : keys.get(to);
    expect(`${where}: leads`, next, permit === "allowed" ? arrives : at);
    // With its condition met, a conditional cell is like any other.
    const actor = createActor(met, { snapshot: met.resolveState({ value: at }) }).start();
    expect(`${where}: can, conditions met`, actor.getSnapshot().can(event), permit !== "refused");
    untold = 0;
    actor.send(event);
    const asks = permit !== "refused" && to === undefined ? 1 : 0;
    expect(`${where}: ran`, [actor.getSnapshot().value, untold], [permit === "refused" ? at : arrives, asks]);
    actor.stop();
  }
}
