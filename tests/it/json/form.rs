//! What each error of a document's form says, word for word.

use super::errors_with;

#[test]
fn err_each_problem_of_the_form_has_its_path_and_its_words() {
    for (from, to, error) in [
        (r#""version": 1, "#, "", "version: missing"),
        (
            r#""version": 1"#,
            r#""version": "1""#,
            "version: this widget reads version 1 of the format, found `1`",
        ),
        (
            r#""version": 1"#,
            r#""version": 1.5"#,
            "version: this widget reads version 1 of the format, found `1.5`",
        ),
        (
            r#""version": 1"#,
            r#""version": [1]"#,
            "version: this widget reads version 1 of the format, found a list",
        ),
        (
            r#""title": "Lamp""#,
            r#""titel": "Lamp""#,
            "titel: unknown field; did you mean `title`?",
        ),
        (
            r#""title": "Lamp""#,
            r#""zzzzzzzz": 1"#,
            "zzzzzzzz: unknown field",
        ),
        (
            r#""title": "Lamp""#,
            r#""title": true"#,
            "title: expected a text, found `true`",
        ),
        (
            r#""title": "Lamp""#,
            r#""start": 7"#,
            "start: expected a text, found `7`",
        ),
        (
            r#"{"title": "Switch", "operations""#,
            r#"{"titles": "Switch", "operations""#,
            "groups[0].titles: unknown field; did you mean `title`?",
        ),
        (
            r#"[{"title": "Switch", "operations": ["On", {"name": "Off", "about": "dark"}]}]"#,
            r#""On, Off""#,
            "groups: expected a list, found `On, Off`",
        ),
        (
            r#""about": "dark""#,
            r#""about": {}"#,
            "groups[0].operations[1].about: expected a text, found an object",
        ),
        (
            r#"{"name": "Off", "about": "dark"}"#,
            r#"{"about": "dark"}"#,
            "groups[0].operations[1].name: missing",
        ),
        (
            r#"{"name": "Bright"}"#,
            "3",
            "rows[1].states[0]: expected an object, found `3`",
        ),
        (
            r#"{"name": "Bright"}"#,
            r#"{"name": "Bright", "abuot": "light"}"#,
            "rows[1].states[0].abuot: unknown field; did you mean `about`?",
        ),
        (
            r#"{"states": ["Dark"], "allowed": ["On"]}"#,
            "[]",
            "rows[0]: expected an object, found a list",
        ),
        (
            r#"{"states": ["Dark"], "allowed": ["On"]}"#,
            r#"{"allowed": ["On"]}"#,
            "rows[0].states: missing",
        ),
        (
            r#""allowed": ["On"]"#,
            r#""allowed": [7]"#,
            "rows[0].allowed[0]: expected a text, found `7`",
        ),
        (
            r#""allowed": ["On"]"#,
            r#""allowed": [7, "On"]"#,
            "rows[0].allowed[0]: expected a text, found `7`",
        ),
        (
            r#""allowed": ["On"]"#,
            r#""allowed": ["Onn"]"#,
            "rows[0].allowed[0]: no operation is called `Onn`; did you mean `On`?",
        ),
        (
            r#""allowed": ["On"]"#,
            r#""allowed": ["Explode"]"#,
            "rows[0].allowed[0]: no operation is called `Explode`",
        ),
        (
            r#""allowed": ["On"]"#,
            r#""allowed": ["On", "On"]"#,
            "rows[0].allowed[1]: a second `On`",
        ),
        (
            r#"{"On": "twice"}"#,
            r#"{"Off": "twice"}"#,
            "rows[1].conditional.Off: a second `Off`",
        ),
        (
            r#"{"On": "twice"}"#,
            r#"{"On": true}"#,
            "rows[1].conditional.On: expected a text, found `true`",
        ),
        (
            r#"{"On": "twice"}"#,
            r#"["On"]"#,
            "rows[1].conditional: expected an object, found a list",
        ),
        (
            r#""conditional""#,
            r#""notes": ["On"], "conditional""#,
            "rows[1].notes: expected an object, found a list",
        ),
        (
            r#""conditional""#,
            r#""notes": {"On": 409}, "conditional""#,
            "rows[1].notes.On: expected a text, found `409`",
        ),
        (
            r#""conditional""#,
            r#""notes": {"Onn": "409"}, "conditional""#,
            "rows[1].notes.Onn: no operation is called `Onn`; did you mean `On`?",
        ),
        (
            r#""conditional""#,
            r#""notes": {"On": "409", "On": "410"}, "conditional""#,
            "rows[1].notes.On: a second `On`",
        ),
        (
            r#""conditional""#,
            r#""note": {"On": "409"}, "conditional""#,
            "rows[1].note: unknown field; did you mean `notes`?",
        ),
        (
            r#"{"On": "twice"}"#,
            r#"{"On": " "}"#,
            "rows[1]: the condition of `On` is empty",
        ),
        (
            r#""from": ["Dark"]"#,
            r#""from": []"#,
            "outcomes[0].from: the list is empty",
        ),
        (
            r#""from": ["Dark"]"#,
            r#""from": "Dark""#,
            "outcomes[0].from: expected a list, found `Dark`",
        ),
        (
            r#""name": "Warming", "#,
            "",
            "outcomes[0].via.name: missing",
        ),
        (
            r#"{"state": "Bright", "source": "documented"}"#,
            r#"{"state": "Bright"}"#,
            "outcomes[0].success.source: missing",
        ),
        (
            r#"{"state": "Bright", "source": "documented"}"#,
            r#"{"state": "Bright", "source": "sure"}"#,
            "outcomes[0].success.source: expected `documented` or `inferred`, found `sure`",
        ),
        (
            r#"{"state": "Bright", "source": "documented"}"#,
            r#""Bright""#,
            "outcomes[0].success: expected an object, found `Bright`",
        ),
        (
            r#""same": true"#,
            r#""same": false"#,
            r#"outcomes[0].failure: expected exactly one of `state`, `"same": true` and `"gone": true`"#,
        ),
        (
            r#""same": true"#,
            r#""same": true, "gone": true"#,
            r#"outcomes[0].failure: expected exactly one of `state`, `"same": true` and `"gone": true`"#,
        ),
        (r#""from": "any state", "#, "", "events[0].from: missing"),
        (
            r#""from": "any state""#,
            r#""from": "anywhere""#,
            "events[0].from: expected `no service`, `any state` or a list of states, found `anywhere`",
        ),
        (
            r#""from": "any state""#,
            r#""from": {}"#,
            "events[0].from: expected `no service`, `any state` or a list of states, found an object",
        ),
        (
            r#""success": {"gone": true, "source": "inferred"}"#,
            r#""about": """#,
            "events[0].success: missing",
        ),
    ] {
        assert_eq!(errors_with(from, to), [error], "for `{to}`");
    }
}
