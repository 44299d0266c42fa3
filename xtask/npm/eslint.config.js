// What the scripts of the element are held to: ESLint's recommended set. Their types are the business of tsc.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.browser, BUILD: "readonly" } } },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
];
