// The peer with components and an XState machine: a state for each of the chart, and its history in the context.
import { useMachine } from "@xstate/react";
import { mount, useEffect, useMemo, useState } from "framework";
import { assign, createMachine } from "xstate";
import { chartOf } from "./built_in.js";
import { NONE } from "./chart.js";
import { define } from "./element.js";
import { asked, Widget } from "./view.jsx";

const push = (what, from, to) => assign({ steps: ({ context }) => [...context.steps, { what, from, to }] });
const drop = assign({ steps: ({ context }) => context.steps.slice(0, -1) });

/** An id for each state: a name may have signs that mean something in the address of a target. */
const ids = (chart) => new Map([...chart.rowOf.keys(), NONE].map((name, index) => [name, `s${index}`]));

function machine(chart, idOf) {
  const states = {};
  const on = {};
  for (const [name, id] of idOf) {
    const allowed = [...(chart.rowOf.get(name)?.allowed ?? [])].map((operation) => {
      const { to } = chart.lead(name, operation);
      return [operation, { target: `#${idOf.get(to)}`, actions: push(operation, name, to) }];
    });
    states[id] = { id, meta: name, on: Object.fromEntries(allowed) };
    on[`set ${id}`] = {
      target: `.${id}`,
      actions: assign({ steps: ({ context, event }) => [...context.steps, { what: "Set", from: event.from, to: name }] }),
    };
    on[`back ${id}`] = { target: `.${id}`, actions: drop };
  }
  return createMachine({ initial: idOf.get(chart.start), context: { steps: [] }, states, on });
}

/** One machine for a chart, however many elements show it. */
const machines = new WeakMap();
const made = (chart) => {
  if (!machines.has(chart)) {
    const idOf = ids(chart);
    const names = new Map([...idOf].map(([name, id]) => [id, name]));
    machines.set(chart, { idOf, names, machine: machine(chart, idOf) });
  }
  return machines.get(chart);
};

function App({ chart, duration }) {
  const { idOf, names, machine } = made(chart);
  const [snapshot, send, actor] = useMachine(machine);
  const [run, setRun] = useState();
  const [selected, select] = useState();
  const at = names.get(snapshot.value);
  useEffect(() => {
    if (!run) return;
    const timer = setTimeout(() => {
      setRun(undefined);
      send({ type: run.operation });
    }, duration);
    return () => clearTimeout(timer);
  }, [run]);
  const press = useMemo(
    () => (event) => {
      const { select: cell, state, undo, operation } = asked(chart, event);
      const now = actor.getSnapshot();
      const here = names.get(now.value);
      if (cell) select(cell);
      else if (undo) {
        const last = now.context.steps.at(-1);
        setRun(undefined);
        // What runs is abandoned; else the last step is taken back.
        if (!run && last) send({ type: `back ${idOf.get(last.from)}` });
      } else if (state) {
        setRun(undefined);
        send({ type: `set ${idOf.get(state)}`, from: here });
      } else if (operation && !run && now.can({ type: operation })) {
        if (duration) setRun({ operation, ...chart.lead(here, operation) });
        else send({ type: operation });
      }
    },
    [chart, run],
  );
  const session = {
    at,
    via: run?.via,
    steps: snapshot.context.steps,
    selected,
    can: (operation) => snapshot.can({ type: operation }),
  };
  return <Widget chart={chart} session={session} press={press} />;
}

define((chart, root, duration) => mount(<App chart={chart} duration={duration} />, root), chartOf);
