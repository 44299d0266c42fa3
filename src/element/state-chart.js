// Defines <state-chart>. The wasm is fetched when an element comes near the viewport or is used.
(() => {
  const tag = "state-chart";
  if (!globalThis.customElements || customElements.get(tag)) return;
  const script = document.currentScript || document.querySelector('script[src*="state-chart.js"]');
  const base = script ? script.src : location.href;
  const file = (name) => new URL(name, base);
  // Attributes that say where the chart is and how to read it; the others change what is shown.
  const sources = ["src", "yes", "no", "states"];
  const live = new Set();
  let module, near, sheet;

  // The module behind every element of the page, loaded once.
  const load = () =>
    (module ||= (async () => {
      const wasm = fetch(file("state-chart-widget_bg.wasm"));
      wasm.catch(() => {});
      const loaded = await import(file("state-chart-widget.js"));
      await loaded.default({ module_or_path: wasm });
      return loaded;
    })().catch(async (error) => {
      throw await why(error);
    }));

  const why = async (error) => {
    if (location.protocol === "file:")
      return new Error("a page that is opened as a file cannot load WebAssembly; open it over HTTP, from any web server");
    const found = await import(file("state-chart-diagnosis.js")).then((it) => it.default(base, error), () => "");
    return new Error(found || `${base}: ${error}`);
  };

  const text = async (src) => {
    const url = new URL(src, document.baseURI);
    const answer = await fetch(url).catch((error) => ({ status: error }));
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}; the chart that src names is not there`);
    return answer.text();
  };

  const watch = (element) => {
    near ||= new IntersectionObserver(
      (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.ready),
      { rootMargin: "400px" },
    );
    near.observe(element);
  };

  // After a trap nothing in the wasm can be trusted: every element shows its own content again.
  const trapped = ({ error, reason = error }) => {
    if (!(reason instanceof WebAssembly.RuntimeError) || !/state-chart-widget/.test(reason.stack)) return;
    module = Promise.reject(new Error("the widget has stopped by a fault of its own; reload the page to use it again"));
    module.catch(async (error) => {
      for (const element of [...live]) element.lost(error);
    });
  };
  addEventListener("error", trapped);
  addEventListener("unhandledrejection", trapped);

  class StateChart extends HTMLElement {
    static observedAttributes = ["src", "state", "duration", "parts", "yes", "no", "states", "link"];
    #widget;
    #ready;
    #stale;
    #chart;
    #error;
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
        sheet ||= new CSSStyleSheet();
        sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");
        this.attachShadow({ mode: "open" });
        this.#bare();
      }
      if (!this.#widget) watch(this);
      if (this.#calls.length) this.ready;
    }

    disconnectedCallback() {
      near?.unobserve(this);
      // A move takes the element off the page and puts it back at once.
      queueMicrotask(() => this.isConnected || this.#stop());
    }

    attributeChangedCallback(name, old, value) {
      if (old === value || !this.#ready) return;
      this.#refresh(sources.includes(name));
    }

    // Several changes in one tick make one update.
    #refresh(whole) {
      if (this.#stale === undefined)
        queueMicrotask(() => {
          const stale = this.#stale;
          this.#stale = undefined;
          if (stale) {
            this.#stop();
            if (this.isConnected) this.ready;
          } else this.#call((widget) => widget.update()).catch((error) => this.#fail(error));
        });
      this.#stale ||= whole;
    }

    /** A promise of this element, once it can be used. */
    get ready() {
      return (this.#ready ||= this.#start());
    }

    get state() {
      return this.#widget ? this.#widget.state : this.getAttribute("state");
    }

    set state(name) {
      if (this.#widget) this.#widget.state = name;
      else this.#call((widget) => (widget.state = name)).catch((error) => this.#widget && this.#fail(error));
    }

    get chart() {
      return this.#widget ? JSON.parse(this.#widget.chart()) : (this.#chart ?? null);
    }

    set chart(chart) {
      this.#chart = chart;
      if (this.#ready) this.#refresh(true);
    }

    can(operation) {
      return !!this.#widget?.can(operation);
    }

    // At once where the widget is there, else once it is.
    #call(act) {
      if (this.#widget) {
        try {
          return Promise.resolve(act(this.#widget));
        } catch (error) {
          trapped({ error });
          return Promise.reject(error);
        }
      }
      if (this.#error) return Promise.reject(this.#error);
      const called = new Promise((resolve, reject) => this.#calls.push([act, resolve, reject]));
      this.ready;
      return called;
    }

    async #start() {
      try {
        const src = this.getAttribute("src");
        const json = this.#chart ? JSON.stringify(this.#chart) : src ? text(src) : undefined;
        const [loaded, chart] = await Promise.all([load(), json]);
        // Whoever is not on the page yet starts when it is.
        if (!this.isConnected) this.#ready = undefined;
        else if (!this.#widget) {
          this.#widget = loaded.attach(this, chart, (detail, run) => this.#operate(detail, run));
          live.add(this);
          near.unobserve(this);
          for (const [act, resolve] of this.#calls.splice(0)) resolve(this.#call(act));
          this.#tell("ready");
        }
      } catch (error) {
        this.#fail(error);
      }
      return this;
    }

    // Asks the page: 0 is no, 1 is yes, 2 is that the page carries it out itself.
    #operate(detail, run) {
      const waits = [];
      if (!this.#tell("operate", detail, (event) => (event.waitUntil = (wait) => waits.push(wait)))) return 0;
      if (!waits.length) return 1;
      Promise.all(waits)
        .then((ends) => ends.at(-1), () => ({ outcome: "failure" }))
        .then((end) => this.#widget?.settle(run, end));
      return 2;
    }

    #tell(name, detail, prepare) {
      const event = new CustomEvent(`${tag}-${name}`, { bubbles: true, composed: true, cancelable: !!prepare, detail });
      prepare?.(event);
      return this.dispatchEvent(event);
    }

    #stop() {
      this.#widget?.free();
      this.#forget(new DOMException("the element is not on the page", "AbortError"));
    }

    #forget(error) {
      live.delete(this);
      this.#widget = this.#ready = this.#error = undefined;
      for (const [, , reject] of this.#calls.splice(0)) reject(error);
    }

    // The element's own content, and nothing else.
    #bare() {
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    }

    /** @private The wasm is gone; so is the widget. */
    lost(error) {
      this.#forget(error);
      this.#bare();
      this.#fail(error);
    }

    #fail(error) {
      if (!this.#widget) this.#error = error;
      for (const [, , reject] of this.#calls.splice(0)) reject(error);
      const { message, problems = [message] } = error;
      console.error(`${tag}: ${message}`, this);
      this.#tell("error", { message, problems });
    }
  }

  for (const name of ["perform", "undo", "redo", "startOver", "select", "save", "restore"])
    StateChart.prototype[name] = function (...given) {
      return this.#call((widget) => widget[name](...given));
    };

  for (const name of StateChart.observedAttributes)
    if (name !== "state")
      Object.defineProperty(StateChart.prototype, name, {
        get() {
          return this.getAttribute(name);
        },
        set(value) {
          if (value == null) this.removeAttribute(name);
          else this.setAttribute(name, value);
        },
        enumerable: true,
        configurable: true,
      });

  customElements.define(tag, StateChart);
})();
