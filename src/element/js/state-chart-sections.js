// What fills the sections of a widget. Fetched, with the tools, when one is opened for the first time.

/** @import { StateChartElement } from "./element.js" */
/** @import { Live } from "./live.js" */
/** @import { ToolsProgram } from "./programs.js" */

import {
  copied,
  copy as copyText,
  diagram as diagramName,
  download as downloadName,
  downloaded,
  format as formatName,
  not_copied,
  preview,
  runbook,
  zoom as zoomName,
} from "../../../static/words/en.json";

export { build } from "./build.js";

const english = {
  copied,
  copy: copyText,
  diagram: diagramName,
  download: downloadName,
  downloaded,
  format: formatName,
  not_copied,
  preview,
  runbook,
  zoom: zoomName,
};

/**
 * The words of a section. Where one is not translated, the section says that it is English.
 * @param {Live} widget
 * @param {Element} place
 * @returns {typeof english}
 */
const spoken = ({ words }, place) => {
  const own = words?.own;
  if (own && Object.keys(english).some((key) => !own[key])) place.setAttribute("lang", "en");
  return { ...english, ...own };
};

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} fields
 * @param {(Node | string)[]} within
 */
const make = (name, fields, ...within) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...within);
  return made;
};

/** Calls `act` now and after each step, until the returned function is called. @param {HTMLElement} section @param {() => void} act */
const follow = (section, act) => {
  const observer = new MutationObserver(act);
  observer.observe(section, { attributeFilter: ["data-at", "data-steps", "data-way"] });
  act();
  return () => observer.disconnect();
};

/** @typedef {(element: StateChartElement, widget: Live, tools: ToolsProgram, section: HTMLElement, place: Element) => () => void} Fill */

/** @type {Fill} */
const diagram = (element, widget, tools, section, place) => {
  const words = spoken(widget, place);
  const box = make("div", { className: "picture", tabIndex: 0, role: "group", ariaLabel: words.diagram });
  const zoom = make("input", { type: "range", min: 0.5, max: 2, step: 0.05, ariaLabel: words.zoom });
  place.append(zoom, box);
  const drawn = tools.Diagram.draw(box, widget.packed, (state, operation) => {
    if (operation) element.select(state, operation);
    else element.state = state || null;
  }, widget.words);
  const svg = /** @type {SVGSVGElement} */ (box.firstElementChild);
  const wide = svg.width.baseVal.value;
  const fit = () => (svg.style.width = `${wide * zoom.valueAsNumber}px`);
  zoom.oninput = fit;
  // As wide as its place, as far as it can be read then.
  zoom.valueAsNumber = Math.min(1.25, Math.max(0.75, box.clientWidth / wide));
  fit();
  const end = follow(section, () => {
    drawn.update(section.dataset.at ?? "");
    drawn.seek(section.dataset.way ?? "");
  });
  return () => {
    end();
    drawn.free();
  };
};

const size = 2;
const png = async (/** @type {string} */ svg) => {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = make("img", { src: url });
    await image.decode();
    const [width, height] = [image.naturalWidth * size, image.naturalHeight * size];
    const canvas = make("canvas", { width, height });
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return await new Promise((/** @type {(blob: Blob) => void} */ done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail())));
  } catch {
    throw new Error("The picture cannot be made a PNG here. The page's Content-Security-Policy may lack img-src blob:. SVG can be taken");
  } finally {
    URL.revokeObjectURL(url);
  }
};

/**
 * What a chart can be taken as: a text, or a picture that is drawn.
 * @typedef {{ name: string, extension: string, type?: string, opening?: string, file?: string,
 *   write?: () => string | Promise<string>, draw?: () => Promise<Blob> }} Taken
 */

/** @type {Fill} */
const take = (element, widget, tools, section, place) => {
  const chart = widget.packed;
  const words = spoken(widget, place);
  const file = JSON.parse(widget.chart).title?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "chart";
  const picture = { name: "SVG", type: "image/svg+xml", extension: "svg", write: () => tools.svg(chart) };
  /** @type {Taken[]} */
  const formats = [
    ...tools.formats().map((format) => ({ ...format, write: () => tools.write(chart, format.name) })),
    picture,
    { name: "PNG", extension: "png", draw: () => png(picture.write()) },
    {
      name: words.runbook,
      file: `${file}-runbook`,
      type: "text/markdown",
      extension: "md",
      write: async () => tools.runbook(chart, await widget.save()),
    },
  ];
  const choice = make("select", { name: "format" }, ...formats.map(({ name }) => make("option", {}, name)));
  const copy = make("button", { type: "button", name: "copy" }, words.copy);
  const download = make("button", { type: "button", name: "download" }, words.download);
  const text = make("textarea", { readOnly: true, rows: 10, spellcheck: false, wrap: "off", ariaLabel: words.preview, lang: "en" });
  const said = make("output", {});
  const label = make("label", {}, `${words.format} `, choice);
  place.append(make("div", { className: "ask" }, label, copy, download), text, said);

  const format = () => formats[choice.selectedIndex];
  const say = (/** @type {string} */ text) => {
    said.removeAttribute("lang");
    said.textContent = text;
  };
  const complain = (/** @type {unknown} */ error) => Object.assign(said, { lang: "en", textContent: /** @type {Error} */ (error).message });
  // The text as it goes into a file: the value of a text area has other line ends.
  let written = "";
  const show = async () => {
    const { write } = format();
    text.hidden = copy.disabled = !write;
    try {
      written = write ? await write() : "";
    } catch (error) {
      written = "";
      complain(error);
    }
    text.value = written;
  };
  choice.addEventListener("change", () => {
    say("");
    show();
  });
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(written);
      say(words.copied);
    } catch {
      text.focus();
      text.select();
      say(words.not_copied);
    }
  });
  download.addEventListener("click", async () => {
    const { name, type, extension, opening = "", draw, file: own = file } = format();
    try {
      const blob = draw ? await draw() : new Blob([opening, written], { type });
      const href = URL.createObjectURL(blob);
      make("a", { href, download: `${own}.${extension}` }).click();
      // The browser reads it in a task of its own.
      setTimeout(() => URL.revokeObjectURL(href), 10000);
      say(words.downloaded.replace("{name}", name).replace("{file}", `${own}.${extension}`));
    } catch (error) {
      complain(error);
    }
  });
  return follow(section, show);
};

/** @type {{ [place: string]: Fill }} */
const fills = { diagram, export: take };

/** @type {CSSStyleSheet | undefined} */
let sheet;
/**
 * Adds the style sheet of the sections to a root: one for all, and constructed, for a strict Content-Security-Policy forbids
 * `<style>`.
 * @param {ShadowRoot} root
 * @param {ToolsProgram} tools
 */
const dress = (root, tools) => {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(tools.style());
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
};

/**
 * Fills a section of `element`; the returned function ends what goes on in it. What it throws, the caller shows.
 * @param {HTMLElement} element
 * @param {Live} widget
 * @param {ToolsProgram} tools
 * @param {HTMLElement} section
 */
export default (element, widget, tools, section) => {
  dress(/** @type {ShadowRoot} */ (element.shadowRoot), tools);
  const place = /** @type {Element} */ (section.querySelector(".place"));
  // The message of an attempt that failed may stand there.
  place.replaceChildren();
  place.removeAttribute("lang");
  return fills[section.dataset.place ?? ""](/** @type {StateChartElement} */ (element), widget, tools, section, place);
};
