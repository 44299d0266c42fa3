import { defineConfig } from "vite";

export default defineConfig({
  base: "/team/vite/",
  // The development server would move the package's script away from its wasm.
  optimizeDeps: { exclude: ["state-chart-element"] },
});
