// The chart at the address that `src` says. Fetched for such elements only.

export { build } from "./build.js";

/** How long an answer may take, in milliseconds; then it is asked for once more. */
const limit = 10_000;

/** @param {string} src */
const address = (src) => {
  let found = "";
  try {
    found = new URL(src, document.baseURI).href;
  } catch {
    // It is no address, and is told below.
  }
  if (/^(https?|data):/.test(found)) return found;
  throw new Error(`src: expected an address of http, https or data, or one relative to the page, found \`${src}\``);
};

/** @param {string} url */
const text = async (url) => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(limit) });
  if (!answer.ok) throw answer.status;
  if (/html/.test(answer.headers.get("content-type") ?? "")) throw "with an HTML page";
  const bytes = await answer.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw "in another encoding than UTF-8";
  }
};

/** Whether an answer did not come in time. @param {unknown} error */
const isLate = (error) => error instanceof DOMException && error.name === "TimeoutError";

/** The text of the chart. @param {string} src */
export default async (src) => {
  const url = address(src);
  try {
    return await text(url).catch((error) => {
      if (isLate(error)) return text(url);
      throw error;
    });
  } catch (error) {
    const what = isLate(error) ? `nothing in ${limit / 1000} s, and was asked twice` : error;
    throw new Error(`${url} answered ${what}; it is the chart that src names`);
  }
};
