// Runs in each measured page before its own scripts: watches without taking part. Must not name anything outside.
//
// The page itself tells when it has come to rest, by the binding `tell`: whoever asked it meanwhile would slow it down,
// and most of all those who take longest.

/** Waits for `count` elements. One that has `summary` in it is opened as soon as that is there; what is waited for is the picture then. */
export function watch({ count, summary }) {
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

  // Those that wait to come into view are asked to start, all at once. One alone is in view; to ask it would be a start
  // that no reader makes.
  if (count > 1) {
    addEventListener("DOMContentLoaded", async () => {
      await customElements.whenDefined("state-chart");
      for (const element of document.querySelectorAll("state-chart")) element.load?.();
    });
  }

  const rest = () => {
    const files = performance.getEntriesByType("resource");
    const seen = {
      usable: Math.max(...bench.usable),
      shown: Math.max(...bench.shown),
      blocked: bench.long.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      bytes: files.reduce((sum, file) => sum + file.encodedBodySize, 0),
      fetches: files.map((file) => file.name.split("/").at(-1)),
    };
    tell(JSON.stringify(seen));
  };
  const shown = () => {
    bench.shown.push(performance.now());
    if (bench.shown.length === count) requestIdleCallback(() => setTimeout(rest, 150));
  };

  // An element is shown once the frame is done that has it. It is usable once its shadow root has a button that can be
  // pressed, or a picture. Only the outermost nodes are observed, so that a contender that fills a node on the page is
  // not slowed by it.
  const wanted = summary ? "svg" : "button[data-operation]:enabled, svg";
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    let opened = !summary;
    const look = new MutationObserver((records) => {
      if (root.querySelector(wanted)) {
        look.disconnect();
        bench.usable.push(performance.now());
        requestAnimationFrame(() => setTimeout(shown));
        return;
      }
      const opener = !opened && root.querySelector(summary);
      if (opener) {
        opened = true;
        look.observe(opener.parentNode, { childList: true, subtree: true });
        opener.click();
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

  /**
   * Does `act`, and waits until what is `css` is there and the frame with it is done: the time that took, and the longest
   * that the page could do nothing else meanwhile. It is asked by timers, so that 4 ms are nothing.
   */
  bench.ask = (root, css, act) =>
    new Promise((done) => {
      const began = performance.now();
      let last = began;
      let longest = 0;
      let over = false;
      const pulse = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (over) done({ time: over - began, longest });
        else setTimeout(pulse);
      };
      const look = () => {
        if (root.querySelector(css)) setTimeout(() => (over = performance.now()));
        else requestAnimationFrame(look);
      };
      setTimeout(pulse);
      requestAnimationFrame(look);
      act();
    });

  /** Waits until the frame is done that is under way. */
  bench.frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
