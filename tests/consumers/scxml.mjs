// A strict XML parser reads the machine, and an SCXML interpreter runs it in every state.

import { createRequire } from "node:module";
import { DOMParser } from "@xmldom/xmldom";
import { endings, GONE } from "./chart.mjs";

const scion = createRequire(import.meta.url)("@scion-scxml/scxml");

const SCXML = "http://www.w3.org/2005/07/scxml";
const CHART = "urn:state-chart:1";

/** Calls a function that takes a callback. */
const call = (start) =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

export async function checkScxml(text, chart, expect) {
  // Names as published, to the names in the machine.
  const complain = (level, message) => {
    throw new Error(`${level}: ${message}`);
  };
  const document = new DOMParser({ onError: complain }).parseFromString(text, "application/xml");
  const inside = (of, space, name) => [...of.getElementsByTagNameNS(space, name)];
  const nodes = inside(document, SCXML, "state");
  const name = (node, otherwise) => node.getAttributeNS(CHART, "name") || node.getAttribute("name") || otherwise;
  const ids = new Map();
  for (const [index, node] of nodes.entries()) {
    const position = index < chart.states.length ? chart.states[index] : GONE;
    const id = node.getAttribute("id");
    expect("name of a state", name(node, id), position === GONE ? "no service" : position);
    ids.set(position, id);
  }
  expect("states", ids.size, chart.positions.length);
  expect("no two states alike", new Set(ids.values()).size, chart.positions.length);
  const events = new Map();
  const conditional = new Set();
  const either = [...inside(document, SCXML, "transition"), ...inside(document, CHART, "conditional")];
  for (const node of either) {
    const event = node.getAttribute("event");
    const dot = event.lastIndexOf(".");
    const ending = event.slice(dot + 1);
    events.set(JSON.stringify([name(node, event.slice(0, dot)), ending]), event);
    if (node.namespaceURI === CHART) {
      conditional.add(JSON.stringify([node.parentNode.getAttribute("id"), event]));
    }
  }
  const model = await call((done) => scion.documentStringToModel("", text, done, {}));
  const machine = await call((done) => model.prepare(done));
  const initial = new scion.core.Statechart(machine).start();
  expect("initial", initial, [ids.get(chart.start)]);
  for (const { from, name, ending, permit, to } of endings(chart)) {
    const event = events.get(JSON.stringify([name, ending]));
    // What is allowed nowhere has no event.
    if (event === undefined) {
      expect(`${name} has an event`, permit, "refused");
      continue;
    }
    const at = ids.get(from);
    const running = new scion.core.Statechart(machine, { snapshot: [[at], {}, false, {}, []] });
    let taken = 0;
    running.registerListener({ onTransition: () => (taken += 1) });
    running.gen({ name: event });
    const told = [taken, running.getConfiguration(), conditional.has(JSON.stringify([at, event]))];
    const goes = permit === "allowed" ? 1 : 0;
    const arrives = goes && to !== undefined ? ids.get(to) : at;
    expect(`${event} in ${at}`, told, [goes, [arrives], permit === "conditional"]);
  }
}
