// Puts texts that are markup somewhere into everything an element takes, and looks for what became of them.
window.offences = [];
window.files = [];
/** How many elements were looked at. */
window.looked = 0;
fetch("injection.json").then(async (answer) => (window.strings = await answer.json()));

// A download is kept, not made: its name and its link are what counts.
HTMLAnchorElement.prototype.click = function () {
  files.push({ name: this.download, href: this.href });
};
Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => (window.copied = text) } });

/** Every element that a widget makes, by name. */
const own = new Set(
  "div,section,header,footer,h2,h3,h4,p,span,strong,em,b,i,small,a,button,label,input,select,option,optgroup,output,progress,fieldset,legend,table,caption,colgroup,col,thead,tbody,tr,th,td,ul,ol,li,dl,dt,dd,details,summary,slot,textarea,code,mark,bdi,br,hr,abbr,time,kbd,samp,svg,g,path,rect,text,tspan,line,circle,polyline,polygon,defs,marker,title,desc,style".split(","),
);

/** Keeps what is in a widget and was never ours. */
window.inspect = (element, what) => {
  const offend = (why) => offences.push(`${what}: ${why}`);
  for (const node of element.shadowRoot?.querySelectorAll("*") ?? []) {
    looked += 1;
    if (!own.has(node.localName)) offend(`<${node.localName}>`);
    for (const { name, value } of node.attributes) {
      if (/^on|^srcdoc$|^style$/.test(name) && !(name === "style" && node.localName === "svg" && /^width: [\d.]+px;$/.test(value))) offend(`${node.localName} ${name}="${value}"`);
      if (/^(href|src|action|formaction|xlink:href)$/.test(name) && !/^#/.test(value)) offend(`${node.localName} ${name}="${value}"`);
    }
  }
  if (document.title === "pwned") offend("a script ran");
};

/** An element with these attributes and children, on the page as the only one beside the one that is written. */
window.put = (attributes, ...children) => {
  const it = document.createElement("state-chart");
  for (const [name, value] of Object.entries({ duration: "0", ...attributes })) it.setAttribute(name, value);
  it.append(...children);
  document.querySelector("main").replaceChildren(it);
  window.it = it;
  window.inside = it.querySelectorAll("*").length;
  return it;
};

/** Waits for the element to be there, or to say why not; then inspects it. */
window.settled = async (what, it = window.it) => {
  const ended = await it.load().then(() => "", (error) => error.message);
  inspect(it, what);
  if (it === window.it && it.querySelectorAll("*").length !== inside) offences.push(`${what}: its content has other elements`);
  return ended;
};

/** A chart with these names everywhere. */
window.chartOf = (names) => ({
  version: 1,
  title: names[0],
  service: names.at(-1),
  refusal: names[0],
  groups: [{ title: names[0], operations: names }],
  rows: names.map((name, index) => ({
    states: [name],
    allowed: names.filter((_, at) => (at + index) % 3 === 0),
    conditional: Object.fromEntries(names.filter((_, at) => (at + index) % 3 === 1).map((it) => [it, name])),
    notes: { [name]: name },
  })),
  outcomes: names.map((name, index) => ({
    operation: name,
    from: [names[(names.length * 3 - index) % names.length]].filter((_, at) => (index * 2) % 3 === at),
    success: { state: names[0], source: "documented" },
    failure: { state: names.at(-1), source: "inferred" },
    via: { name, source: "inferred" },
  })).filter(({ from }) => from.length),
  events: names.slice(0, 50).map((name) => ({ name: `event ${name}`, from: "any state", source: "inferred", success: { state: name, source: "inferred" } })),
});

/** A table with this text in every cell that is no mark. */
window.tableOf = (text) => {
  const table = document.createElement("table");
  const row = (...cells) => {
    const line = table.insertRow();
    for (const cell of cells) line.insertCell().append(cell);
    return line;
  };
  table.createCaption().append(text);
  row("State", text, "Pause");
  const marked = row(text, "✓", `yes, ${text}`).cells[1];
  marked.dataset.success = "Other";
  marked.dataset.via = text;
  const image = Object.assign(document.createElement("img"), { alt: "yes" });
  row("Other", image, "").title = text;
  return table;
};
