// The peer with components and a reducer of its own, no state machine library.
import { mount, useEffect, useMemo, useReducer } from "framework";
import { chartOf } from "./built_in.js";
import { define } from "./element.js";
import { asked, Widget } from "./view.jsx";

const come = (session, what, to) => ({
  ...session,
  at: to,
  run: undefined,
  steps: [...session.steps, { what, from: session.at, to }],
});

const reducer = (chart, duration) => (session, action) => {
  const { at, run, steps } = session;
  if (action.select) return { ...session, selected: action.select };
  if (action.state) return come(session, "Set", action.state);
  if (action.finish) return run === action.finish ? come(session, run.operation, run.to) : session;
  if (action.undo) {
    if (run) return { ...session, run: undefined };
    return steps.length ? { ...session, at: steps.at(-1).from, steps: steps.slice(0, -1) } : session;
  }
  const { operation } = action;
  if (!operation || run || !chart.can(at, operation)) return session;
  const lead = chart.lead(at, operation);
  return duration ? { ...session, run: { operation, ...lead } } : come(session, operation, lead.to);
};

function App({ chart, duration }) {
  const reduce = useMemo(() => reducer(chart, duration), [chart, duration]);
  const [session, dispatch] = useReducer(reduce, { at: chart.start, steps: [] });
  const press = useMemo(() => (event) => dispatch(asked(chart, event)), [chart]);
  const { run } = session;
  useEffect(() => {
    if (!run) return;
    const timer = setTimeout(() => dispatch({ finish: run }), duration);
    return () => clearTimeout(timer);
  }, [run]);
  const shown = { ...session, via: run?.via, can: (operation) => chart.can(session.at, operation) };
  return <Widget chart={chart} session={shown} press={press} />;
}

define((chart, root, duration) => mount(<App chart={chart} duration={duration} />, root), chartOf);
