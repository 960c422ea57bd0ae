#include "web/audit_rounds/check_form.hpp"

#include "web/audit_rounds/handlers.hpp"
#include "web/layout/form_view.hpp"
#include "web/site/form.hpp"

#include <algorithm>

namespace phusa::web::audit_rounds
{

namespace
{

constexpr std::string_view box = "fault"; // one for each kind, with its key as value

std::string severity_field(std::string_view kind) { return "severity." + std::string(kind); }
std::string note_field(std::string_view kind) { return "note." + std::string(kind); }

const CheckFault* standing_fault(const CheckSheet& sheet, const std::string& kind)
{
    auto found = std::ranges::find(sheet.faults, kind, &CheckFault::kind);
    return found == sheet.faults.end() ? nullptr : &*found;
}

View severities_of(FaultSeverity chosen)
{
    View::List options;
    for (auto severity : all_fault_severities())
        options.push_back(
            View().set("value", key_of(severity)).set("label", title_of(severity)).set("chosen", severity == chosen));
    return View(std::move(options));
}

std::string error_of(const Problem* problem, const std::string& field)
{
    if (problem)
        for (const auto& wrong : problem->fields)
            if (wrong.name == field)
                return wrong.message;
    return {};
}

View kind_view(const CheckSheet& sheet, const CheckFaultKind& kind, const Fields& typed, const Problem* problem)
{
    const auto* fault = standing_fault(sheet, kind.key);
    bool ticked = fault != nullptr;
    auto severity = fault ? fault->severity : kind.severity;
    auto note = fault ? fault->note : std::string();
    if (!typed.empty()) {
        auto boxes = typed.all(box);
        ticked = std::ranges::find(boxes, kind.key) != boxes.end();
        severity = fault_severity(typed.text(severity_field(kind.key))).value_or(severity);
        note = std::string(typed.text(note_field(kind.key)));
    }
    bool is_corrected = fault && fault->state() != CorrectionState::open;
    return View()
        .set("key", kind.key)
        .set("kind_title", kind.title)
        .set("look", kind.look)
        .set("ticked", ticked)
        .set("severities", severities_of(severity))
        .set("note_name", note_field(kind.key))
        .set("severity_name", severity_field(kind.key))
        .set("kind_note", note)
        .set("kind_error", error_of(problem, note_field(kind.key)))
        .set("corrected", is_corrected ? std::string(title_of(fault->state())) : std::string());
}

} // namespace

View check_form_view(const CheckSheet& sheet, Date today, const Fields& typed, const Problem* problem)
{
    const auto& sample = sheet.line.sample;
    FormView form(path_of(sample.id), "Lưu kết quả kiểm tra", typed, problem);
    form.date("checked", "Ngày kiểm tra", {.required = true, .value = sample.checked.value_or(today).vietnamese()});
    auto by = sheet.faults.empty() ? sheet.correct_by : sheet.faults.front().due;
    form.date("correct_by", "Hạn khắc phục", {.hint = "Khi có thiếu sót.", .value = by.vietnamese()});
    form.longer("note", "Nhận xét chung", {.value = sheet.note});
    form.hidden("version", std::to_string(sample.version));
    View::List kinds;
    for (const auto& kind : check_fault_kinds())
        kinds.push_back(kind_view(sheet, kind, typed, problem));
    auto view = form.view();
    view.set("kinds", View(std::move(kinds)));
    return view;
}

Result<CheckReturn> read_check(const Fields& fields, AuditSampleId sample)
{
    FormReader form(fields);
    CheckReturn sent{.sample = sample};
    sent.version = form.number("version", Need::required).value_or(0);
    sent.checked = form.date("checked", Need::required).value_or(Date());
    auto by = form.date("correct_by");
    sent.note = form.note("note");
    for (auto kind : fields.all(box)) {
        CheckReturn::Found found{.kind = std::string(kind)};
        found.severity = form.choice(severity_field(kind), fault_severity).value_or(FaultSeverity::ordinary);
        found.note = form.text(note_field(kind));
        sent.found.push_back(std::move(found));
    }
    if (!sent.found.empty() && !by)
        form.wrong("correct_by", "Có thiếu sót thì phải ghi hạn khắc phục.");
    sent.correct_by = by.value_or(sent.checked);
    if (auto wrong = form.problem())
        return std::unexpected(*wrong);
    return sent;
}

} // namespace phusa::web::audit_rounds
