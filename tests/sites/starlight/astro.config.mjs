import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  base: "/team/starlight",
  integrations: [
    starlight({
      title: "A handbook",
      head: [{ tag: "script", attrs: { src: "/team/starlight/state-chart/state-chart.js" } }],
      sidebar: [
        { label: "Home", link: "/" },
        { label: "Jobs", link: "/states/" },
      ],
    }),
  ],
});
