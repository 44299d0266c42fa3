// The types of the element for TypeScript: what it takes, gives and tells. Importing the package defines the element.

import type { StateChartElement } from "./element.js";

export type { StateChartElement };

/** What happened, how it ended, from where to where. */
export interface Step {
  /** Tells a step from a refusal. */
  type: "step";
  /** The operation; null if it is an event from outside. */
  operation: string | null;
  /** The event from outside; null if it is an operation. */
  event: string | null;
  /** How it ended; null if somebody said the state. */
  outcome: "success" | "failure" | null;
  /** The state before; null is no service. */
  from: string | null;
  /** The state after; null is no service. */
  to: string | null;
  /** Who says that it leads there; null if the chart does not. */
  source: "documented" | "inferred" | null;
}

/** Why an operation or event did not begin. */
export interface Refusal {
  /** Tells a refusal from a step. */
  type: "refusal";
  /** Why, in one word for programs. */
  reason: "not-allowed" | "no-service" | "conditional" | "cannot-happen" | "busy" | "untold" | "cancelled";
  /** Why, as readers see it. */
  message: string;
  /** The operation; null if it is an event from outside. */
  operation: string | null;
  /** The event from outside; null if it is an operation. */
  event: string | null;
  /** The state in which it was asked; null is no service. */
  state: string | null;
}

/** A cell that the reader asked about. */
export interface Selection {
  /** The state of the cell. */
  state: string;
  /** The operation of the cell. */
  operation: string;
  /** What stands beside its mark; null is nothing. */
  note: string | null;
}

/** What is about to begin. */
export interface Operate {
  /** The operation; null if it is an event from outside. */
  operation: string | null;
  /** The event from outside; null if it is an operation. */
  event: string | null;
  /** The state in which it was asked; null is no service. */
  state: string | null;
}

/** Why there is no widget. */
export interface Problems {
  /** All problems. */
  message: string;
  /** The problems one by one. */
  problems: string[];
}

/** How an operation that a program performs is to end. */
export interface PerformOptions {
  /** How it ends; the reader chooses by default. */
  outcome?: "success" | "failure";
  /** Where it ends, if the chart does not tell. */
  state?: string | null;
  /** Whether the condition is met under which it is allowed. */
  condition?: boolean;
}

/** How an operation ended that the page carried out. */
export interface End {
  /** How it ended; in success by default. */
  outcome?: "success" | "failure";
  /** Where it ended, if the chart does not tell. */
  state?: string | null;
}

/** A chart in version 1 of the JSON format. */
export interface Chart {
  /** The address of the format's schema. */
  $schema?: string;
  /** The version of the format. */
  version: 1;
  /** What the chart is about. */
  title?: string;
  /** What the service is called. */
  service?: string;
  /** The error text of an operation that is not allowed. */
  refusal?: string;
  /** The state in which a service starts; the first one by default. */
  start?: string;
  /** The operations, a table for each group. */
  groups: Group[];
  /** The states, and what is allowed in them. */
  rows: Row[];
  /** Where operations lead. */
  outcomes?: Outcome[];
  /** What comes from outside. */
  events?: OutsideEvent[];
}

/** Operations that share a table. */
export interface Group {
  /** The caption of the table. */
  title?: string;
  /** The operations, in order. */
  operations: (string | Named)[];
}

/** A name with something to say about it. */
export interface Named {
  /** Its name. */
  name: string;
  /** What it is, for readers. */
  about?: string;
}

/** A row of the tables. */
export interface Row {
  /** The states that share the row. */
  states: (string | Named)[];
  /** The operations that are allowed in them. */
  allowed?: string[];
  /** The condition of each operation that is allowed under one. */
  conditional?: Record<string, string>;
  /** What stands beside the mark of each operation that has a note. */
  notes?: Record<string, string>;
}

/** Where an operation leads. */
export interface Outcome {
  /** The operation. */
  operation: string;
  /** From which states; from all by default. */
  from?: string[];
  /** The state shown while it runs. */
  via?: Via;
  /** Where it leads on success. */
  success?: Target;
  /** Where it leads on failure. */
  failure?: Target;
}

/** A state that is shown while an operation runs. */
export interface Via {
  /** Its name. */
  name: string;
  /** Who says so. */
  source: "documented" | "inferred";
}

/** Where something leads: one of three. */
export interface Target {
  /** To this state. */
  state?: string;
  /** To the state in which it began. */
  same?: boolean;
  /** To no service. */
  gone?: boolean;
  /** Who says so. */
  source: "documented" | "inferred";
}

/** Something that happens to a service from outside. */
export interface OutsideEvent {
  /** Its name. */
  name: string;
  /** What it is, for readers. */
  about?: string;
  /** Where it can happen. */
  from: "no service" | "any state" | string[];
  /** Who says so. */
  source: "documented" | "inferred";
  /** Where it leads on success. */
  success: Target;
  /** Where it leads on failure. */
  failure?: Target;
}

/** An operation is about to begin; cancel it, or carry it out and give `waitUntil` a promise of its end. */
export interface StateChartOperateEvent extends CustomEvent<Operate> {
  /** The page carries the operation out: it ends as the promise says, and fails if the promise is rejected. */
  waitUntil(end: Promise<End | void>): void;
}

/** The events of the element, by name. All bubble, and leave shadow roots. */
export interface StateChartEventMap {
  /** An operation is about to begin; cancel it, or carry it out and give `waitUntil` a promise of its end. */
  "state-chart-operate": StateChartOperateEvent;
  /** An operation or event has ended. */
  "state-chart-operated": CustomEvent<Step>;
  /** An operation or event was refused, and nothing has changed. */
  "state-chart-refused": CustomEvent<Refusal>;
  /** The reader asked about a cell; null is none. */
  "state-chart-select": CustomEvent<Selection | null>;
  /** The element can be used. */
  "state-chart-ready": CustomEvent<null>;
  /** There is no widget, for these reasons; the element shows its own content. */
  "state-chart-error": CustomEvent<Problems>;
}

/** What an author sets before the element is used: `globalThis.StateChart = { words: { de: { undo: "Zurück" } } }`. */
export interface StateChartSettings {
  /** Words by their keys, for each language by its tag: they go before those of the widget. */
  words?: Record<string, Record<string, string>>;
}

declare global {
  var StateChart: StateChartSettings | undefined;
  interface HTMLElementTagNameMap {
    "state-chart": StateChartElement;
  }
  interface GlobalEventHandlersEventMap extends StateChartEventMap {}
}
