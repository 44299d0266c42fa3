// What tests of faults need of a page: elements with a table each, and what was told of them.
window.told = [];
addEventListener("state-chart-error", ({ detail }) => told.push(detail.message));
const table = `<table><tr><th>State</th><th>Print</th><th>Pause</th><th>Resume</th></tr>
  <tr><td>Idle</td><td data-success="Printing" data-failure="Paused">✓</td><td></td><td></td></tr>
  <tr><td>Printing</td><td></td><td data-success="Paused">✓</td><td></td></tr>
  <tr><td>Paused</td><td></td><td></td><td>✓</td></tr></table>`;
/** Puts an element with a table and these attributes at the end of `place`. */
window.put = (attributes = "", place = document.querySelector("main"), content = table) => {
  place.insertAdjacentHTML("beforeend", `<state-chart duration="0" ${attributes}>${content}</state-chart>`);
  return (window.it = place.lastElementChild);
};
window.widget = (element = it) => element.shadowRoot?.querySelector(".widget") ?? null;
window.isTable = (element = it) => element.querySelector("table").getBoundingClientRect().height > 0;
