// Carries operations out over HTTP; success or failure follows the answer.
const element = document.querySelector("state-chart");
const log = (text) => {
  const item = document.createElement("li");
  item.textContent = text;
  document.querySelector("#log").append(item);
};

element.addEventListener("state-chart-operate", (event) => {
  const { operation } = event.detail;
  if (operation === "Delete") {
    event.preventDefault();
    log("Delete is not for this page");
    return;
  }
  const address = new URL(`/service/${operation}`, location);
  event.waitUntil(
    fetch(address, { method: "POST" }).then((answer) => {
      if (!answer.ok) throw new Error(`${operation} answered ${answer.status}`);
    }),
  );
});

element.addEventListener("state-chart-operated", ({ detail }) => log(`${detail.operation}: ${element.state}`));
