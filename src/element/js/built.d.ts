// What the build adds to the sources: the name of the build, and the scripts that wasm-bindgen makes of the programs.

declare const BUILD: string | undefined;

declare module "*/state-chart-widget.js" {
  const program: import("./programs.js").WidgetProgram;
  export = program;
}
declare module "*/state-chart-json.js" {
  const program: import("./programs.js").JsonProgram;
  export = program;
}
declare module "*/state-chart-tables.js" {
  const program: import("./programs.js").TablesProgram;
  export = program;
}
declare module "*/state-chart-tools.js" {
  const program: import("./programs.js").ToolsProgram;
  export = program;
}
declare module "*/en.json" {
  const words: import("./programs.js").Texts;
  export default words;
  export const diagram: string, zoom: string, format: string, preview: string, copy: string, copied: string;
  export const not_copied: string, download: string, downloaded: string, runbook: string;
}
declare module "*/state-chart-words-ar.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-de.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-es.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-fr.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-he.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-ja.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-ko.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-pt.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
declare module "*/state-chart-words-zh.js" {
  const words: import("./programs.js").Texts;
  export default words;
}
