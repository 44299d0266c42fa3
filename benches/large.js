// Charts of any size, made by rule: the same on each run.

const name = (word, index) => `${word} ${String(index + 1).padStart(4, "0")}`;

/**
 * That chart with a last operation that is allowed everywhere, and leads from each state to the next: to the last state
 * it is a way nearly as long as the chart.
 */
export function chainOf(states, operations) {
  const chart = chartOf(states, operations);
  const { operation } = chart.outcomes.pop();
  for (const { allowed } of chart.rows) if (!allowed.includes(operation)) allowed.push(operation);
  for (let at = 0; at + 1 < states; at += 1) {
    const success = { state: name("State", at + 1), source: "inferred" };
    chart.outcomes.push({ operation, from: [name("State", at)], success });
  }
  return chart;
}

/** A chart in which two of three operations are allowed in each state, each leading to a state of its own. */
export function chartOf(states, operations) {
  const names = Array.from({ length: operations }, (_, index) => name("Operation", index));
  const half = Math.ceil(operations / 2);
  return {
    version: 1,
    title: `${states} states, ${operations} operations`,
    groups: [
      { title: "First operations", operations: names.slice(0, half).map((name) => ({ name })) },
      { title: "Further operations", operations: names.slice(half).map((name) => ({ name })) },
    ],
    rows: Array.from({ length: states }, (_, row) => ({
      states: [name("State", row)],
      allowed: names.filter((_, column) => (row * 31 + column * 17) % 3 !== 0),
    })),
    outcomes: names.map((operation, column) => ({
      operation,
      success: { state: name("State", (column * 37 + 11) % states), source: "inferred" },
      failure: { same: true, source: "inferred" },
    })),
  };
}
