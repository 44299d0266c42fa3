// How the analyzer tells of the element: what authors need not know is left out, and the file is the package's.
export default {
  globs: ["element.js"],
  packagejson: false,
  dependencies: false,
  quiet: true,
  plugins: [
    {
      name: "package",
      packageLinkPhase({ customElementsManifest: manifest }) {
        manifest.schemaVersion = "2.1.0";
        manifest.readme = "README.md";
        for (const module of manifest.modules) {
          module.path = "index.js";
          module.declarations = module.declarations.filter((it) => it.customElement);
          for (const it of module.declarations) {
            it.superclass = { name: "HTMLElement" };
            it.members = it.members.filter(({ name, privacy }) => privacy !== "private" && !name.endsWith("Callback"));
            // One name of an event is made when it is told.
            it.events = it.events.filter(({ name }) => name);
            for (const member of it.members) if (member.attribute) member.reflects = member.name !== "state";
            for (const property of it.cssProperties) {
              property.syntax = property.type.text;
              delete property.type;
            }
          }
          module.exports = module.declarations.map(({ name, tagName }) => ({
            kind: "custom-element-definition",
            name: tagName,
            declaration: { name, module: "index.js" },
          }));
        }
      },
    },
  ],
};
