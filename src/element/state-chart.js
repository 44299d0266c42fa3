// Defines <state-chart>. All else is fetched when an element comes near the viewport or is used.
(() => {
  const tag = "state-chart";
  if (!globalThis.customElements || customElements.get(tag)) return;
  const script = document.currentScript || document.querySelector('script[src*="state-chart.js"]');
  const base = script ? script.src : location.href;
  const file = (name) => new URL(`${tag}-${name}`, base);
  let part, near, sheet;

  // What is behind every element of the page, loaded once: all three files at the same time.
  const load = () =>
    (part ||= (() => {
      const program = [import(file("widget.js")), fetch(file("widget_bg.wasm"))];
      for (const part of program) part.catch(() => {});
      return import(file("element.js")).then(
        (it) => it.default(base, ...program),
        (error) => {
          throw new Error(`${error}; put all its files beside ${base}, open the page over HTTP, not as a file, and let its origin read them (CORS)`);
        },
      );
    })());

  // Whoever opens a link to an element wants to see it, however far down it is.
  const linked = (element) => {
    const key = element.getAttribute("link");
    return key && location.hash.includes(`${encodeURIComponent(key)}=`);
  };
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
        this.attachShadow({ mode: "open" });
        this.#bare();
      }
      if (this.#widget) return;
      if (!near) {
        near = new IntersectionObserver(
          (all) => all.forEach((it) => it.isIntersecting && it.target.ready),
          { rootMargin: "400px" },
        );
        // The observer tells it after a frame; what is behind all elements can be on its way by then.
        const { top, width } = this.getBoundingClientRect();
        if (width && top < innerHeight + 400) load().catch(() => {});
      }
      near.observe(this);
      if (this.#calls.length || linked(this)) this.ready;
    }

    disconnectedCallback() {
      near?.unobserve(this);
      // A move takes the element off the page and puts it back at once.
      queueMicrotask(() => this.isConnected || this.#stop());
    }

    attributeChangedCallback(name, old, value) {
      if (old !== value && this.#ready) this.#refresh(/src|yes|no|states/.test(name));
    }

    // Several changes in one tick make one update; what says where the chart is begins anew.
    #refresh(anew) {
      if (this.#stale === undefined)
        queueMicrotask(() => {
          const stale = this.#stale;
          this.#stale = undefined;
          if (stale || this.#error) {
            this.#stop();
            if (this.isConnected) this.ready;
          } else this.#call((widget) => widget.update()).catch((error) => this.#fail(error));
        });
      this.#stale ||= anew;
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
      return this.#widget ? JSON.parse(this.#widget.chart) : (this.#chart ?? null);
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
      if (this.#error) return Promise.reject(this.#error);
      if (this.#widget) return new Promise((resolve) => resolve(act(this.#widget)));
      const called = new Promise((...ends) => this.#calls.push([act, ...ends]));
      this.ready;
      return called;
    }

    async #start() {
      try {
        const { start } = await load();
        const widget = await start(this, this.#chart, this.#tell.bind(this), (error) => {
          this.#forget(error);
          this.#bare();
          this.#fail(error);
        });
        // Whoever is not on the page yet starts when it is.
        if (!widget) this.#ready = undefined;
        else if (this.#widget !== widget) {
          this.#widget = widget;
          near.unobserve(this);
          for (const [act, resolve] of this.#calls.splice(0)) resolve(this.#call(act));
          this.#tell("ready");
        }
      } catch (error) {
        this.#fail(error);
      }
      return this;
    }

    #tell(name, detail, prepare) {
      const event = new CustomEvent(`${tag}-${name}`, { bubbles: true, composed: true, cancelable: !!prepare, detail });
      prepare?.(event);
      return this.dispatchEvent(event);
    }

    #stop() {
      this.#widget?.free();
      this.#forget(new DOMException("the element has left the page", "AbortError"));
      this.#bare();
    }

    #forget(error) {
      this.#widget = this.#ready = this.#error = undefined;
      for (const [, , reject] of this.#calls.splice(0)) reject(error);
    }

    // The element's own content, and nothing else.
    #bare() {
      // One sheet for all: setting its rules again would restyle every element that has it.
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(":host{display:block}:host([hidden]){display:none}");
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.shadowRoot.replaceChildren(document.createElement("slot"));
      for (const part of this.children) if (part.slot === `${tag}-replaced`) part.removeAttribute("slot");
    }

    #fail(error) {
      if (!this.#widget) this.#error = error;
      for (const [, , reject] of this.#calls.splice(0)) reject(error);
      const { message, problems = [message] } = error;
      this.#tell("error", { message, problems });
      console.error(`${tag}: ${message}`, this);
    }
  }

  customElements.define(tag, StateChart);
})();
