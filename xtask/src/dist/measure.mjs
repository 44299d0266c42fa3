// Sizes and hashes of the files in a folder: `node measure.mjs FOLDER HASHES.json FOLDERS…`. Each of those gets
// the files compressed, as servers send them that find `FILE.br` beside a file.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder, out, ...served] = process.argv.slice(2);
const compressed = (bytes) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
};
// What is fetched for what few readers ask for, or few authors write.
const later = /^state-chart-(diagnosis|missing|sections|source|tools|words)/;
const hashes = {};
const total = { raw: 0, brotli: 0 };
const line = (name, raw, brotli) =>
  console.log(`${name.padEnd(28)} ${String(raw).padStart(9)} ${String(brotli).padStart(9)}`);

line("file", "bytes", "brotli");
for (const name of readdirSync(folder).sort()) {
  if (name.startsWith("LICENSE")) continue;
  const bytes = readFileSync(join(folder, name));
  const small = compressed(bytes);
  const brotli = small.length;
  for (const to of served) writeFileSync(join(to, `${name}.br`), small);
  hashes[name] = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  line(name, bytes.length, brotli);
  if (!later.test(name)) {
    total.raw += bytes.length;
    total.brotli += brotli;
  }
}
line("all that a reader plays with", total.raw, total.brotli);
writeFileSync(out, `${JSON.stringify(hashes, null, 2)}\n`);
