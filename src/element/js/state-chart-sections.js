// What fills the sections of a widget. Fetched, with the tools, when one is opened for the first time.

const make = (name, fields, ...within) => {
  const made = Object.assign(document.createElement(name), fields);
  made.append(...within);
  return made;
};

// Calls `act` now and after each step; the answer ends that.
const follow = (section, act) => {
  const observer = new MutationObserver(act);
  observer.observe(section, { attributeFilter: ["data-at", "data-steps", "data-way"] });
  act();
  return () => observer.disconnect();
};

const diagram = (element, widget, tools, section, place) => {
  const box = make("div", { className: "picture", tabIndex: 0, role: "region", ariaLabel: "Diagram" });
  place.append(box);
  const drawn = tools.Diagram.draw(box, widget.packed, (state, operation) => {
    if (operation) element.select(state, operation);
    else element.state = state || null;
  });
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
const png = async (svg) => {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = make("img", { src: url });
    await image.decode();
    const [width, height] = [image.naturalWidth * size, image.naturalHeight * size];
    const canvas = make("canvas", { width, height });
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail())));
  } catch {
    throw new Error("The picture cannot be made a PNG here. The page's Content-Security-Policy may lack img-src blob:. SVG can be taken");
  } finally {
    URL.revokeObjectURL(url);
  }
};

const take = (element, widget, tools, section, place) => {
  const chart = widget.packed;
  const file = JSON.parse(widget.chart).title?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "chart";
  const picture = { name: "SVG", type: "image/svg+xml", extension: "svg", write: () => tools.svg(chart) };
  const formats = [
    ...tools.formats().map((format) => ({ ...format, write: () => tools.write(chart, format.name) })),
    picture,
    { name: "PNG", extension: "png", draw: () => png(picture.write()) },
    {
      name: "Runbook of the steps",
      file: `${file}-runbook`,
      type: "text/markdown",
      extension: "md",
      write: async () => tools.runbook(chart, await widget.save()),
    },
  ];
  const choice = make("select", { name: "format" }, ...formats.map(({ name }) => make("option", {}, name)));
  const copy = make("button", { type: "button", name: "copy" }, "Copy");
  const download = make("button", { type: "button", name: "download" }, "Download");
  const text = make("textarea", { readOnly: true, rows: 10, spellcheck: false, wrap: "off", ariaLabel: "Preview" });
  const said = make("output", {});
  const label = make("label", {}, "Format ", choice);
  place.append(make("div", { className: "ask" }, label, copy, download), text, said);

  const format = () => formats[choice.selectedIndex];
  const say = (words) => (said.textContent = words);
  // A text area knows no other line ends than its own, and a file may need them.
  let written = "";
  const show = async () => {
    const { write } = format();
    text.hidden = copy.disabled = !write;
    try {
      written = write ? await write() : "";
    } catch ({ message }) {
      written = "";
      say(message);
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
      say("Copied");
    } catch {
      text.focus();
      text.select();
      say("It cannot be copied here. The text is selected");
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
      say(`${name} downloaded as ${own}.${extension}`);
    } catch ({ message }) {
      say(message);
    }
  });
  return follow(section, show);
};

const fills = { diagram, export: take };

let sheet;
// One for all, as constructed: a strict Content-Security-Policy lets no other in.
const dress = (root, tools) => {
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(tools.style());
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
};

/** Fills a section of `element`; the answer takes it back. Whoever calls shows why it could not. */
export default (element, widget, tools, section) => {
  dress(element.shadowRoot, tools);
  return fills[section.dataset.place](element, widget, tools, section, section.querySelector(".place"));
};
