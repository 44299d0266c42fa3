// A chart as its JSON says it, read a second time and on its own: what the consumers are held to.

/** What the position of a service that does not exist is called. */
export const GONE = Symbol("no service");

export function readChart(json) {
  const named = (entry) => (typeof entry === "string" ? entry : entry.name);
  const groups = json.groups.map((group) => ({
    title: group.title ?? "",
    operations: group.operations.map(named),
  }));
  const operations = groups.flatMap((group) => group.operations);
  const rows = json.rows.map((row) => ({
    states: row.states.map(named),
    allowed: new Set(row.allowed),
    conditional: new Map(Object.entries(row.conditional ?? {})),
    notes: new Map(Object.entries(row.notes ?? {})),
  }));
  const states = rows.flatMap((row) => row.states);
  const rowOf = new Map(rows.flatMap((row) => row.states.map((state) => [state, row])));
  const outcomes = new Map();
  const key = (state, operation) => JSON.stringify([state, operation]);
  const permit = (state, operation) => {
    const row = rowOf.get(state);
    if (row.allowed.has(operation)) return "allowed";
    return row.conditional.has(operation) ? "conditional" : "refused";
  };
  // Outcomes that name their states come first; the others take what is left.
  const all = json.outcomes ?? [];
  for (const outcome of [...all.filter((one) => one.from), ...all.filter((one) => !one.from)]) {
    const from = outcome.from ?? states.filter((state) => permit(state, outcome.operation) !== "refused");
    for (const state of from) {
      if (!outcomes.has(key(state, outcome.operation))) outcomes.set(key(state, outcome.operation), outcome);
    }
  }
  const events = (json.events ?? []).map((event) => ({
    ...event,
    mayHappen: (position) => {
      if (event.from === "no service") return position === GONE;
      if (event.from === "any state") return position !== GONE;
      return event.from.includes(position);
    },
  }));
  const arrive = (lead, from) => {
    if (!lead) return undefined;
    if (lead.same) return from;
    return lead.gone ? GONE : lead.state;
  };
  const leads = [...all, ...events].flatMap((one) => [one.success, one.failure]);
  const speaksOfGone = events.some((event) => event.from === "no service") || leads.some((lead) => lead?.gone);
  return {
    title: json.title ?? "",
    start: json.start ?? states[0],
    groups,
    operations,
    rows,
    states,
    positions: speaksOfGone ? [...states, GONE] : states,
    events,
    permit,
    condition: (state, operation) => rowOf.get(state).conditional.get(operation),
    outcome: (state, operation) => outcomes.get(key(state, operation)) ?? {},
    arrive,
  };
}

/**
 * What may end in each position, and where it leads: `to` is a state's name, GONE, or undefined
 * where the chart does not tell. Refused operations are there too, for machines to refuse.
 */
export function* endings(chart) {
  for (const from of chart.positions) {
    for (const operation of from === GONE ? [] : chart.operations) {
      const outcome = chart.outcome(from, operation);
      for (const ending of ["success", "failure"]) {
        const permit = chart.permit(from, operation);
        yield { from, name: operation, kind: "operation", ending, permit, to: chart.arrive(outcome[ending], from) };
      }
    }
    for (const event of chart.events) {
      for (const ending of ["success", "failure"]) {
        const permit = event.mayHappen(from) && event[ending] ? "allowed" : "refused";
        yield { from, name: event.name, kind: "event", ending, permit, to: chart.arrive(event[ending], from) };
      }
    }
  }
}

/** The arrows of a picture: what runs side by side, failed or not and known alike, is one. */
export function bundles(chart) {
  const bundles = new Map();
  const add = (from, to, name, ending, lead, condition) => {
    if (to === "untold" && ending === "failure") return;
    const failed = ending === "failure";
    const documented = lead?.source === "documented";
    const id = JSON.stringify([from, to, failed, documented]);
    const bundle = bundles.get(id) ?? { from, to, failed, documented, told: Boolean(lead), labels: [] };
    bundle.labels.push(name + (failed ? " fails" : "") + (condition === undefined ? "" : ` (${condition})`));
    bundles.set(id, bundle);
  };
  const id = (position) => (position === GONE ? "none" : `s${chart.states.indexOf(position)}`);
  for (const from of chart.positions) {
    for (const operation of from === GONE ? [] : chart.operations) {
      if (chart.permit(from, operation) === "refused") continue;
      const outcome = chart.outcome(from, operation);
      for (const ending of ["success", "failure"]) {
        const lead = outcome[ending];
        const to = lead ? id(chart.arrive(lead, from)) : "untold";
        add(id(from), to, operation, ending, lead, chart.condition(from, operation));
      }
    }
    for (const event of chart.events) {
      if (event.from === "any state" || !event.mayHappen(from)) continue;
      for (const ending of ["success", "failure"]) {
        if (event[ending]) add(id(from), id(chart.arrive(event[ending], from)), event.name, ending, event[ending]);
      }
    }
  }
  for (const event of chart.events.filter((one) => one.from === "any state")) {
    for (const ending of ["success", "failure"]) {
      const lead = event[ending];
      if (lead) add("any", lead.same ? "any" : id(chart.arrive(lead)), event.name, ending, lead);
    }
  }
  return [...bundles.values()];
}

/** Text as a page shows it: every run of spaces and controls is one space. */
export const plain = (text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();
