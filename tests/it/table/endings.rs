//! Where an operation leads, in columns for success and for failure.

use super::draw::draw;

/// Holds that a list with these headers for the state after a success and after a failure is read so.
fn check_ends(headers: [&str; 4]) {
    let [state, operation, success, failure] = headers;
    let drawing = draw(&format!(
        "<table><tr><th>{state}<th>{operation}<th>{success}<th>{failure}</tr>
         <tr><td>Idle<td>Start<td>Busy<td>Broken</tr><tr><td>Busy<td>Stop<td>Idle<td>Broken</tr>
         <tr><td>Broken<td>Stop<td>Idle<td>Broken</tr></table>"
    ));
    assert!(
        drawing.ends_with(
            "Start from Idle to Busy or Broken\nStop from Busy & Broken to Idle or Broken\n"
        ),
        "{headers:?}: {drawing}"
    );
}

#[test]
fn headers_for_success_and_failure_are_known_as_people_write_them() {
    for headers in [
        ["State on success", "State on failure"],
        ["State if it succeeds", "State if it fails"],
        ["Success state", "Failure state"],
        ["New state", "Error state"],
        ["Next state", "Next state on error"],
        ["Next state (success)", "Next state (failure)"],
        ["Next on success", "Next on failure"],
        ["On success", "On failure"],
        ["On success to", "On failure to"],
        ["Goes to on success", "Goes to on failure"],
        ["Leads to", "Or on error to"],
        ["If successful", "If failed"],
        ["If it succeeds", "If unsuccessful"],
        ["Success", "Error"],
        ["On success", "Error"],
        ["Then", "Else"],
        ["Then", "Otherwise"],
    ] {
        let [success, failure] = headers;
        check_ends(["State", "Operation", success, failure]);
    }
}

#[test]
fn headers_for_success_and_failure_are_known_in_each_language() {
    for headers in [
        ["Zustand", "Aktion", "Bei Erfolg", "Bei Fehler"],
        ["Zustand", "Aktion", "Im Erfolgsfall", "Im Fehlerfall"],
        ["Zustand", "Aktion", "Erfolg nach", "Fehler nach"],
        ["État", "Opération", "En cas de succès", "En cas d'échec"],
        ["État", "Opération", "Si succès", "Si échec"],
        [
            "Estado",
            "Operación",
            "En caso de éxito",
            "En caso de fallo",
        ],
        ["Stato", "Operazione", "Se riesce", "Se fallisce"],
        [
            "Estado",
            "Operação",
            "Em caso de sucesso",
            "Em caso de falha",
        ],
        ["Toestand", "Actie", "Bij succes", "Bij fout"],
        [
            "Stan",
            "Operacja",
            "W razie powodzenia",
            "W razie niepowodzenia",
        ],
        ["Durum", "İşlem", "Başarı durumunda", "Hata durumunda"],
        ["Состояние", "Действие", "При успехе", "При ошибке"],
        [
            "Состояние",
            "Действие",
            "В случае успеха",
            "В случае ошибки",
        ],
        ["状態", "操作", "成功時", "失敗時"],
        ["状态", "操作", "成功后", "失败后"],
        ["상태", "작업", "성공 시", "실패 시"],
        ["الحالة", "العملية", "عند النجاح", "عند الفشل"],
    ] {
        check_ends(headers);
    }
}

#[test]
fn headers_that_say_where_an_operation_leads_are_known() {
    for header in [
        "Leads to",
        "Goes to",
        "Results in",
        "Ends in",
        "Becomes",
        "Transitions to",
    ] {
        let drawing = draw(&format!(
            "<table><tr><th>State<th>Operation<th>{header}</tr><tr><td>Idle<td>Start<td>Busy</tr>
             <tr><td>Busy<td>Stop<td>Idle</tr></table>"
        ));
        assert!(
            drawing.ends_with("Start from Idle to Busy\nStop from Busy to Idle\n"),
            "{header}: {drawing}"
        );
    }
}
