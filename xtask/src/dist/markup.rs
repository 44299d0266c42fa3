//! The types of the tag in markup, for those who write it in TSX and templates.
//!
//! What stands in `types/` is one file a framework, and is shipped as it is; each takes the attributes from a file
//! that is made here, of the manifest.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write;

/// The frameworks, each with its types. A package names it to have them: `import "state-chart-element/react"`.
pub(super) const FRAMEWORKS: [(&str, &str); 5] = [
    ("preact", include_str!("types/preact.d.ts")),
    ("react", include_str!("types/react.d.ts")),
    ("solid", include_str!("types/solid.d.ts")),
    ("svelte", include_str!("types/svelte.d.ts")),
    ("vue", include_str!("types/vue.d.ts")),
];

/// The file with what all of them take.
pub(super) const FILE: &str = "markup.d.ts";

/// The text after the attributes.
const REST: &str = r#"
/** What markup says of an element: attributes, and a property that is none. */
export interface StateChartProperties extends StateChartAttributes {
  /** The chart that is shown, in version 1 of the JSON format. */
  chart?: Chart | null;
}

/** What hears the events, by `on` and the name. */
export type StateChartHandlers<On extends string> = {
  [Name in keyof StateChartEventMap as `${On}${Name}`]?: (event: StateChartEventMap[Name]) => void;
};
"#;

/// The text of [`FILE`].
pub(super) fn types(manifest: &Value) -> Result<String> {
    let attributes = manifest.pointer("/modules/0/declarations/0/attributes");
    let attributes = attributes.and_then(Value::as_array);
    let mut text = String::from(
        "// The tag in markup, for all frameworks.\n\nimport type { Chart, StateChartEventMap } from \"./types.js\";\n\n\
         /** The attributes of the element. */\nexport interface StateChartAttributes {\n",
    );
    for attribute in attributes.context("the manifest tells of no attributes")? {
        let field = |pointer| attribute.pointer(pointer).and_then(Value::as_str);
        let (name, kind) = (field("/name"), field("/type/text"));
        let (name, kind) = name.zip(kind).context("an attribute has no type")?;
        let about = field("/description").unwrap_or_default();
        // Markup has a number as a text, too.
        let more = if kind.contains("number") {
            " | `${number}`"
        } else {
            ""
        };
        _ = writeln!(text, "  /** {about} */\n  {name}?: {kind}{more};");
    }
    Ok(text + "}\n" + REST)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn attributes_have_the_types_of_the_manifest() {
        let attributes = json!([
            {"name": "src", "type": {"text": "string | null"}, "description": "An address."},
            {"name": "duration", "type": {"text": "number | null"}, "description": "A time."},
        ]);
        let manifest = json!({"modules": [{"declarations": [{"attributes": attributes}]}]});
        let text = types(&manifest).unwrap();
        assert!(text.contains("  /** An address. */\n  src?: string | null;\n"));
        assert!(text.contains("  duration?: number | null | `${number}`;\n"));
        assert!(types(&json!({})).is_err());
    }
}
