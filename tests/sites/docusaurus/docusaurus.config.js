export default {
  title: "A handbook",
  url: "https://handbook.example",
  baseUrl: "/team/docusaurus/",
  onBrokenLinks: "throw",
  scripts: [{ src: "/team/docusaurus/state-chart/state-chart.js" }],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
  themeConfig: { navbar: { title: "A handbook" } },
};
