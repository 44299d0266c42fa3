// The package as projects see it that use a framework: their compilers, what looks for mistakes in types, and a server.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [tarball] = process.argv.slice(2);
const run = (program, ...options) => {
  const path = fileURLToPath(new URL(program, import.meta.url));
  try {
    execFileSync(process.execPath, [path, ...options], { cwd: fileURLToPath(new URL(".", import.meta.url)), stdio: "pipe" });
  } catch ({ stdout, stderr }) {
    throw new Error(`${program} ${options.join(" ")}\n${stdout}${stderr}`);
  }
};
const bin = (name) => `node_modules/${name}`;

for (const framework of ["react", "preact", "solid"]) run(bin("typescript/bin/tsc"), "--project", framework);
run(bin("svelte-check/bin/svelte-check"), "--workspace", "svelte", "--tsconfig", "tsconfig.json", "--fail-on-warnings");
run(bin("vue-tsc/bin/vue-tsc.js"), "--project", "vue");
// Modules only: who calls `require` is no reader of this package.
run(bin("@arethetypeswrong/cli/dist/index.js"), tarball, "--profile", "esm-only", "--exclude-entrypoints", "chart.schema.json", "custom-elements.json");
run("server.mjs");
console.log("the package is understood by React, Preact, Solid, Svelte, Vue, attw and a server");
