// What the widget is held to, and how near it is.
import { BUILT_IN } from "./contenders.js";
import { MANY } from "./pages.js";

const times = (ratio) => `${ratio.toFixed(2)} ×`;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const ms = (value) => `${value.toFixed(0)} ms`;
const plain = (count) => String(Math.round(count * 10) / 10);

/** Each figure that the samples tell of, with the most it may be and the goal. */
export function goals(asked, widget) {
  const found = [];
  const add = (what, measured, show, most, goal = most) => {
    const reached = measured <= goal ? "the goal" : measured <= most ? "the limit" : "no";
    found.push([what, ...[measured, most, goal].map(show), reached]);
  };
  const ratio = (job, field, to) => asked.ratio(job, widget, field, to).middle;
  if (asked.ran("one@1")) {
    add("downloaded to play", asked.middle("one@1", widget, "bytes"), kb, 75_000, 69_000);
    const twice = Math.max(...asked.values("one@1", widget, "fetches").map((names) => names.length - new Set(names).size));
    add("files fetched twice", twice, plain, 0);
    add("first usable button at 1×, to vanilla", ratio("one@1", "usable"), times, 1.6, 1.3);
    add("first usable button at 4×, to vanilla", ratio("one@4", "usable"), times, 2.1, 1.4);
    add("DOM done after a click at 1×, to vanilla", ratio("one@1", "click"), times, 3.0, 2.1);
    add("DOM done after a click at 4×, to vanilla", ratio("one@4", "click"), times, 3.6, 2.4);
    add("mutations a click", asked.middle("one@1", widget, "mutations"), plain, 13, 11);
  }
  if (asked.ran("table@1")) {
    add("downloaded for an author's own table", asked.middle("table@1", widget, "bytes"), kb, 150_000, 125_000);
    const what = "first usable button of an author's own table on Slow 4G at 4×, to the built-in chart";
    add(what, ratio("table-slow", "usable", BUILT_IN), times, 1.4, 1.15);
  }
  if (asked.ran("many@4")) {
    add(`${MANY} elements all usable at 4×, to vanilla`, ratio("many@4", "usable"), times, 1.6, 1.2);
    if (asked.ran("one-memory")) {
      const further = (name) => asked.middle("many@4", name, "all") - asked.middle("one-memory", name, "all");
      add("memory of a further element, to vanilla", further(widget) / further("vanilla"), times, 1.5, 1.3);
    }
    if (asked.ran("one@4")) {
      const among = asked.middle("many@4", widget, "click") / asked.middle("one@4", widget, "click");
      add(`a click among ${MANY}, to one alone`, among, times, 1.2);
    }
  }
  if (asked.ran("10x10")) {
    add("downloaded for a chart in JSON", asked.middle("10x10", widget, "bytes"), kb, 95_000, 82_000);
  }
  if (asked.ran("1000x50")) {
    add("1,000 × 50 shown, to vanilla", ratio("1000x50", "shown"), times, 1.5, 1.2);
    add("1,000 × 50 memory, to vanilla", ratio("1000x50", "all"), times, 1.0, 0.9);
    if (asked.ran("10x10")) {
      const click = asked.middle("1000x50", widget, "click") / asked.middle("10x10", widget, "click");
      add("a click on 1,000 × 50, to one on 10 × 10", click, times, 2);
    }
  }
  if (asked.ran("ways10000")) {
    add("a way on 10,000 states blocks the page for", asked.middle("ways10000", widget, "foundBlock"), ms, 50, 1000 / 60);
  }
  return found;
}
