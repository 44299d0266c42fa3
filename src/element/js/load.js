// Loading: everything but the class of the tag is fetched when an element comes near the viewport or is used.

/** @import { Ask, Asked, Files, Scripts } from "./programs.js" */
/** @import { Chart } from "./types.js" */

import { build } from "./build.js";

/** @type {Files} */
let files;

/** Says where the other files are. @param {Files} its */
export const locate = (its) => {
  files = its;
};

/** @type {Asked} */
const asked = {};

/**
 * Fetches both files of a program at once, and only once. Whoever awaits them reports why one did not come; until then, a
 * rejection is no error of the page.
 * @type {Ask}
 */
const ask = (name) =>
  /** @type {any} */ (
    asked[name] ||= /** @type {any} */ (
      [files.script(name), files.wasm(name).then((url) => fetch(url))].map((/** @type {Promise<unknown>} */ it) => (it.catch(() => {}), it))
    )
  );

/** @type {Promise<ReturnType<Scripts["element"]["default"]>> | undefined} */
let behind;

/**
 * What is behind every element of the page, loaded once, all of it at the same time: with it, what reads the chart of
 * this one.
 * @param {HTMLElement} element
 * @param {Chart | null | undefined} chart
 */
export const load = (element, chart) => {
  const { place } = files;
  // Else the browser would complain of each file.
  if (/^file:/.test(place)) return (behind ||= Promise.reject(Error("open the page over HTTP, not as a file")));
  ask("widget");
  const json = chart || element.getAttribute("src");
  const own = /** @type {any} */ (json || element.querySelector("table,script"));
  if (own) ask(own.rows ? "tables" : "json");
  return (behind ||= files.script("element").then(
    (it) => it.default(files, ask, asked, build),
    async (error) => {
      const answer = await fetch(place.replace(/[^/]*$/, "state-chart-element.js")).catch(() => {});
      throw Error(
        `${error}; put its files beside ${place}, serve them as text/javascript, not ${answer?.headers.get("content-type")}, and let its origin read them (CORS)`,
      );
    },
  ));
};

/** Whether the address of the page is a link to `element`. @param {HTMLElement} element */
export const isLinked = (element) => {
  const link = element.getAttribute("link");
  return link && location.hash.includes(`${encodeURIComponent(link)}=`);
};
