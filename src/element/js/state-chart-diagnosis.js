// Why a program could not be loaded, in plain words with the fix. Fetched only when that happens.

export { build } from "./build.js";

const probe = async (/** @type {URL} */ url) => {
  /** @type {string | undefined} */
  let forbidden;
  // Another program may be refused at the same time, which is not about this file.
  const report = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI, effectiveDirective }) => {
    if (blockedURI !== "wasm-eval") forbidden = effectiveDirective;
  };
  document.addEventListener("securitypolicyviolation", report);
  const answer = await fetch(url).catch(() => undefined);
  // The browser tells of a violation in a task of its own.
  if (!answer) await new Promise((resolve) => setTimeout(resolve, 50));
  document.removeEventListener("securitypolicyviolation", report);
  if (forbidden) return `the page's Content-Security-Policy forbids ${url}; allow its origin in ${forbidden}`;
  if (!answer && new URL(url).origin !== location.origin)
    return `${url} is on another origin, whose server does not let this page read it; have it send the header Access-Control-Allow-Origin`;
  if (!answer) return `${url} cannot be reached`;
  if (!answer.ok) return `${url} answered ${answer.status}; put the file there`;
  const type = (answer.headers.get("content-type") || "").split(";")[0];
  if (type === "text/html")
    return `${url} answered with an HTML page instead of the file; put the file there, or make the server answer 404 where there is none`;
  if (url.pathname.endsWith(".js") && !/javascript|ecmascript/.test(type))
    return `${url} is served as ${type || "nothing in particular"}; serve .js files as text/javascript`;
  if (!url.pathname.endsWith(".wasm")) return;
  const [nul, a, s, m] = new Uint8Array(await answer.arrayBuffer());
  if (nul !== 0 || a !== 97 || s !== 115 || m !== 109)
    return `${url} is not WebAssembly; copy it again, as a binary file`;
};

/**
 * The reason for `error` while loading the program whose module is at `wasm`; nothing where it is not known.
 * @param {URL} wasm
 * @param {any} error
 * @returns {Promise<string | undefined>}
 */
export default async (wasm, error) => {
  if (typeof WebAssembly !== "object")
    return "this browser has no WebAssembly, or it is turned off; the table is all that can be shown";
  // A bundler gives both names of its own: there, only the module can be looked at.
  for (const file of new Set([wasm.href.replace("_bg.wasm", ".js"), wasm.href])) {
    const found = await probe(new URL(file));
    if (found) return found;
  }
  if (error?.name === "CompileError" && /unsafe-eval|Content.Security.Policy|CSP/i.test(error.message))
    return "the page's Content-Security-Policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src";
};
