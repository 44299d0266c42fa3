// What a release consists of: `node release.mjs VERSION DROP-IN PYTHON OUT`. The files to drop in as an archive, in a
// folder with the version in its name, and the same in a package for Sphinx and MkDocs.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "./crc32.mjs";
import { deflateRawSync } from "node:zlib";

const [version, dropIn, python, out] = process.argv.slice(2);
const folder = `state-chart-${version}`;

const u16 = (value) => [value & 255, (value >> 8) & 255];
const u32 = (value) => [...u16(value & 0xffff), ...u16(value >>> 16)];

/** A zip archive of files, each a name and its bytes. All have one date, so that a build that is made twice is the same. */
const zip = (files) => {
  const date = [...u16(0), ...u16((46 << 9) | (1 << 5) | 1)];
  const bodies = [];
  const index = [];
  let place = 0;
  for (const [name, bytes] of files) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const path = Buffer.from(name);
    const about = [...u16(20), ...u16(0x800), ...u16(8), ...date, ...u32(crc32(bytes)), ...u32(packed.length), ...u32(bytes.length), ...u16(path.length), ...u16(0)];
    const body = Buffer.concat([Buffer.from([...u32(0x04034b50), ...about]), path, packed]);
    // Made by Unix, readable by all.
    const rights = [...u16(0), ...u16(0), ...u16(0), ...u32(0o100644 * 0x10000)];
    index.push(Buffer.from([...u32(0x02014b50), ...u16(0x0314), ...about, ...rights, ...u32(place)]), path);
    bodies.push(body);
    place += body.length;
  }
  const list = Buffer.concat(index);
  const end = [...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(files.length), ...u16(files.length), ...u32(list.length), ...u32(place), ...u16(0)];
  return Buffer.concat([...bodies, list, Buffer.from(end)]);
};

const inFolder = (from, to, keep = () => true) =>
  readdirSync(from)
    .filter(keep)
    .sort()
    .map((name) => [`${to}/${name}`, readFileSync(join(from, name))]);

mkdirSync(out, { recursive: true });
writeFileSync(join(out, `${folder}.zip`), zip(inFolder(dropIn, folder)));

const name = "state_chart_element";
const info = `${name}-${version}.dist-info`;
const files = [
  ...inFolder(python, name, (file) => file.endsWith(".py")),
  ...inFolder(python, `${name}/files/${folder}`, (file) => file.endsWith(".css")),
  // Servers of such sites compress by themselves.
  ...inFolder(dropIn, `${name}/files/${folder}`, (file) => !file.endsWith(".br")),
  [`${info}/METADATA`, `Metadata-Version: 2.1\nName: state-chart-element\nVersion: ${version}\nSummary: State × operation tables of Sphinx and MkDocs as a grid to click, ask and try\nLicense: MIT OR Apache-2.0\nRequires-Python: >=3.9\nProvides-Extra: mkdocs\nRequires-Dist: mkdocs>=1.6; extra == "mkdocs"\nRequires-Dist: pymdown-extensions>=10; extra == "mkdocs"\n`],
  [`${info}/WHEEL`, "Wheel-Version: 1.0\nGenerator: state-chart\nRoot-Is-Purelib: true\nTag: py3-none-any\n"],
  [`${info}/entry_points.txt`, `[mkdocs.plugins]\nstate-chart = ${name}.mkdocs:StateChart\n`],
].map(([path, text]) => [path, Buffer.from(text)]);
const record = files.map(([path, bytes]) => `${path},sha256=${createHash("sha256").update(bytes).digest("base64url")},${bytes.length}\n`);
files.push([`${info}/RECORD`, Buffer.from(`${record.join("")}${info}/RECORD,,\n`)]);
writeFileSync(join(out, `${name}-${version}-py3-none-any.whl`), zip(files));
