// What the component peers call `framework`, by React.
import { createRoot } from "react-dom/client";

export { Component, useEffect, useMemo, useReducer, useState } from "react";

export function mount(node, place) {
  const root = createRoot(place);
  root.render(node);
  return () => root.unmount();
}
