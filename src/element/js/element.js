// The class of <state-chart>: what a page can ask of an element, kept until there is a widget that answers.

/** @import { Live } from "./live.js" */
/** @import { Chart, PerformOptions, Refusal, Step } from "./types.js" */

import { isLinked, load } from "./load.js";

// On a server there are no elements, and yet a module that imports this can be read there.
const Parent = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object);

/** @type {IntersectionObserver | undefined} */
let near;
/** One sheet for all elements of a height: a sheet of its own would restyle each. @type {{ [height: number]: CSSStyleSheet }} */
const sheets = {};
/** The errors that the console has already: one that all elements share is told once. @type {WeakSet<object>} */
const told = new WeakSet();

/**
 * A state × operation table of a documentation page as a grid to click, ask and try.
 *
 * @tag state-chart
 *
 * @slot - The tables that the chart is read from; they are shown until the widget is there.
 *
 * @fires {StateChartOperateEvent} state-chart-operate - An operation is about to begin; cancel it, or carry it out and give `waitUntil` a promise of its end.
 * @fires {CustomEvent<Step>} state-chart-operated - An operation or event has ended.
 * @fires {CustomEvent<Refusal>} state-chart-refused - An operation or event was refused, and nothing has changed.
 * @fires {CustomEvent<Selection | null>} state-chart-select - The reader asked about a cell; null is none.
 * @fires {CustomEvent<null>} state-chart-ready - The element can be used.
 * @fires {CustomEvent<Problems>} state-chart-error - There is no widget, for these reasons; the element shows its own content.
 *
 * @cssprop {<color>} --state-chart-ink - Text.
 * @cssprop {<color>} --state-chart-quiet - Text of less weight.
 * @cssprop {<color>} --state-chart-paper - The ground.
 * @cssprop {<color>} --state-chart-tint - The ground of headers.
 * @cssprop {<color>} --state-chart-line - Lines between cells.
 * @cssprop {<color>} --state-chart-edge - Edges of buttons and fields.
 * @cssprop {<color>} --state-chart-accent - Focus, links and the main button.
 * @cssprop {<color>} --state-chart-on-accent - Text on the accent.
 * @cssprop {<color>} --state-chart-here - The ground of the row of the current state.
 * @cssprop {<color>} --state-chart-good - Allowed, and success.
 * @cssprop {<color>} --state-chart-bad - Not allowed, and failure.
 * @cssprop {<color>} --state-chart-maybe - Allowed under a condition.
 * @cssprop {<length>} --state-chart-radius - The radius of corners.
 * @cssprop {<'font'>} --state-chart-font - The font, in the words of the `font` property.
 *
 * @csspart card - The card: state, operations, history.
 * @csspart state - The line of the current state.
 * @csspart operations - The buttons of the operations.
 * @csspart operation - Each of them.
 * @csspart ending - The choice of how the next operation ends.
 * @csspart events - The buttons of events from outside.
 * @csspart event - Each of them.
 * @csspart history - The steps, and the buttons that go back and forth.
 * @csspart grid - The tables.
 * @csspart answer - What is said about the cell that was asked about.
 * @csspart route - “Find a way”.
 * @csspart insight - “What can I do now”.
 * @csspart diagram - The diagram.
 * @csspart export - The exports.
 */
export class StateChartElement extends Parent {
  /** @internal */
  static observedAttributes = ["src", "state", "duration", "parts", "yes", "no", "states", "link", "words"].concat("lang");

  /** @type {Live | undefined} */
  #widget;
  /** Identifies the start that began last: one that finds another here was stopped. @type {object | undefined} */
  #begun;
  /** @type {Promise<StateChartElement> | undefined} */
  #ready;
  /** What is due at the end of this tick: 0 is nothing, 1 an update of the widget, 2 a new widget. */
  #stale = 0;
  /** @type {Chart | null | undefined} */
  #chart;
  /** Why there is no widget. @type {any} */
  #error;
  /** The message of the last event `state-chart-error`. @type {string | undefined} */
  #told;
  /** The calls that wait for the widget: each its promise, what does it, and what settles the promise. @type {any[]} */
  #calls = [];
  /** Whether any of them has the widget loaded. */
  #isWanted = false;

  /** @internal */
  connectedCallback() {
    // Properties that were set before the tag was defined hide the setters.
    const own = /** @type {any} */ (this);
    for (const name of Object.keys(own))
      if (name in StateChartElement.prototype) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" });
      this.#bare();
    }
    if (this.#widget) return;
    // The observer tells after a frame that the element is near; by then, loading can have begun.
    const isFirst = !near && this.checkVisibility?.();
    near ||= new IntersectionObserver(
      (all) => {
        for (const { isIntersecting, target } of all)
          if (isIntersecting) /** @type {StateChartElement} */ (target).load();
      },
      { rootMargin: "400px" },
    );
    near.observe(this);
    if (this.#isWanted || isLinked(this) || (isFirst && this.getBoundingClientRect().top < innerHeight + 400)) this.#begin();
  }

  /** @internal */
  disconnectedCallback() {
    // A move takes the element off the page and puts it back at once.
    queueMicrotask(() => this.isConnected || this.#stop(true));
  }

  /** @internal @param {string} name @param {string | null} old @param {string | null} value */
  attributeChangedCallback(name, old, value) {
    if (old !== value && this.#begun) this.#refresh(/^(src|yes|no|states|words|lang)$/.test(name));
  }

  /** The address of a chart in JSON. @type {string | null} @attr */
  get src() {
    return this.getAttribute("src");
  }

  set src(value) {
    this.#set("src", value);
  }

  /** How long an operation runs, in milliseconds; 900 by default, 0 is at once. @type {number | null} @attr */
  get duration() {
    const value = this.getAttribute("duration");
    return value === null ? value : Number(value);
  }

  set duration(value) {
    this.#set("duration", value);
  }

  /** Which parts to show, separated by spaces; all by default. @type {string | null} @attr */
  get parts() {
    return this.getAttribute("parts");
  }

  set parts(value) {
    this.#set("parts", value);
  }

  /** What stands for allowed in the tables, where it is none of the usual marks and words. @type {string | null} @attr */
  get yes() {
    return this.getAttribute("yes");
  }

  set yes(value) {
    this.#set("yes", value);
  }

  /** What stands for not allowed in the tables, where it is none of the usual marks and words. @type {string | null} @attr */
  get no() {
    return this.getAttribute("no");
  }

  set no(value) {
    this.#set("no", value);
  }

  /** Where the states stand in the tables; found out by default. @type {"rows" | "columns" | null} @attr */
  get states() {
    return /** @type {any} */ (this.getAttribute("states"));
  }

  set states(value) {
    this.#set("states", value);
  }

  /** The element's key in the fragment of the address; without it the address is never touched. @type {string | null} @attr */
  get link() {
    return this.getAttribute("link");
  }

  set link(value) {
    this.#set("link", value);
  }

  /** The address of a JSON file with words of the widget, by their keys. @type {string | null} @attr */
  get words() {
    return this.getAttribute("words");
  }

  set words(value) {
    this.#set("words", value);
  }

  /** The name of the state in which the service is; null is no service. @type {string | null} @attr */
  get state() {
    return this.#widget ? this.#widget.state : this.getAttribute("state");
  }

  set state(name) {
    if (this.#widget) this.#widget.state = name;
    else this.#call((widget) => (widget.state = name)).catch((error) => this.#widget && this.#fail(error));
  }

  /** The chart that is shown, in version 1 of the JSON format; set it to show another. @type {Chart | null} */
  get chart() {
    return this.#widget ? JSON.parse(this.#widget.chart) : (this.#chart ?? null);
  }

  set chart(chart) {
    this.#chart = chart;
    if (this.#begun) this.#refresh(true);
  }

  /**
   * A promise of the element, once it can be used; rejected with the error where there is no widget. It loads nothing.
   * @type {Promise<StateChartElement>}
   */
  get ready() {
    return (this.#ready ||= this.#wait(() => this));
  }

  /**
   * Loads the widget, wherever the element is on the page; where that has failed, tries again.
   * @returns {Promise<StateChartElement>} Once it can be used.
   */
  load() {
    if (this.#error) this.#refresh(true);
    return this.#call(() => this);
  }

  /**
   * Whether the operation would begin now; false as long as the widget is not there.
   * @param {string} operation The name of an operation.
   * @returns {boolean}
   */
  can(operation) {
    return !!this.#widget?.can(operation);
  }

  /**
   * Performs an operation, and promises the step that it was, or why it was refused.
   * @param {string} name The name of an operation, or of an event from outside.
   * @param {PerformOptions} [options] How it ends.
   * @returns {Promise<Step | Refusal>}
   */
  perform(name, options) {
    return this.#call((widget) => widget.perform(name, options));
  }

  /**
   * Takes the last step back; whether there was one.
   * @returns {Promise<boolean>}
   */
  undo() {
    return this.#call((widget) => widget.undo());
  }

  /**
   * Takes the step again that was undone last; whether there was one.
   * @returns {Promise<boolean>}
   */
  redo() {
    return this.#call((widget) => widget.redo());
  }

  /**
   * Takes all steps back; whether there was one.
   * @returns {Promise<boolean>}
   */
  startOver() {
    return this.#call((widget) => widget.startOver());
  }

  /**
   * Asks about a cell, as a click on it does; performs nothing.
   * @param {string | null} state The name of a state; null selects nothing.
   * @param {string} [operation] The name of an operation.
   * @returns {Promise<void>}
   */
  select(state, operation) {
    return this.#call((widget) => widget.select(state, operation));
  }

  /**
   * The history as a line of text, such as `Active; Stop!; Restart`.
   * @returns {Promise<string>}
   */
  save() {
    return this.#call((widget) => widget.save());
  }

  /**
   * Takes the steps of a saved history, in place of those so far.
   * @param {string} text What `save` gave.
   * @returns {Promise<void>}
   */
  restore(text) {
    return this.#call((widget) => widget.restore(text));
  }

  /**
   * The chart as text in another format; what writes it is loaded when it is asked for.
   * @param {string} format The name of a format.
   * @returns {Promise<string>}
   */
  export(format) {
    return this.#call((widget) => widget.export(format));
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, `${value}`);
  }

  /** Several changes in one tick make one update. @param {boolean} anew Whether a new widget is due, as for another chart. */
  #refresh(anew) {
    if (!this.#stale) {
      this.#stale = 1;
      queueMicrotask(() => {
        if (this.#stale > 1) this.#stop();
        else this.#widget?.update().catch((error) => this.#fail(error));
        this.#stale = 0;
        if (this.#widget || this.#error) this.#serve();
        else this.#begin();
      });
    }
    if (anew || this.#error) {
      this.#stale = 2;
      this.#ready = undefined;
    }
  }

  /**
   * Calls `act` with the widget: at once where it is there and no update is due, else once it is.
   * @template T
   * @param {(widget: Live) => T | Promise<T>} act
   * @returns {Promise<T>}
   */
  #wait(act) {
    /** @type {any} */
    let ends;
    const called = new Promise((...both) => (ends = both));
    this.#calls.push([called, act, ...ends]);
    if (!this.#stale && (this.#widget || this.#error)) this.#serve();
    return /** @type {Promise<any>} */ (called);
  }

  /**
   * The same, and loads the widget.
   * @template T
   * @param {(widget: Live) => T | Promise<T>} act
   */
  #call(act) {
    this.#isWanted = true;
    const called = this.#wait(act);
    if (!this.#stale) this.#begin();
    return called;
  }

  // Answers the calls that wait, with the error where there is one.
  #serve() {
    const error = this.#error;
    for (const [called, act, resolve, reject] of this.#calls.splice(0))
      try {
        if (error) throw error;
        resolve(act(this.#widget));
      } catch (failure) {
        // The console has it already.
        if (error) called.catch(() => {});
        reject(failure);
      }
  }

  async #begin() {
    // An element that is not on the page yet begins when it is.
    if (this.#begun || !this.isConnected) return;
    const begun = (this.#begun = {});
    this.#isWanted = false;
    near?.unobserve(this);
    try {
      const { start } = await load(this, this.#chart);
      const attach = await start(this, this.#chart, () => this.#refresh(true));
      // In the meantime it was stopped, or another start has begun.
      if (this.#begun !== begun) return;
      this.#widget = attach();
      this.#told = undefined;
      this.#serve();
      this.#tell("ready", null);
    } catch (error) {
      if (this.#begun === begun) this.#fail(error);
    }
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`state-chart-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** @param {boolean} [isAway] Whether the element has left the page. */
  #stop(isAway) {
    this.#widget?.free(isAway);
    this.#widget = this.#begun = this.#ready = this.#error = undefined;
    this.#bare();
  }

  /** Keeps a place of so many `em` for the widget. @param {number} height */
  #keep(height) {
    const text = `:host(:not([hidden])){display:block;margin-block:1em;min-height:min(${height}em,100vh)}`;
    if (!sheets[height]) (sheets[height] = new CSSStyleSheet()).replaceSync(text);
    // The first sheet is that of the place; those of the widget follow.
    /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets[0] = sheets[height];
  }

  // Shows the element's own content, in as much place as the widget will take: what follows it would move otherwise.
  #bare() {
    const slot = document.createElement("slot");
    const measure = () => {
      if (this.#widget || this.#error) return;
      const parts = this.parts || "grid card route insight diagram export";
      const rows = this.querySelector("table")?.rows.length || this.textContent.split('"states"').length;
      let height = 0;
      // `history` and `events`, the names with a y or a v, are in the card.
      for (const part of parts.split(/[\s,]+/))
        height += part === "grid" ? (rows > 1 ? rows : this.src ? 6 : 16) * 2 : part === "card" ? 17 : /y|v/.test(part) ? 0 : 4;
      this.#keep(height);
    };
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    root.adoptedStyleSheets = [];
    root.replaceChildren(slot);
    // While the page is being parsed, rows are still added.
    slot.onslotchange = measure;
    measure();
  }

  /** @param {any} error */
  #fail(error) {
    if (!this.#widget) {
      this.#error = error;
      this.#keep(0);
      if (this.getClientRects().length && !this.offsetHeight)
        this.shadowRoot?.append(Object.assign(document.createElement("p"), { lang: "en", textContent: "The chart cannot be shown." }));
    }
    this.#serve();
    const { message, problems = [message] } = error;
    if (this.#told === message) return;
    this.#told = message;
    this.#tell("error", { message, problems });
    if (!told.has(error)) console.error(`state-chart: ${message}`, this);
    told.add(error);
  }
}
