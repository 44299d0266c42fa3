// Holds the manifest of the package against the schema of such manifests.
import { Ajv } from "ajv";
import { readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(new URL(import.meta.resolve(file)), "utf8"));
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const holds = ajv.compile(read("custom-elements-manifest/schema.json"));
if (!holds(read("state-chart-element/custom-elements.json"))) {
  console.error(holds.errors);
  process.exitCode = 1;
}
