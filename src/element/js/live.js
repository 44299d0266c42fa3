// One element's widget, with what other programs add to it.

/** @import { Guide, Made, Widget } from "./programs.js" */
/** @import { End, Operate, PerformOptions } from "./types.js" */

export class Live {
  #from;
  /** @type {Widget} */
  #made;
  /** @type {Guide | undefined} */
  #guide;
  #end;
  #ended = new AbortController();
  /** Called when the widget ends. @type {(() => void)[]} */
  #ends = [];
  #isAbandoned = false;
  /** Called after each scenario that was restored. @type {(() => void) | undefined} */
  onrestore;

  /**
   * @param {Made} from The element and its chart, the program `widget`, and what loads others.
   * @param {() => void} end Called when the widget ends.
   */
  constructor(from, end) {
    this.#from = from;
    this.#end = end;
    const { element, widget, packed, tools, words } = from;
    if (tools) this.#guide = new tools.Guide(this.packed, words);
    const want = () => {
      this.#equip().catch(({ message }) => this.#isOver || this.#made.equip(undefined, message));
    };
    this.#made = widget.attach(element, packed, this.#operate.bind(this), want, this.#guide, words);
    element.shadowRoot?.addEventListener("toggle", (event) => this.#open(event), {
      capture: true,
      signal: this.#ended.signal,
    });
  }

  get #isOver() {
    return this.#ended.signal.aborted;
  }

  /** The text of its chart. */
  get chart() {
    return this.#from.json;
  }

  /** Its chart in the compact form. */
  get packed() {
    return (this.#from.packed ||= this.#from.widget.builtInPacked());
  }

  /** The words of its language; undefined is English. */
  get words() {
    return this.#from.words;
  }

  get state() {
    return this.#made.state;
  }

  set state(name) {
    this.#made.state = name;
  }

  /** @param {string} operation */
  can(operation) {
    return this.#made.can(operation);
  }

  /** @param {string} name @param {PerformOptions} [options] */
  perform(name, options) {
    return this.#made.perform(name, options);
  }

  /** @param {string | null} state @param {string} [operation] */
  select(state, operation) {
    this.#made.select(state, operation);
  }

  undo() {
    return this.#made.undo();
  }

  redo() {
    return this.#made.redo();
  }

  startOver() {
    return this.#made.startOver();
  }

  async save() {
    await this.#equip();
    return this.#made.save();
  }

  /** @param {string} text */
  async restore(text) {
    await this.#equip();
    this.#made.restore(text);
    this.onrestore?.();
  }

  /** Goes where a scenario leads, at once: its guide has to be there. @param {string} text */
  resume(text) {
    this.#made.restore(text);
  }

  async update() {
    const { element } = this.#from;
    if (element.hasAttribute("link"))
      await this.#equip().catch(({ message }) => console.error(`state-chart: link: ${message}`, element));
    if (!this.#isOver) this.#made.update();
  }

  /** @param {string} format */
  async export(format) {
    return (await this.#from.load("tools")).write(this.packed, format);
  }

  /**
   * Calls `shown` with the widget; what it returns is called when the widget ends.
   * @param {((made: Live) => () => void) | undefined} shown
   */
  show(shown) {
    const end = shown?.(this);
    if (end) this.#ends.push(end);
  }

  /** After a trap no function of the programs may be called any more, not even to free the widget. */
  abandon() {
    this.#isAbandoned = true;
  }

  /** Goes on where the element was when it left the page. @param {Uint8Array} history */
  goOn(history) {
    this.#made.resume(history);
    this.onrestore?.();
  }

  /** @param {boolean} [isAway] Whether the element has left the page, and may come back. */
  free(isAway) {
    this.#end();
    this.#ended.abort();
    for (const end of this.#ends) end();
    if (this.#isAbandoned) return;
    if (isAway) this.#from.keep(this.#made.history());
    this.#made.free();
    this.#guide?.free();
  }

  // Gives the widget its guide: what answers about ways is fetched when somebody asks.
  async #equip() {
    const { Guide } = await this.#from.load("tools");
    if (this.#guide || this.#isOver) return;
    this.#guide = new Guide(this.packed, this.#from.words);
    this.#made.equip(this.#guide);
  }

  /**
   * Asks the page whether an operation may begin: 0 is no, 1 is yes, 2 is that the page carries it out itself.
   * @param {Operate} detail
   * @param {number} run
   */
  #operate(detail, run) {
    /** @type {Promise<End | void>[]} */
    const waits = [];
    const event = new CustomEvent("state-chart-operate", { bubbles: true, composed: true, cancelable: true, detail });
    Object.assign(event, { waitUntil: (/** @type {Promise<End | void>} */ wait) => waits.push(wait) });
    if (!this.#from.element.dispatchEvent(event)) return 0;
    if (!waits.length) return 1;
    Promise.all(waits)
      .then((ends) => ends.at(-1), () => /** @type {End} */ ({ outcome: "failure" }))
      .then((end) => this.#isOver || this.#made.settle(run, end));
    return 2;
  }

  /** Fills a section when it is opened for the first time. @param {Event} event */
  async #open(event) {
    const target = /** @type {HTMLDetailsElement} */ (event.target);
    if (!target.open || !target.dataset.place || target.dataset.filled) return;
    target.dataset.filled = "";
    const { element, files, load } = this.#from;
    try {
      const [{ default: fill }, tools] = await Promise.all([files.script("sections"), load("tools"), this.#equip()]);
      if (!this.#isOver) this.#ends.push(fill(element, this, tools, target));
    } catch (error) {
      const place = target.querySelector(".place");
      if (place) Object.assign(place, { lang: "en", textContent: /** @type {Error} */ (error).message });
      // Opened again, it tries again.
      delete target.dataset.filled;
    }
  }
}
