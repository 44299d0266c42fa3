// Runs in each measured page before its own scripts: watches without taking part. Must not name anything outside.
export function watch() {
  const bench = { usable: [], shown: [], long: [], memories: new Set(), complaints: [] };
  globalThis.bench = bench;

  addEventListener("error", (event) => bench.complaints.push(event.message));
  addEventListener("unhandledrejection", (event) => bench.complaints.push(String(event.reason)));

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.long.push(duration);
  }).observe({ type: "longtask", buffered: true });

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const answer = await own.apply(WebAssembly, given);
      for (const value of Object.values((answer.instance ?? answer).exports)) {
        if (value instanceof WebAssembly.Memory) bench.memories.add(value);
      }
      return answer;
    };
  }

  // An element is shown once the frame is done that has it. It is usable once its shadow root has a button that can be pressed, or a picture. Only the
  // outermost nodes are observed, so that a contender that fills a node on the page is not slowed by it.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    const look = new MutationObserver((records) => {
      if (root.querySelector("button[data-operation]:enabled, svg")) {
        look.disconnect();
        bench.usable.push(performance.now());
        requestAnimationFrame(() => setTimeout(() => bench.shown.push(performance.now())));
        return;
      }
      for (const record of records) {
        for (const node of record.addedNodes) if (node.nodeType === 1) look.observe(node, { childList: true });
      }
    });
    look.observe(root, { childList: true });
    return root;
  };

  const quiet = (since, span, done) => {
    const wait = () => (performance.now() - since() > span ? done() : setTimeout(wait, span / 2));
    setTimeout(wait, span);
  };

  /** Presses a button: the time until the DOM is as it stays, and the records of what changed in it. */
  bench.press = (root, button) =>
    new Promise((done) => {
      let last = performance.now();
      let mutations = 0;
      const changes = new MutationObserver((records) => {
        last = performance.now();
        mutations += records.length;
      });
      changes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      const began = performance.now();
      last = began;
      button.click();
      const end = () => {
        changes.disconnect();
        done({ time: last - began, mutations });
      };
      quiet(() => last, 40, end);
    });
}
