// The view of the component peers: rows and history items are drawn again only when they change.
import { Component } from "framework";
import { NONE } from "./chart.js";

/** A component that is drawn again only when one of its properties is another. */
class Still extends Component {
  shouldComponentUpdate(next) {
    return Object.keys(next).some((name) => next[name] !== this.props[name]);
  }
}

class Cells extends Still {
  render() {
    const { row, group, current, selected } = this.props;
    return (
      <tr data-state={row.names}>
        <th scope="row">
          {row.states.map((name) => (
            <button type="button" key={name} data-state={name} aria-current={current === name ? "true" : undefined}>
              {name}
            </button>
          ))}
        </th>
        {group.operations.map((name) => {
          const yes = row.allowed.has(name);
          return (
            <td
              key={name}
              className={yes ? "yes" : "no"}
              data-state={row.names}
              data-operation={name}
              aria-selected={selected === name ? "true" : undefined}
            >
              <button type="button" aria-label={yes ? "allowed" : "not allowed"}>
                {yes && "√"}
              </button>
            </td>
          );
        })}
      </tr>
    );
  }
}

class Heads extends Still {
  render() {
    return (
      <tr>
        <th scope="col">State</th>
        {this.props.group.operations.map((name) => (
          <th key={name} scope="col" data-operation={name}>
            {name}
          </th>
        ))}
      </tr>
    );
  }
}

class Table extends Still {
  render() {
    const { chart, group, row: here, at, selected, press } = this.props;
    return (
      <div className="table">
        <table role="grid" onClick={press}>
          <caption>{group.title}</caption>
          <thead>
            <Heads group={group} />
          </thead>
          <tbody>
            {chart.rows.map((row) => (
              <Cells
                key={row.names}
                row={row}
                group={group}
                current={row === here ? at : undefined}
                selected={selected?.row === row ? selected.operation : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
    );
  }
}

class Item extends Still {
  render() {
    const { what, from, to } = this.props;
    return <li>{`${what}: ${from} → ${to}`}</li>;
  }
}

/** The whole widget. `session` is where the service is, what runs, what was done and what is asked. */
export function Widget({ chart, session, press }) {
  const { at, via, steps, selected } = session;
  const row = chart.rowOf.get(at);
  return (
    <div className="widget">
      <section className="card" aria-label={chart.service}>
        <p className="state" tabIndex={-1} data-state={at === NONE ? undefined : at}>
          {via ?? at}
        </p>
        <div className="operations" onClick={press}>
          {chart.groups.map((group) => (
            <div key={group.title} className="group" role="group" aria-label={group.title}>
              {group.operations.map((name) => (
                <button key={name} type="button" data-operation={name} disabled={via != null || !session.can(name)}>
                  {name}
                </button>
              ))}
            </div>
          ))}
        </div>
        <p className="answer">
          {selected && (selected.row.allowed.has(selected.operation) ? `${selected.operation}: allowed` : chart.refusal)}
        </p>
        <div className="history">
          <button type="button" data-history="undo" disabled={!steps.length && via == null} onClick={press}>
            Undo
          </button>
          <ol>
            {steps.map((step, index) => (
              <Item key={index} {...step} />
            ))}
          </ol>
        </div>
      </section>
      <div className="grid">
        {chart.groups.map((group) => (
          <Table
            key={group.title}
            chart={chart}
            group={group}
            row={row}
            at={at}
            selected={selected && group.operations.includes(selected.operation) ? selected : undefined}
            press={press}
          />
        ))}
      </div>
    </div>
  );
}

/** What a click on the widget asks for. */
export function asked(chart, { target }) {
  const button = target.closest("button");
  const cell = button?.closest("td");
  if (!button) return {};
  if (cell) {
    const row = chart.rows[cell.parentNode.sectionRowIndex];
    return { select: { row, operation: cell.dataset.operation } };
  }
  const { operation, history, state } = button.dataset;
  return { operation, undo: history === "undo", state };
}
