//! What each error of the chart in a document says, word for word.

use super::errors_with;

#[test]
fn err_each_problem_of_the_chart_has_its_path_and_its_words() {
    let long = "x".repeat(201);
    let with_long = format!(r#"{{"name": "{long}"}}"#);
    for (from, to, error) in [
        (
            r#"["On", {"name": "Off", "about": "dark"}]}]"#,
            r#"["On", "Off"]}, {"operations": []}]"#,
            "groups[1]: the group names no operation",
        ),
        (
            r#"["On", {"name": "Off", "about": "dark"}]"#,
            r#"["On", "Off", "On"]"#,
            "groups[0].operations[2]: a second `On`",
        ),
        (
            r#"["On", {"name": "Off", "about": "dark"}]"#,
            r#"["On", "Off", " "]"#,
            "groups[0].operations[2]: the name is empty",
        ),
        (
            r#"{"states": [{"name": "Bright"}]"#,
            r#"{"states": ["Bright", "Dark"]"#,
            "rows[1].states[1]: a second `Dark`",
        ),
        (
            r#""allowed": ["On"]}"#,
            r#""allowed": ["On"]}, {"states": []}"#,
            "rows[1]: the row names no state",
        ),
        (
            r#"[{"name": "Bright"}]"#,
            &format!(r#"["Bright", {with_long}]"#),
            "rows[1].states[1]: the name has 201 characters, more than 200",
        ),
        (
            r#""title": "Lamp""#,
            r#""start": "Drak""#,
            "start: no state is called `Drak`; did you mean `Dark`?",
        ),
        (
            r#""title": "Lamp""#,
            r#""start": "Elsewhere""#,
            "start: no state is called `Elsewhere`",
        ),
        (
            r#""operation": "On""#,
            r#""operation": "Onn""#,
            "outcomes[0].operation: no operation is called `Onn`; did you mean `On`?",
        ),
        (
            r#""from": ["Dark"]"#,
            r#""from": ["Dark", "Bleak"]"#,
            "outcomes[0].from[1]: no state is called `Bleak`",
        ),
        (
            r#""from": ["Dark"]"#,
            r#""from": ["Dark", "Dark"]"#,
            "outcomes[0].from[1]: a second outcome of `On` from `Dark`",
        ),
        (
            r#""operation": "On""#,
            r#""operation": "Off""#,
            "outcomes[0].from[0]: an outcome of `Off` from `Dark`, where it is not allowed",
        ),
        (
            r#""outcomes": ["#,
            r#""outcomes": [{"operation": "Off"}, {"operation": "Off"}, "#,
            "outcomes[1]: a second outcome of `Off` for the states that no other names",
        ),
        (
            r#""name": "Warming""#,
            r#""name": """#,
            "outcomes[0].via.name: the name is empty",
        ),
        (
            r#""state": "Bright""#,
            r#""state": "bright""#,
            "outcomes[0].success: no state is called `bright`; did you mean `Bright`?",
        ),
        (
            r#""name": "Burn out""#,
            r#""name": "On""#,
            "events[0]: a second `On`",
        ),
        (
            r#""from": "any state""#,
            r#""from": []"#,
            "events[0].from: no state is named",
        ),
        (
            r#""from": "any state""#,
            r#""from": ["Dark", "Dark"]"#,
            "events[0].from[1]: a second `Dark`",
        ),
    ] {
        assert_eq!(errors_with(from, to), [error], "for `{to}`");
    }
}
