// The element that every peer lives in: a shadow root, a style sheet, a chart and a duration.
import style from "./chart.css";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/**
 * Defines <state-chart>: `chartOf` tells the chart of an element, `start` fills its shadow root and answers with a
 * function that ends it.
 */
export function define(start, chartOf) {
  customElements.define(
    "state-chart",
    class extends HTMLElement {
      connectedCallback() {
        if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
        this.stop = start(chartOf(this), this.shadowRoot, Number(this.getAttribute("duration") ?? 900));
      }

      disconnectedCallback() {
        this.stop();
        this.shadowRoot.replaceChildren();
      }
    },
  );
}
