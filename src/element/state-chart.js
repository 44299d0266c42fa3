// Defines <state-chart>. The wasm is fetched when an element comes near the viewport or is used.
(() => {
  const tag = "state-chart";
  if (!globalThis.customElements || customElements.get(tag)) return;
  const script = document.currentScript || document.querySelector('script[src*="state-chart.js"]');
  const base = script ? script.src : location.href;

  const text = async (src) => {
    const url = new URL(src, document.baseURI);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`state-chart: ${url} answered ${answer.status}`);
    return answer.text();
  };

  let near;
  const watch = (element) => {
    near ||= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) target.ready;
      },
      { rootMargin: "400px" },
    );
    near.observe(element);
  };

  // Whoever opens a link to an element wants to see it, however far down it is.
  const linked = (element) => {
    const key = element.getAttribute("link");
    return key && location.hash.includes(`${encodeURIComponent(key)}=`);
  };
  addEventListener("hashchange", () => {
    for (const element of document.querySelectorAll(tag)) if (linked(element)) element.ready;
  });

  class StateChart extends HTMLElement {
    static observedAttributes = ["src", "state", "duration", "parts", "link"];

    // The module behind every element of the page, loaded once.
    static load() {
      this.module ||= import(new URL("state-chart-widget.js", base)).then(async (module) => {
        await module.default({ module_or_path: new URL("state-chart-widget_bg.wasm", base) });
        return module;
      });
      return this.module;
    }

    #widget;
    #ready;
    #stale;
    #set = [];

    connectedCallback() {
      for (const name of ["state"]) {
        // Set before the tag was defined: the setter has not seen it.
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      if (!this.#widget) watch(this);
      if (linked(this)) this.ready;
    }

    disconnectedCallback() {
      near?.unobserve(this);
      // A move takes the element off the page and puts it back at once.
      queueMicrotask(() => {
        if (!this.isConnected) this.#stop();
      });
    }

    attributeChangedCallback(name, old, value) {
      if (old === value || !this.#ready) return;
      if (name === "src") this.#stale = "src";
      this.#stale ||= "any";
      queueMicrotask(() => {
        const stale = this.#stale;
        this.#stale = undefined;
        if (stale === "src") {
          this.#stop();
          if (this.isConnected) this.ready;
        } else if (stale) {
          try {
            this.#widget?.update();
          } catch (error) {
            this.#fail(error);
          }
        }
      });
    }

    /** A promise of this element, once it can be used. */
    get ready() {
      return (this.#ready ||= this.#start());
    }

    get state() {
      return this.#widget ? this.#widget.state : this.#set.length ? this.#set.at(-1) : this.getAttribute("state");
    }

    set state(name) {
      if (this.#widget) this.#widget.state = name;
      else this.#set.push(name);
    }

    can(operation) {
      return this.#widget ? this.#widget.can(operation) : false;
    }

    async perform(name, options) {
      return (await this.#live()).perform(name, options);
    }

    async undo() {
      return (await this.#live()).undo();
    }

    async redo() {
      return (await this.#live()).redo();
    }

    async #live() {
      await this.ready;
      if (!this.#widget) throw new DOMException("the element is not on the page", "AbortError");
      return this.#widget;
    }

    async #start() {
      try {
        const src = this.getAttribute("src");
        const [module, json] = await Promise.all([StateChart.load(), src ? text(src) : undefined]);
        if (this.isConnected && !this.#widget) {
          this.#widget = module.attach(this, json);
          near?.unobserve(this);
          for (const name of this.#set.splice(0)) this.#widget.state = name;
          this.dispatchEvent(new CustomEvent("state-chart-ready", { bubbles: true, composed: true }));
        }
      } catch (error) {
        this.#fail(error);
      }
      return this;
    }

    #stop() {
      this.#widget?.free();
      this.#widget = this.#ready = undefined;
    }

    #fail(error) {
      const detail = { message: error.message, problems: error.problems || [error.message] };
      console.error(error.message);
      this.dispatchEvent(new CustomEvent("state-chart-error", { bubbles: true, composed: true, detail }));
    }
  }

  customElements.define(tag, StateChart);
})();
