//! Charts built in Rust.

use state_chart::chart::Chart;

#[test]
fn a_chart_is_built_as_its_table_is_read() {
    let door = Chart::builder("Door")
        .operations(["Open", "Close"])
        .row("Shut", ["Open"])
        .row("Ajar", ["Open", "Close"])
        .start("Ajar")
        .service("door")
        .refusal("Not now.")
        .build()
        .unwrap();
    let said = [door.title(), door.service(), door.refusal()];
    assert_eq!(said, ["Door", "door", "Not now."]);
    let cell = |state, operation| {
        let state = door.state_named(state).unwrap();
        door.allows(state, door.operation_named(operation).unwrap())
    };
    assert_eq!(
        [
            cell("Shut", "Open"),
            cell("Shut", "Close"),
            cell("Ajar", "Close")
        ],
        [true, false, true]
    );
    assert_eq!(door.start(), door.state_named("Ajar"));
}

#[test]
fn a_chart_that_is_built_wrong_has_all_problems_as_one_error() {
    let error = Chart::builder("Door")
        .operations(["Open", "Open"])
        .row("Shut", ["Opne"])
        .start("Shutt")
        .build()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "rows[0]: no operation is called `Opne`; did you mean `Open`?\n\
         groups[0].operations[1]: a second `Open`\n\
         start: no state is called `Shutt`; did you mean `Shut`?"
    );
    let slip = Chart::builder("Door")
        .operations(["Open"])
        .row("Shut", ["Opne"]);
    assert_eq!(
        slip.build().unwrap_err().to_string(),
        "rows[0]: no operation is called `Opne`; did you mean `Open`?"
    );
}
