// Who runs: the widget as it is shipped, and its peers, each a bundle of its own.
import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";

const here = import.meta.dirname;

/** The peer that all others are held against. */
export const BASE = "vanilla";

/** The widget of this project. */
export const WIDGET = "state-chart";

/** The widget with its built-in chart, where it is beside one with a table. */
export const BUILT_IN = "state-chart, built-in";

/** The peer of the diagram alone. */
export const MERMAID = "mermaid";

/** Where each framework's names come from: `framework` is what peers/view.jsx asks for. */
const react = { framework: "peers/react.js" };
const preact = { framework: "peers/preact.js" };
const compat = { ...react, react: "preact/compat", "react-dom/client": "preact/compat/client" };

const PEERS = [
  { name: BASE, label: "vanilla custom element", entry: "vanilla.js", alias: {}, packages: [] },
  { name: "preact", label: "Preact", entry: "reducer.jsx", alias: preact, jsx: "preact", packages: ["preact"] },
  {
    name: "preact-xstate",
    label: "Preact + XState",
    entry: "machine.jsx",
    alias: compat,
    jsx: "preact",
    packages: ["preact", "xstate", "@xstate/react"],
  },
  {
    name: "react-xstate",
    label: "React + XState",
    entry: "machine.jsx",
    alias: react,
    jsx: "react",
    packages: ["react", "react-dom", "xstate", "@xstate/react"],
  },
];

/** The peer of an author's own table alone. */
export const TABLE = "vanilla-table";

const UPGRADER = { name: TABLE, label: "vanilla, of that table alone", entry: "table.js", alias: {}, packages: [] };

const PAINTER = { name: MERMAID, label: "Mermaid", entry: "mermaid.js", alias: {}, packages: ["mermaid"] };

/** Builds all: each has a name, a label, the script of its pages, and its files. The players show any chart. */
export async function contenders({ require, modules, dist, out }) {
  const versionOf = async (name) =>
    `${name} ${JSON.parse(await readFile(path.join(modules, name, "package.json"), "utf8")).version}`;
  const built = async (peer) => ({
    name: peer.name,
    label: peer.label,
    versions: await Promise.all(peer.packages.map(versionOf)),
    ...(await bundle(peer, require("esbuild"), modules, path.join(out, "peers", peer.name))),
  });
  const widget = { name: WIDGET, label: "**this widget**", versions: [], ...(await shipped(dist)) };
  const peers = [];
  for (const peer of PEERS) peers.push(await built(peer));
  return { players: [...peers, widget], upgrader: await built(UPGRADER), mermaid: await built(PAINTER) };
}

async function bundle({ entry, alias, jsx }, esbuild, modules, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const near = Object.entries(alias).map(([name, to]) => [name, to.startsWith("peers/") ? path.join(here, to) : to]);
  await esbuild.build({
    entryPoints: { peer: path.join(here, "peers", entry) },
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: jsx,
    alias: Object.fromEntries(near),
    nodePaths: [modules],
    loader: { ".css": "text" },
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "warning",
    logOverride: { "direct-eval": "silent" },
  });
  return { script: '<script type="module" src="peer.js"></script>', files: await files(folder) };
}

async function shipped(dist) {
  const all = await files(dist);
  const own = [...all].filter(([name]) => /\.(js|wasm)$/.test(name));
  return { script: '<script src="state-chart.js" defer></script>', files: new Map(own) };
}

async function files(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.\w+$/.test(name));
  const read = async (name) => [name.split(path.sep).join("/"), await readFile(path.join(folder, name))];
  return new Map(await Promise.all(names.map(read)));
}
