// One element's widget, with what other programs add to it.

export class Live {
  #from;
  #made;
  #guide;
  #end;
  #ended = new AbortController();
  #ends = [];
  #isAbandoned = false;
  /** Called after each scenario that was restored. */
  onrestore;

  /**
   * `from` is the element and its chart, the program `widget`, and what loads others. `end` is called at the end.
   */
  constructor(from, end) {
    this.#from = from;
    this.#end = end;
    const { element, widget, packed, tools } = from;
    if (tools) this.#guide = new tools.Guide(this.packed);
    const want = () => this.#equip().catch(({ message }) => this.#isOver || this.#made.equip(undefined, message));
    this.#made = widget.attach(element, packed, this.#operate.bind(this), want, this.#guide);
    element.shadowRoot.addEventListener("toggle", (event) => this.#open(event), {
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

  get state() {
    return this.#made.state;
  }

  set state(name) {
    this.#made.state = name;
  }

  can(operation) {
    return this.#made.can(operation);
  }

  perform(name, options) {
    return this.#made.perform(name, options);
  }

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

  async restore(text) {
    await this.#equip();
    this.#made.restore(text);
    this.onrestore?.();
  }

  /** Goes where a scenario leads, at once: its guide has to be there. */
  resume(text) {
    this.#made.restore(text);
  }

  async update() {
    const { element } = this.#from;
    if (element.hasAttribute("link"))
      await this.#equip().catch(({ message }) => console.error(`state-chart: link: ${message}`, element));
    if (!this.#isOver) this.#made.update();
  }

  async export(format) {
    return (await this.#from.load("tools")).write(this.packed, format);
  }

  /** Has `shown` told that the widget is there; what it answers is called at the end. */
  show(shown) {
    const end = shown?.(this);
    if (end) this.#ends.push(end);
  }

  /** The programs have stopped: nothing of theirs may be called any more. */
  abandon() {
    this.#isAbandoned = true;
  }

  free() {
    this.#end();
    this.#ended.abort();
    for (const end of this.#ends) end();
    if (this.#isAbandoned) return;
    this.#made.free();
    this.#guide?.free();
  }

  // Gives the widget its guide: what answers about ways is fetched when somebody asks.
  async #equip() {
    const { Guide } = await this.#from.load("tools");
    if (this.#guide || this.#isOver) return;
    this.#guide = new Guide(this.packed);
    this.#made.equip(this.#guide);
  }

  // Asks the page: 0 is no, 1 is yes, 2 is that the page carries it out itself.
  #operate(detail, run) {
    const waits = [];
    const event = new CustomEvent("state-chart-operate", { bubbles: true, composed: true, cancelable: true, detail });
    event.waitUntil = (wait) => waits.push(wait);
    if (!this.#from.element.dispatchEvent(event)) return 0;
    if (!waits.length) return 1;
    Promise.all(waits)
      .then((ends) => ends.at(-1), () => ({ outcome: "failure" }))
      .then((end) => this.#isOver || this.#made.settle(run, end));
    return 2;
  }

  // Fills a section when it is first opened.
  async #open({ target }) {
    if (!target.open || !target.dataset.place || target.dataset.filled) return;
    target.dataset.filled = "";
    const { element, files, load } = this.#from;
    try {
      const [{ default: fill }, tools] = await Promise.all([files.script("sections"), load("tools"), this.#equip()]);
      if (!this.#isOver) this.#ends.push(fill(element, this, tools, target));
    } catch ({ message }) {
      target.querySelector(".place").textContent = message;
    }
  }
}
