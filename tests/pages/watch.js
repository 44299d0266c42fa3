// Keeps what a page complains of: errors and warnings, whoever says them.
window.complaints = [];
for (const level of ["error", "warn"]) {
  const said = console[level];
  console[level] = (...words) => {
    window.complaints.push(`${level}: ${words.map(String).join(" ")}`);
    said.apply(console, words);
  };
}
const complain = (text) => window.complaints.push(text);
addEventListener("error", (event) => complain(event.message || `not loaded: ${event.target.src || event.target.href}`), true);
addEventListener("unhandledrejection", (event) => complain(`not handled: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => complain(`forbidden: ${event.violatedDirective} ${event.blockedURI}`));
