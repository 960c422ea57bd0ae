#include "app/quality/sheet.hpp"
#include "base/number_text.hpp"
#include "domain/person_fields.hpp"
#include "web/layout/table_view.hpp"
#include "web/organisations/handlers.hpp"
#include "web/quality/handlers.hpp"
#include "web/site/list.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa::web::quality
{

namespace
{

// What the sheet shows of everybody, in this order; what is missing is a line to write on.
constexpr std::string_view shown_fields[] = {
    "born", "sex", "ethnicity", "religion", "home", "residence", "general_education", "qualification", "card_number"};
constexpr std::string_view admission_fields_shown[] = {"ceremony_on", "decided_on", "decision_number",
                                                       "admission_occupation", "admission_education"};

bool is_gap(const SheetPerson& one, std::string_view key) { return std::ranges::find(one.gaps, key) != one.gaps.end(); }

std::string shown_of(const Person& person, std::string_view key)
{
    auto field = std::ranges::find(person_fields(), key, &PersonField::key);
    auto text = field->shown(person);
    return text == "Chưa rõ" ? std::string() : text;
}

std::string shown_of(const Admission& admission, std::string_view key)
{
    if (key == "ceremony_on")
        return admission.ceremony_on ? admission.ceremony_on->vietnamese() : "";
    if (key == "decided_on")
        return admission.decided_on ? admission.decided_on->vietnamese() : "";
    if (key == "decision_number")
        return admission.decision_number;
    if (key == "admission_occupation")
        return admission.occupation == Occupation::unknown ? "" : std::string(code_of(admission.occupation).title);
    return admission.general_education == GeneralEducation::unknown
               ? ""
               : std::string(code_of(admission.general_education).title);
}

View entry_of(std::string_view key, std::string text, bool is_asked)
{
    return View()
        .set("label", title_of_sheet_field(key))
        .set("text", text)
        .set("blank", text.empty() && is_asked)
        .set("mend", !text.empty() && is_asked);
}

View person_of(const SheetPerson& one, std::size_t number)
{
    View::List known;
    View::List blanks;
    auto put = [&](std::string_view key, const std::string& text) {
        bool is_asked = is_gap(one, key);
        if (is_asked)
            blanks.push_back(entry_of(key, text, true));
        else if (!text.empty())
            known.push_back(entry_of(key, text, false));
    };
    for (auto key : shown_fields)
        put(key, shown_of(one.person, key));
    put("identity", one.person.identity_masked);
    if (one.admission)
        for (auto key : admission_fields_shown)
            put(key, shown_of(*one.admission, key));
    put("recognised_on", one.recognised ? one.recognised->vietnamese() : "");
    bool has_blanks = !blanks.empty();
    return View()
        .set("number", number)
        .set("name", one.person.name)
        .set("standing", title_of(one.person.standing))
        .set("known", View(std::move(known)))
        .set("has_blanks", has_blanks)
        .set("blanks", View(std::move(blanks)));
}

View sheet_view(const CellSheet& sheet, Date today)
{
    View::List people;
    std::size_t incomplete = 0;
    for (const auto& one : sheet.people) {
        people.push_back(person_of(one, people.size() + 1));
        incomplete += one.gaps.empty() ? 0 : 1;
    }
    bool has_people = !people.empty();
    return View()
        .set("cell", sheet.cell.name)
        .set("above", sheet.above)
        .set("code", sheet.cell.code)
        .set("day", today.vietnamese())
        .set("people_count", vietnamese_number(static_cast<std::int64_t>(sheet.people.size())))
        .set("incomplete_count", vietnamese_number(static_cast<std::int64_t>(incomplete)))
        .set("has_people", has_people)
        .set("people", View(std::move(people)));
}

} // namespace

Result<Response> sheets(Site& site, const Request& request)
{
    auto unit = TRY(request.id<struct Organisation>("id"));
    auto all = TRY(correction_sheets(site.app(), asking(request), unit));
    View::List views;
    for (const auto& sheet : all)
        views.push_back(sheet_view(sheet, site.app().today()));
    auto path = organisations::path_of(unit);
    View::List actions;
    actions.push_back(action(path + "/phieu-ra-soat.xlsx", "Tải Excel để điền", "export"));
    if (all.size() == 1)
        actions.push_back(action(path + "/nhap-phieu", "Nhập phiếu đã điền", "change", true));
    View content;
    content.set("head",
                page_head("Phiếu rà soát", {},
                          fmt::format("{} chi bộ, mỗi chi bộ một phiếu. In ra, đưa chi bộ điền bằng tay rồi nhập "
                                      "lại.",
                                      all.size()),
                          std::move(actions)));
    content.set("invented_note", site.app().invented()).set("sheets", View(std::move(views)));
    Page page{.view = "quality/sheets", .title = "Phiếu rà soát", .section = section};
    page.crumbs.emplace_back("Chất lượng dữ liệu", fmt::format("/chat-luong?don_vi={}", unit.value));
    return site.page(request, page, std::move(content));
}

Result<Response> sheet_file(Site& site, const Request& request)
{
    auto unit = TRY(request.id<struct Organisation>("id"));
    auto rows = TRY(correction_sheet_rows(site.app(), asking(request), unit));
    return file_of(std::move(rows), ExportFormat::xlsx, fmt::format("phieu-ra-soat-{}.xlsx", unit.value));
}

} // namespace phusa::web::quality
