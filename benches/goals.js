// What the widget is held to, and how near it is.
import { MANY } from "./pages.js";

const times = (ratio) => `${ratio.toFixed(2)} ×`;

/** Each goal that the samples tell of, with what was measured. */
export function goals(asked, widget) {
  const found = [];
  const add = (goal, measured, show, limit) =>
    found.push({ goal, measured: show(measured), reached: measured <= limit });
  if (asked.ran("one@1")) {
    const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
    add("downloaded to play: at most 60 KB", asked.middle("one@1", widget, "bytes"), kb, 60_000);
    const twice = Math.max(...asked.values("one@1", widget, "fetches").map((names) => names.length - new Set(names).size));
    add("no file is fetched twice", twice, (count) => `${count} are`, 0);
    for (const throttle of [1, 4, 6]) {
      const job = `one@${throttle}`;
      const ratio = (field, to) => asked.ratio(job, widget, field, to).middle;
      add(`first usable button at ${throttle}×: at most 1.25 × vanilla`, ratio("usable"), times, 1.25);
      const [own, preact] = [widget, "preact"].map((name) => asked.middle(job, name, "blocked"));
      const ms = (value) => `${value.toFixed(0)} ms (Preact ${preact.toFixed(0)})`;
      add(`main thread blocked at ${throttle}×: at most Preact's`, own, ms, preact);
      add(`DOM done after a click at ${throttle}×: at most 1.2 × vanilla`, ratio("click"), times, 1.2);
    }
    const [own, vanilla] = [widget, "vanilla"].map((name) => asked.middle("one@1", name, "mutations"));
    add("mutations a click: at most vanilla's", own, (count) => `${count.toFixed(1)} (vanilla ${vanilla.toFixed(1)})`, vanilla);
  }
  if (asked.ran("many@4")) {
    add(`${MANY} elements all usable at 4×: at most 1.25 × vanilla`, asked.ratio("many@4", widget, "usable").middle, times, 1.25);
    if (asked.ran("one-memory")) {
      const further = (name) => asked.middle("many@4", name, "all") - asked.middle("one-memory", name, "all");
      add("memory of a further element: at most 1.5 × vanilla", further(widget) / further("vanilla"), times, 1.5);
    }
    if (asked.ran("one@4")) {
      const ratio = asked.middle("many@4", widget, "click") / asked.middle("one@4", widget, "click");
      add(`a click among ${MANY}: what it costs alone (at most 1.2 ×)`, ratio, times, 1.2);
    }
  }
  if (asked.ran("1000x50")) {
    const ratio = (field) => asked.ratio("1000x50", widget, field).middle;
    add("1,000 × 50 shown: at most 1.5 × vanilla", ratio("shown"), times, 1.5);
    add("1,000 × 50 memory: at most 1.5 × vanilla", ratio("all"), times, 1.5);
    if (asked.ran("10x10")) {
      const click = asked.middle("1000x50", widget, "click") / asked.middle("10x10", widget, "click");
      add("a click on 1,000 × 50: at most 2 × one on 10 × 10", click, times, 2);
    }
  }
  if (asked.ran("ways10000")) {
    const block = asked.middle("ways10000", widget, "foundBlock");
    add("a way on 10,000 states: the page is blocked for at most a frame", block, (ms) => `${ms.toFixed(0)} ms`, 1000 / 60);
  }
  return found;
}
