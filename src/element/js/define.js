// Defines <state-chart>. All else is fetched when an element comes near the viewport or is used.

/**
 * Where the other files are.
 * @typedef {object} Files
 * @property {string} place What an author is told to put the files beside.
 * @property {(name: string) => Promise<any>} script The script of this name.
 * @property {(name: string) => Promise<Response>} wasm The module of the program of this name.
 */

/** @param {Files} files */
export const define = (files) => {
  const tag = "state-chart";
  if (!globalThis.customElements || customElements.get(tag)) return;
  const parts = {};
  // A program is asked for both its files at once; whoever waits for them tells why one did not come.
  const program = (name) => {
    const both = () => [files.script(name), files.wasm(name)].map((it) => (it.catch(() => {}), it));
    return (parts[name] ||= both());
  };
  let part, near, sheet;

  // What is behind every element of the page, loaded once, all of it at the same time: with it, what
  // reads the chart of this one.
  const load = (element, chart) => {
    program("widget");
    const json = chart || element.getAttribute("src");
    const own = json || element.querySelector("table,script");
    if (own) program(own.rows ? "tables" : "json");
    return (part ||= files.script("element").then(
      (it) => it.default(files, program, parts),
      (error) => {
        throw Error(`${error}; put its files beside ${files.place}, open the page over HTTP, not as a file, and let its origin read them (CORS)`);
      },
    ));
  };

  // Whoever opens a link to an element wants to see it, however far down it is.
  const linked = ({ link }) => link && location.hash.includes(`${encodeURIComponent(link)}=`);
  addEventListener("hashchange", () => {
    for (const element of document.querySelectorAll(tag)) if (linked(element)) element.ready;
  });

  class StateChart extends HTMLElement {
    static observedAttributes = ["src", "state", "duration", "parts", "yes", "no", "states", "link"];

    static {
      const own = StateChart.prototype;
      for (const name of ["perform", "undo", "redo", "startOver", "select", "save", "restore", "export"])
        own[name] = function (...given) {
          return this.#call((widget) => widget[name](...given));
        };
      for (const name of this.observedAttributes)
        if (name !== "state")
          Object.defineProperty(own, name, {
            get() {
              return this.getAttribute(name);
            },
            set(value) {
              value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
            },
            enumerable: true,
            configurable: true,
          });
    }

    #widget;
    #begun;
    #ready;
    #stale = 0;
    #chart;
    #error;
    #told;
    #calls = [];

    connectedCallback() {
      // Set before the tag was defined: the setters have not seen it.
      for (const name of Object.keys(this))
        if (name in StateChart.prototype) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      if (!this.shadowRoot) {
        this.attachShadow({ mode: "open" });
        this.#bare();
      }
      if (this.#widget) return;
      // The observer tells it after a frame; what is behind all elements can be on its way by then.
      const box = !near && this.getBoundingClientRect();
      near ||= new IntersectionObserver(
        (all) => {
          for (const it of all) if (it.isIntersecting) it.target.ready;
        },
        { rootMargin: "400px" },
      );
      near.observe(this);
      if (this.#calls.length || linked(this) || (box.width && box.top < innerHeight + 400)) this.#begin();
    }

    disconnectedCallback() {
      // A move takes the element off the page and puts it back at once.
      queueMicrotask(() => this.isConnected || this.#stop());
    }

    attributeChangedCallback(name, old, value) {
      if (old !== value && this.#begun) this.#refresh(/^(src|yes|no|states)$/.test(name));
    }

    // Several changes in one tick make one update; what says where the chart is begins anew.
    #refresh(anew) {
      this.#stale ||= queueMicrotask(() => {
        if (this.#stale > 1) this.#stop();
        else this.#widget?.update().catch((error) => this.#fail(error));
        this.#stale = 0;
        this.#serve();
      }) ?? 1;
      if (anew || this.#error) {
        this.#stale = 2;
        this.#ready = undefined;
      }
    }

    /** A promise of this element, once it can be used. Where it cannot, asking anew tries anew. */
    get ready() {
      if (this.#error) this.#refresh(true);
      return (this.#ready ||= this.#call(() => this));
    }

    get state() {
      return this.#widget ? this.#widget.state : this.getAttribute("state");
    }

    set state(name) {
      if (this.#widget) this.#widget.state = name;
      else this.#call((widget) => (widget.state = name)).catch((error) => this.#widget && this.#fail(error));
    }

    get chart() {
      return this.#widget ? JSON.parse(this.#widget.chart) : (this.#chart ?? null);
    }

    set chart(chart) {
      this.#chart = chart;
      if (this.#begun) this.#refresh(true);
    }

    can(operation) {
      return !!this.#widget?.can(operation);
    }

    // At once where the widget is there and nothing else is asked of it, else once it is.
    #call(act) {
      let ends;
      const called = new Promise((...both) => (ends = both));
      this.#calls.push([called, act, ...ends]);
      if (!this.#stale) this.#serve();
      return called;
    }

    // Does what was called for, tells why it cannot be, or begins.
    #serve() {
      const error = this.#error;
      if (!error && !this.#widget) return this.#begin();
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
      // Whoever is not on the page yet begins when it is.
      if (this.#begun || !this.isConnected) return;
      const begun = (this.#begun = {});
      near.unobserve(this);
      try {
        const { start } = await load(this, this.#chart);
        const attach = await start(this, this.#chart, () => this.#refresh(true));
        // What was asked for since has a start of its own.
        if (this.#begun !== begun) return;
        this.#widget = attach();
        this.#told = undefined;
        this.#serve();
        this.#tell("ready");
      } catch (error) {
        if (this.#begun === begun) this.#fail(error);
      }
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`${tag}-${name}`, { bubbles: true, composed: true, detail }));
    }

    #stop() {
      this.#widget?.free();
      this.#widget = this.#begun = this.#ready = this.#error = undefined;
      this.#bare();
    }

    // The element's own content, and nothing else.
    #bare() {
      // One sheet for all: setting its rules again would restyle every element that has it.
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(":host(:not([hidden])){display:block}");
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    }

    #fail(error) {
      if (!this.#widget) this.#error = error;
      this.#serve();
      const { message, problems = [message] } = error;
      if (this.#told === message) return;
      this.#told = message;
      this.#tell("error", { message, problems });
      console.error(`${tag}: ${message}`, this);
    }
  }

  customElements.define(tag, StateChart);
};
