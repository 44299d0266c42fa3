// What the address asks for: `?lang=de`, `&words=` a file, `&own=` words of the author in JSON.
const asked = new URLSearchParams(location.search);
const lang = asked.get("lang") ?? "";
document.documentElement.lang = lang;
if (/^(ar|he)/.test(lang)) document.documentElement.dir = "rtl";
if (asked.has("own")) globalThis.StateChart = { words: JSON.parse(asked.get("own")) };
// What the widget has said from the first: English that is shown for a moment only is found too.
window.shown = [];
addEventListener("DOMContentLoaded", () => {
  const element = document.querySelector("state-chart");
  if (asked.has("words")) element.setAttribute("words", asked.get("words"));
  new MutationObserver(() => window.shown.push(element.shadowRoot.textContent)).observe(element.shadowRoot, {
    childList: true,
    subtree: true,
  });
});
