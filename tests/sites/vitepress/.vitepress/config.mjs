export default {
  title: "A handbook",
  base: "/team/vitepress/",
  head: [["script", { src: "/team/vitepress/state-chart/state-chart.js" }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "state-chart" } } },
  themeConfig: { sidebar: [{ text: "Home", link: "/" }, { text: "Jobs", link: "/states" }] },
};
