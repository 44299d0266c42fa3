// Keeps what an element says when it cannot be shown.
addEventListener("state-chart-error", ({ detail }) => (window.told = detail.message));
