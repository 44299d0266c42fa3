// A chart as the peers use it: what is allowed where, and where it leads. Knows no page.

/** What stands in place of a state where there is no service. */
export const NONE = "no service";

/** The chart of a JSON text that has been parsed. */
export function prepare({ title, service = title, refusal = "Operation not allowed", start, groups, rows, outcomes = [] }) {
  const lines = rows.map(({ states, allowed }) => ({ states, allowed: new Set(allowed), names: states.join(", ") }));
  const rowOf = new Map(lines.flatMap((row) => row.states.map((state) => [state, row])));
  const outcomesOf = Map.groupBy(outcomes, (outcome) => outcome.operation);
  return {
    title,
    service,
    refusal,
    start: start ?? lines[0].states[0],
    groups: groups.map(({ title, operations }) => ({ title, operations: operations.map((it) => it.name ?? it) })),
    rows: lines,
    rowOf,
    can: (state, operation) => rowOf.get(state)?.allowed.has(operation) ?? false,
    /** What is shown while `operation` runs, and where it leads on success. */
    lead(state, operation) {
      const outcome = outcomesOf.get(operation)?.find(({ from }) => !from || from.includes(state));
      const success = outcome?.success ?? { same: true };
      return { via: outcome?.via?.name ?? operation, to: success.gone ? NONE : (success.state ?? state) };
    },
  };
}
