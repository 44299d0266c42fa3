// Puts elements on the page, and keeps what they tell.
window.told = [];
window.readies = 0;
addEventListener("state-chart-error", ({ detail }) => window.told.push(detail.message));
addEventListener("state-chart-ready", () => (window.readies += 1));

/** A table of a printer; `marks` stands in the cell of Idle and Print. */
window.printer = (marks = "✓", more = "") => `<table>
  <tr><th>State</th><th>Print</th><th>Pause</th><th>Resume</th></tr>
  <tr><td>Idle</td><td>${marks}</td><td></td><td></td></tr>
  <tr><td>Printing</td><td></td><td>✓</td><td></td></tr>
  <tr><td>Paused</td><td></td><td></td><td>✓</td></tr>${more}
</table>`;

/** An element with this content, as the only one of the page. */
window.put = (content, attributes = "") => {
  window.told = [];
  window.complaints.length = 0;
  document.querySelector("main").innerHTML = `<state-chart duration="0" ${attributes}>${content}</state-chart>`;
  window.it = document.querySelector("state-chart");
  it.load();
};

/** Whether something is in sight. */
window.isSeen = (node) => {
  const { width, height } = node.getBoundingClientRect();
  return width > 0 && height > 0;
};
window.widget = () => it.shadowRoot.querySelector(".widget");
