// Types of what the scripts take from each other and from the programs. They are for the compiler, and no part of the package.

import type { Live } from "./live.js";
import type { End, Operate, PerformOptions, Refusal, Step } from "./types.js";

/** Where the other files are. */
export interface Files {
  /** The script beside which an author is told to put the files. */
  place: string;
  /** The script of this name. */
  script<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]>;
  /** Where the module of the program of this name is. */
  wasm(name: keyof Programs): Promise<URL>;
}

/** The files of each program that were asked for: its script and its module. */
export type Asked = { [Name in keyof Programs]?: [Promise<Programs[Name]>, Promise<Response>] };

/** Asks for both files of a program, once. */
export type Ask = <Name extends keyof Programs>(name: Name) => [Promise<Programs[Name]>, Promise<Response>];

/** A program, once it runs. */
export type Load = <Name extends keyof Programs>(name: Name) => Promise<Programs[Name]>;

/** The scripts by name, those of the programs among them. */
export interface Scripts extends Programs {
  element: typeof import("./state-chart-element.js");
  content: typeof import("./state-chart-content.js");
  missing: typeof import("./state-chart-missing.js");
  sections: typeof import("./state-chart-sections.js");
  source: typeof import("./state-chart-source.js");
  diagnosis: typeof import("./state-chart-diagnosis.js");
  words: typeof import("./state-chart-words.js");
  "words-de": { default: Texts; build?: string };
}

/** Words by their keys. */
export interface Texts {
  [key: string]: string;
}

/** A language that is not English, as the programs take it. */
export interface Speech {
  /** Its tag. */
  lang: string;
  /** Its words by their keys. */
  own: Texts;
  /** The same, one a line, in the order of static/words/en.json; an empty line is not translated. */
  texts: string;
  /** The form of the word at `place` that goes with `count`. */
  counted(place: number, count: number): string;
  /** Names, with a NUL between two of them, as a list. */
  list(names: string, isChoice: boolean): string;
  /** A number in its digits. */
  number(count: number): string;
}

/** The programs by name, as wasm-bindgen exports what stands in src/bin. */
export interface Programs {
  widget: WidgetProgram;
  json: JsonProgram;
  tables: TablesProgram;
  tools: ToolsProgram;
}

/** What every program has: a function that starts it, and the name of its build. */
interface Program {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  build?: string;
}

export interface WidgetProgram extends Program {
  attach(
    host: HTMLElement,
    chart: Uint8Array | undefined,
    operate: (detail: Operate, run: number) => number,
    want: () => void,
    guide: Guide | undefined,
    words: Speech | undefined,
  ): Widget;
  builtIn(): string;
  builtInPacked(): Uint8Array;
}

export interface JsonProgram extends Program {
  read(text: string): Uint8Array;
}

export interface TablesProgram extends Program {
  fit(cells: number): void;
  read(outline: string, yes: string, no: string, states: string | null): Reading;
}

export interface ToolsProgram extends Program {
  Guide: new (chart: Uint8Array, words?: Speech) => Guide;
  Diagram: {
    draw(place: Element, chart: Uint8Array, pick: (state: string, operation?: string) => void, words?: Speech): Diagram;
  };
  write(chart: Uint8Array, format: string): string;
  formats(): Format[];
  runbook(chart: Uint8Array, scenario: string): string;
  svg(chart: Uint8Array): string;
  style(): string;
}

/** A live widget in an element. */
export interface Widget {
  state: string | null;
  can(operation: string): boolean;
  perform(name: string, options?: PerformOptions): Promise<Step | Refusal>;
  settle(run: number, end: End | void): void;
  select(state?: string | null, operation?: string): void;
  undo(): boolean;
  redo(): boolean;
  startOver(): boolean;
  save(): string;
  restore(text: string): void;
  history(): Uint8Array;
  resume(history: Uint8Array): void;
  update(): void;
  equip(guide: Guide | undefined, fault?: string): void;
  free(): void;
}

/** What answers about ways; only the widget asks it. */
export interface Guide {
  free(): void;
}

/** A chart as a picture in the page. */
export interface Diagram {
  update(state: string): void;
  seek(way: string): void;
  free(): void;
}

/** A format that a chart can be written in. */
export interface Format {
  name: string;
  type: string;
  extension: string;
  /** What a file of it begins with. */
  opening?: string;
}

/** What tables say. */
export interface Reading {
  packed: Uint8Array;
  json: string;
  warnings: string[];
  /** The numbers of those that the chart was read from. */
  places: number[];
}

/** A chart for the widget, with what is to be done where it is shown. */
export interface Source {
  /** Its text. */
  json: string;
  /** Its compact form. */
  packed: Uint8Array;
  /** Called once the widget is there; what it returns is called when the widget ends. */
  shown?: (made: Live) => () => void;
  /** Whether a history will be taken up, which needs the tools. */
  resumes?: boolean;
}

/** A live widget, and the function that has its element begin anew. */
export interface Begun {
  made: Live;
  again: () => void;
}

/** What a live element is made of. */
export interface Made {
  element: HTMLElement;
  widget: WidgetProgram;
  load: Load;
  files: Files;
  tools: ToolsProgram | undefined;
  json: string;
  packed: Uint8Array | undefined;
  words: Speech | undefined;
  /** Keeps the history of an element that has left the page, for when it is back. */
  keep: (history: Uint8Array) => void;
}

/** What reading the content of elements takes. */
export interface Within {
  files: Files;
  live: Map<HTMLElement, Begun>;
  reader: () => Promise<TablesProgram>;
  watch: (element: HTMLElement, act: (all: MutationRecord[]) => void) => MutationObserver;
  /** What selects a chart in JSON in an element. */
  own: string;
  /** Reads such a chart. */
  read: (text: string | Promise<string>) => Promise<Source>;
}
