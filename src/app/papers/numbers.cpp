#include "app/papers/numbers.hpp"

#include "app/gate.hpp"
#include "app/papers/paper_series.hpp"
#include "app/recording.hpp"
#include "base/text.hpp"
#include "storage/organisations.hpp"
#include "storage/paper_numbers.hpp"
#include "storage/paper_terms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

// Whose office tells: those who work for that very kind of body.
Result<void> may_tell(const Gate& gate, const Organisation& body)
{
    auto of = body.beside.value_or(body.id);
    if (is_mass_organisation(body.kind) || has_members(body.kind))
        return gate.pass(Right::record_cell_acts, of);
    if (body.kind == OrganisationKind::section_committee || body.kind == OrganisationKind::grassroots_committee)
        return gate.pass(Right::record_committee_acts, of);
    return gate.pass(Right::record_decisions, of);
}

std::unexpected<Problem> no_such_body()
{
    return problem(Problem::Kind::not_found, "Không có đơn vị này trong phạm vi của anh/chị.");
}

Result<Organisation> body_behind_gate(App& app, storage::Session& session, const Gate& gate, OrganisationId id)
{
    auto body = storage::organisation_on(session, id, app.today());
    if (!body || is_school(body->kind) || !gate.pass(Right::see_organisations, body->beside.value_or(body->id)))
        return no_such_body();
    return std::move(*body);
}

bool issues(const Organisation& body, IssuingUnit unit)
{
    switch (unit) {
    case IssuingUnit::cell:
        return has_members(body.kind);
    case IssuingUnit::section:
        return body.kind == OrganisationKind::section_committee;
    case IssuingUnit::grassroots:
        return is_grassroots(body.kind);
    case IssuingUnit::deciding:
        return !is_mass_organisation(body.kind) && !has_members(body.kind) &&
               body.kind != OrganisationKind::section_committee && body.kind != OrganisationKind::grassroots_committee;
    case IssuingUnit::youth_union:
        return body.kind == OrganisationKind::youth_union;
    case IssuingUnit::trade_union:
        return body.kind == OrganisationKind::trade_union;
    }
    return false;
}

// Kinds of documents with a number that such a body issues, and the sign that they bear.
void read_types(BodyNumbers& numbers)
{
    for (const auto& form : paper_book().forms) {
        const auto* issuer = form.type.empty() ? nullptr : paper_book().body(form.issuer);
        if (!issuer || !issues(numbers.body, issuer->unit))
            continue;
        numbers.sign = sign_of_series(form, numbers.body);
        if (std::ranges::find(numbers.types, form.type) == numbers.types.end())
            numbers.types.push_back(form.type);
    }
    std::ranges::sort(numbers.types);
}

void read_terms(App& app, storage::Session& session, BodyNumbers& numbers)
{
    numbers.own_terms = storage::committee_terms_of(session, numbers.body.id);
    numbers.term_today = term_of(session, numbers.body.id, app.today());
    for (const auto& list : {numbers.own_terms, paper_book().terms})
        for (const auto& term : list)
            if (std::ranges::find(numbers.terms, term.name) == numbers.terms.end())
                numbers.terms.push_back(term.name);
    std::ranges::sort(numbers.terms, std::greater());
}

BodyNumbers read(App& app, storage::Session& session, const Gate& gate, Organisation body)
{
    BodyNumbers numbers{.body = std::move(body)};
    numbers.may_change = may_tell(gate, numbers.body).has_value();
    read_types(numbers);
    read_terms(app, session, numbers);
    for (auto& state : storage::number_series_of(session, numbers.body.id)) {
        auto next = storage::free_number(session, state.series);
        numbers.series.push_back(
            {.series = std::move(state.series), .given = state.given, .count = state.count, .next = next});
    }
    return numbers;
}

// "2025-2030" as people type it.
std::string term_name(std::string_view typed)
{
    std::string name;
    for (char letter : clean_text(typed))
        if (letter == '-')
            name += "–";
        else if (letter != ' ')
            name += letter;
    return name;
}

bool is_term_name(std::string_view name)
{
    constexpr std::string_view dash = "–";
    constexpr std::size_t year = 4;
    auto is_year = [](std::string_view text) {
        return text.size() == year && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    auto at = name.find(dash);
    return at != std::string_view::npos && is_year(name.substr(0, at)) && is_year(name.substr(at + dash.size())) &&
           name.substr(0, at) < name.substr(at + dash.size());
}

Change change_of(std::string action, const Organisation& body, std::vector<std::pair<std::string, std::string>> details)
{
    return {.action = std::move(action),
            .subject = fmt::format("organisation:{}", body.id.value),
            .person = {},
            .organisation = body.id,
            .details = std::move(details)};
}

} // namespace

Result<BodyNumbers> body_numbers(App& app, const Actor& actor, OrganisationId id)
{
    Gate gate(app, actor);
    auto session = app.database().read();
    return read(app, session, gate, TRY(body_behind_gate(app, session, gate, id)));
}

Result<void> tell_numbers_given(App& app, const Actor& actor, const NumbersGiven& told)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto numbers = read(app, transaction, gate, TRY(body_behind_gate(app, transaction, gate, told.body)));
    TRY_DO(may_tell(gate, numbers.body));
    if (std::ranges::find(numbers.types, told.type) == numbers.types.end())
        return invalid("type", "Đơn vị này không ban hành loại văn bản ấy.");
    if (std::ranges::find(numbers.terms, told.term) == numbers.terms.end())
        return invalid("term", "Hãy chọn một nhiệm kỳ trong danh sách.");
    if (told.last < 0 || told.last > paper_number_max)
        return invalid("last", fmt::format("Số cuối phải từ 0 đến {}.", paper_number_max));
    NumberSeries series{.body = numbers.body.id, .sign = numbers.sign, .type = told.type, .term = told.term};
    auto by = record(app, transaction, actor,
                     change_of("paper_numbers.tell", numbers.body,
                               {{"type", told.type}, {"term", told.term}, {"last", std::to_string(told.last)}}));
    storage::set_numbers_given(transaction, series, told.last, by);
    transaction.commit();
    return {};
}

Result<void> tell_term(App& app, const Actor& actor, OrganisationId id, const CommitteeTerm& told)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto body = TRY(body_behind_gate(app, transaction, gate, id));
    TRY_DO(may_tell(gate, body));
    CommitteeTerm term{.name = term_name(told.name), .from = told.from};
    if (!is_term_name(term.name))
        return invalid("name", "Hãy ghi nhiệm kỳ bằng hai năm, như 2025–2030.");
    auto by = record(app, transaction, actor,
                     change_of("paper_term.tell", body, {{"term", term.name}, {"from", term.from.iso()}}));
    storage::put_committee_term(transaction, id, term, by);
    transaction.commit();
    return {};
}

Result<void> forget_term(App& app, const Actor& actor, OrganisationId id, const std::string& name)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto body = TRY(body_behind_gate(app, transaction, gate, id));
    TRY_DO(may_tell(gate, body));
    auto terms = storage::committee_terms_of(transaction, id);
    if (std::ranges::find(terms, name, &CommitteeTerm::name) == terms.end())
        return problem(Problem::Kind::not_found, "Đơn vị này không khai nhiệm kỳ ấy.");
    for (const auto& state : storage::number_series_of(transaction, id))
        if (state.series.term == name && state.count > 0)
            return problem(Problem::Kind::refused, "Đã có văn bản mang số trong nhiệm kỳ này nên không bỏ được. Ngày "
                                                   "bắt đầu ghi sai thì khai lại nhiệm kỳ với ngày đúng.");
    record(app, transaction, actor, change_of("paper_term.forget", body, {{"term", name}}));
    storage::remove_committee_term(transaction, id, name);
    transaction.commit();
    return {};
}

} // namespace phusa
