// The words of a language that is not English, or of an author. Fetched for such elements only.

/** @import { Files, Speech, Texts } from "./programs.js" */

import english from "../../../static/words/en.json";

export { build } from "./build.js";

/** The languages that come with the widget, each in a file of its own. */
const shipped = ["ar", "de", "es", "fr", "he", "ja", "ko", "pt", "zh"];
/** Those that are written from right to left. */
const leftward = /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)$/;
const keys = Object.keys(english);
/** How long an answer may take, in milliseconds; nobody waits longer for a word. */
const limit = 10_000;

/** What the console has already. @type {Set<string>} */
const told = new Set();
const warn = (/** @type {string} */ text) => {
  if (!told.has(text)) console.warn(`state-chart: words: ${text}`);
  told.add(text);
};

/** The texts that an author's file has. @param {string} src @returns {Promise<Texts>} */
const fetched = async (src) => {
  try {
    const url = new URL(src, document.baseURI);
    if (!/^(https?|data):$/.test(url.protocol)) throw "is no address of http, https or data";
    const answer = await fetch(url, { signal: AbortSignal.timeout(limit) });
    if (!answer.ok) throw `answered ${answer.status}`;
    return await answer.json();
  } catch (error) {
    warn(`\`${src}\` ${error}`);
    return {};
  }
};

/** The texts that come with the widget. @param {Files} files @param {string} lang @returns {Promise<Texts>} */
const own = async (files, lang) => {
  try {
    return (await files.script(`words-${/** @type {"de"} */ (lang)}`)).default;
  } catch (error) {
    warn(`\`${lang}\` cannot be fetched, and the widget stays English: ${error}`);
    return {};
  }
};

/** The texts of an author whose keys the widget knows. @param {Texts | undefined} texts */
const checked = (texts) => {
  const known = Object.entries(texts ?? {}).filter(([key, text]) => {
    const [name] = key.split(".");
    const isKnown = typeof text === "string" && keys.some((it) => it === key || it === `${name}.other`);
    if (!isKnown) warn(`\`${key}\` is no word of the widget, or has no text`);
    return isKnown;
  });
  return Object.fromEntries(known.map(([key, text]) => [key, text.replace(/\s+/g, " ")]));
};

/**
 * What an element speaks; nothing where that is the English that is built in.
 * @param {HTMLElement} element
 * @param {string} lang
 * @param {Files} files
 * @returns {Promise<Speech | undefined>}
 */
export default async (element, lang, files) => {
  /** @type {Intl.Locale} */
  let locale;
  try {
    locale = new Intl.Locale(lang || "en");
  } catch {
    return;
  }
  const { language } = locale;
  const tag = `${locale}`;
  // The Chinese that comes with the widget is the simplified one.
  const isShipped = shipped.includes(language) && locale.maximize().script !== "Hant";
  const src = element.getAttribute("words");
  const [its, file] = await Promise.all([isShipped ? own(files, language) : {}, src ? fetched(src) : {}]);
  /** @type {Texts} */
  const texts = { ...its };
  const subtags = tag.split("-");
  // The words for `de-AT` go before those for `de`.
  for (let count = 1; count <= subtags.length; count++)
    Object.assign(texts, checked(globalThis.StateChart?.words?.[subtags.slice(0, count).join("-")]));
  Object.assign(texts, checked(file));
  if (!Object.keys(texts).length) return;
  const all = language === "en" ? { .../** @type {Texts} */ (english), ...texts } : texts;

  // What stands in a sentence keeps its direction, and lets the sentence keep its own.
  const isolated = (/** @type {string} */ text) => (leftward.test(language) ? `\u2068${text}\u2069` : text);
  // The programs know the places of a word by their numbers in English.
  const template = (/** @type {string} */ key, /** @type {string} */ like = key) => {
    const places = [...new Set(/** @type {Texts} */ (english)[like].match(/\{\w+\}/g))];
    return (all[key] ?? "").replace(/\{\w+\}/g, (place) => isolated(`{${places.indexOf(place)}}`));
  };
  const plural = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return {
    lang: tag,
    own: all,
    texts: keys.map((key) => template(key)).join("\n"),
    counted(place, count) {
      const [name] = keys[place].split(".");
      return template(`${name}.${plural.select(count)}`, keys[place]) || template(keys[place]);
    },
    list(names, isChoice) {
      const list = new Intl.ListFormat(tag, { type: isChoice ? "disjunction" : "conjunction" });
      return list.format(names.split("\0").map(isolated));
    },
    number: (count) => number.format(count),
  };
};
