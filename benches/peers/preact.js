// What the component peers call `framework`, by Preact.
import { render } from "preact";

export { Component } from "preact";
export { useEffect, useMemo, useReducer, useState } from "preact/hooks";

export function mount(node, root) {
  render(node, root);
  return () => render(null, root);
}
