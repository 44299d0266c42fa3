// On a server there are no elements: importing the package does nothing there, and throws nothing.
for (const path of ["", "/react", "/preact", "/solid", "/svelte", "/vue"]) {
  const { default: named, ...others } = await import(`state-chart-element${path}`);
  if (named || Object.keys(others).length) throw new Error(`state-chart-element${path} exports something`);
}
if (globalThis.customElements) throw new Error("there are elements on this server");
