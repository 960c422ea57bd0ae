#include "app/dossiers/view.hpp"
#include "app/gate.hpp"
#include "app/quality/merge.hpp"
#include "base/text.hpp"
#include "domain/person_fields.hpp"
#include "web/dossiers/address.hpp"
#include "web/layout/table_view.hpp"
#include "web/membership/handlers.hpp"
#include "web/organisations/handlers.hpp"
#include "web/people/handlers.hpp"

#include <fmt/format.h>

namespace phusa::web::people
{

namespace
{

std::string path_in_words(const PersonView& view)
{
    std::vector<std::string_view> names;
    for (auto unit = view.path.rbegin(); unit != view.path.rend(); ++unit)
        names.emplace_back(unit->name);
    return fmt::format("{}", fmt::join(names, ", "));
}

View facts_of(const PersonView& view)
{
    View::List facts;
    if (!view.path.empty())
        add_fact(facts, "Nơi sinh hoạt", path_in_words(view), organisations::path_of(view.person.cell));
    for (const auto& field : person_fields())
        if (field.key != "full_name")
            add_fact(facts, std::string(field.title), field.shown(view.person));
    return View(std::move(facts));
}

View identity_fact(const Person& person)
{
    return View()
        .set("label", "Số định danh cá nhân")
        .set("text", person.identity_masked)
        .set("fact_href", "")
        .set("note", "Được giữ kín")
        .set("sealed", true);
}

std::string correction_path(const TimelineEntry& entry)
{
    if (entry.admission)
        return membership::path_of(*entry.admission);
    return entry.event ? membership::path_of(*entry.event) : std::string();
}

View event_view(const TimelineEntry& entry, bool may_change)
{
    auto text = entry.details;
    bool is_cited = !entry.regulation.on_screen.empty();
    if (is_cited)
        text += text.empty() ? "Theo " : ". Theo ";
    return View()
        .set("on", entry.shown_date)
        .set("on_machine", PartialDate::from_vietnamese(entry.shown_date).value_or(PartialDate{}).iso())
        .set("heading", entry.title)
        .set("text", text)
        .set("event_cited", is_cited)
        .set("cited", entry.regulation.on_screen)
        .set("cited_on_paper", entry.regulation.on_paper)
        .set("tone", "plain")
        .set("event_href", may_change ? correction_path(entry) : std::string())
        .set("event_label", "Đính chính")
        .set("planned", false);
}

std::string yes(bool truth) { return truth ? "Có" : ""; }

View::List admission_facts(const Admission& admission)
{
    View::List facts;
    auto coded = [&](std::string label, const Code& code) {
        add_fact(facts, std::move(label), code.number == 0 ? std::string() : std::string(code.title));
    };
    add_fact(facts, "Số quyết định", admission.decision_number);
    add_fact(facts, "Ngày quyết định", admission.decided_on ? admission.decided_on->vietnamese() : "");
    add_fact(facts, "Ngày tổ chức lễ", admission.ceremony_on ? admission.ceremony_on->vietnamese() : "Chưa ghi");
    add_fact(facts, "Tuổi khi kết nạp", std::to_string(age_in_years(admission.born, admission.counted_on())));
    coded("Nghề nghiệp (Biểu 2)", code_of(admission.occupation));
    coded("Giáo dục phổ thông", code_of(admission.general_education));
    coded("Chuyên môn, nghiệp vụ", code_of(admission.qualification));
    coded("Chức danh khoa học", code_of(admission.academic_title));
    coded("Dân tộc", ethnicities().at(admission.ethnicity));
    coded("Tôn giáo", religions().at(admission.religion));
    add_fact(facts, "Đoàn viên TNCS Hồ Chí Minh", admission.youth_union_member ? "Có" : "Không");
    add_fact(facts, "Chủ doanh nghiệp tư nhân", yes(admission.private_owner));
    add_fact(facts, "Vi phạm chính sách dân số", yes(admission.population_policy));
    add_fact(facts, "Hôn nhân với người nước ngoài", yes(admission.foreign_marriage));
    return facts;
}

View admission_view(const AdmissionView& seen)
{
    const auto& admission = seen.admission;
    return View()
        .set("admission_heading", fmt::format("{} ngày {}", admission.readmission ? "Kết nạp lại" : "Kết nạp",
                                              admission.counted_on().vietnamese()))
        .set("admission_cell", seen.cell_name)
        .set("by_regulation", !seen.regulation_name.on_screen.empty())
        .set("cited", seen.regulation_name.on_screen)
        .set("cited_on_paper", seen.regulation_name.on_paper)
        .set("regulation_note", seen.regulation_note)
        .set("facts", View(admission_facts(admission)));
}

std::string or_dash(const std::string& text) { return text.empty() ? "(để trống)" : text; }

View past_view(const PastVersion& past)
{
    TableView table("Nội dung thay đổi");
    table.quiet_caption().cards().column("Mục").column("Trước").column("Sau");
    for (const auto& change : past.changes)
        table.row({{.text = change.title}, {.text = or_dash(change.before)}, {.text = or_dash(change.after)}});
    return View()
        .set("past_when", vietnamese_time(past.replaced_at))
        .set("past_who", past.replaced_by)
        .set("past_why", past.reason)
        .set("has_changes", !past.changes.empty())
        .set("changes", std::move(table).view());
}

View past_fact_view(const PastFact& past)
{
    TableView table("Nội dung thay đổi");
    table.quiet_caption().cards().column("Mục").column("Trước").column("Sau");
    for (const auto& change : past.changes)
        table.row({{.text = change.title}, {.text = or_dash(change.before)}, {.text = or_dash(change.after)}});
    return View()
        .set("fact_subject", past.subject)
        .set("is_withdrawn", past.is_withdrawn)
        .set("past_when", vietnamese_time(past.replaced_at))
        .set("past_who", past.replaced_by)
        .set("past_why", past.reason)
        .set("has_changes", !past.changes.empty())
        .set("changes", std::move(table).view());
}

View merged_view(const Person& person)
{
    return View()
        .set("merged_href", path_of(person.id))
        .set("merged_name", person.name)
        .set("merged_number", person.id.value);
}

template<typename Range, typename Make>
View list_of(const Range& range, Make make)
{
    View::List list;
    for (const auto& each : range)
        list.push_back(make(each));
    return View(std::move(list));
}

// The way to the dossier, or to opening one for somebody who is no member.
View::List dossier_actions(Site& site, const Request& request, const Person& person)
{
    View::List actions;
    const auto& actor = asking(request);
    if (!may(site.app(), actor, Right::see_dossiers, person.cell))
        return actions;
    auto dossiers = dossiers_of_person(site.app(), actor, person.id).value_or(std::vector<DossierOfPerson>());
    for (const auto& dossier : dossiers) {
        auto title = fmt::format("Hồ sơ kết nạp: {}", lower_case(title_of(dossier.stage.stage)));
        actions.push_back(action(dossiers::path_of(dossier.id), title, "dossiers", is_open(dossier.stage.stage)));
    }
    bool is_underway = !dossiers.empty() && is_open(dossiers.front().stage.stage);
    bool may_open = may(site.app(), actor, Right::record_cell_acts, person.cell);
    if (!is_underway && !is_member(person.standing) && person.standing != Standing::died && may_open)
        actions.push_back(action(dossiers::opening_path(person.id), "Lập hồ sơ kết nạp", "add"));
    return actions;
}

View content_of(Site& site, const Request& request, const PersonView& view)
{
    const auto& person = view.person;
    auto may_here = [&](Right right) { return may(site.app(), asking(request), right, person.cell); };
    auto actions = dossier_actions(site, request, person);
    if (may_here(Right::change_people))
        actions.push_back(action(path_of(person.id) + "/dinh-chinh", "Đính chính", "change"));
    if (may_here(Right::change_people) && person.standing != Standing::none)
        actions.push_back(action(path_of(person.id) + "/bien-dong-moi", "Ghi việc còn thiếu", "add"));
    auto facts = *facts_of(view).list();
    if (!person.identity_masked.empty()) {
        facts.push_back(identity_fact(person));
        if (may_here(Right::reveal_identity))
            actions.push_back(action(path_of(person.id) + "/so-dinh-danh", "Xem số định danh", "lock"));
    }
    View content;
    content.set("head", page_head(person.name, view.path.empty() ? std::string() : view.path.back().name, {}, actions));
    content.set("badge", std::string(title_of(person.standing))).set("tone", tone_of(person.standing));
    content.set("is_invented", person.invented).set("facts", View(std::move(facts)));
    bool may_change = may_here(Right::change_people);
    content.set("events", list_of(view.timeline, [&](const auto& entry) { return event_view(entry, may_change); }));
    auto merged = records_merged_into(site.app(), person.id);
    content.set("has_merged", !merged.empty()).set("merged", list_of(merged, merged_view));
    content.set("has_past_facts", !view.past_facts.empty()).set("past_facts", list_of(view.past_facts, past_fact_view));
    content.set("has_admissions", !view.admissions.empty()).set("admissions", list_of(view.admissions, admission_view));
    content.set("has_past", !view.past.empty()).set("past", list_of(view.past, past_view));
    return content;
}

// A record that went into another one: as it was last, with the way to the one that was kept.
Response merged_page(Site& site, const Request& request, const MergedRecord& record)
{
    const auto& person = record.person;
    View::List facts;
    add_fact(facts, "Nơi sinh hoạt", record.cell_name);
    for (const auto& field : person_fields())
        add_fact(facts, std::string(field.title), field.shown(person));
    View content;
    content.set("head", page_head(person.name, "Hồ sơ đã gộp"));
    content.set("kept_name", record.kept.name).set("kept_href", path_of(record.kept.id));
    content.set("when", vietnamese_time(record.merged_at)).set("who", record.merged_by).set("why", record.reason);
    content.set("facts", View(std::move(facts)));
    content.set("can_undo", record.can_undo).set("undo_action", path_of(person.id) + "/tach");
    Page page{.view = "people/merged", .title = person.name, .section = "nguoi"};
    page.crumbs.emplace_back(record.kept.name, path_of(record.kept.id));
    return site.page(request, page, std::move(content));
}

} // namespace

Result<Response> show(Site& site, const Request& request)
{
    auto id = TRY(request.id<struct Person>("id"));
    auto seen = show_person(site.app(), asking(request), id);
    if (!seen && seen.error().kind == Problem::Kind::not_found)
        if (auto merged = merged_record(site.app(), asking(request), id))
            return merged_page(site, request, *merged);
    auto view = TRY(std::move(seen));
    Page page{.view = "people/show", .title = view.person.name, .section = "nguoi"};
    for (const auto& unit : view.path)
        page.crumbs.emplace_back(unit.name, organisations::path_of(unit.id));
    return site.page(request, page, content_of(site, request, view));
}

} // namespace phusa::web::people
