// Reads regulations/papers/*.toml.
#include "app/papers/paper_book.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace phusa
{

namespace
{

// One table of a file, read strictly: a key that nobody asked for is an error.
class Entry
{
public:
    Entry(const toml::table& table, std::string where) : table_(table), where_(std::move(where)) {}

    std::string text(std::string_view key)
    {
        asked_.insert(key);
        auto value = table_[key].value<std::string>();
        if (table_.contains(key) && !value)
            note(key, "phải là chuỗi ký tự");
        return value.value_or("");
    }
    std::string needed(std::string_view key)
    {
        auto value = text(key);
        if (value.empty())
            note(key, "phải có");
        return value;
    }
    bool truth(std::string_view key)
    {
        asked_.insert(key);
        return table_[key].value_or(false);
    }
    Date day(std::string_view key)
    {
        asked_.insert(key);
        auto value = table_[key].value<toml::date>();
        auto day = value ? Date::of(value->year, value->month, value->day) : std::nullopt;
        if (!day)
            note(key, "phải là một ngày");
        return day.value_or(Date());
    }
    std::optional<bool> choice_of_two(std::string_view key)
    {
        asked_.insert(key);
        return table_[key].value<bool>();
    }
    std::vector<std::string> texts(std::string_view key)
    {
        asked_.insert(key);
        std::vector<std::string> values;
        if (const auto* list = table_[key].as_array())
            for (const auto& node : *list)
                values.push_back(node.value_or(std::string()));
        return values;
    }
    template<typename Find>
    auto choice(std::string_view key, Find find) -> decltype(find(std::string_view{}))
    {
        auto value = text(key);
        auto found = value.empty() ? decltype(find(std::string_view{}))() : find(value);
        if (!value.empty() && !found)
            note(key, "không biết giá trị này");
        return found;
    }
    const toml::array* tables(std::string_view key)
    {
        asked_.insert(key);
        return table_[key].as_array();
    }
    void note(std::string_view key, std::string_view what)
    {
        if (wrong_.empty())
            wrong_ = fmt::format("papers: {}: {}: {}", where_, key, what);
    }
    // What is wrong first, if anything.
    Result<void> finish()
    {
        for (const auto& [key, node] : table_)
            if (!asked_.contains(key.str()))
                note(key.str(), "không biết mục này");
        if (!wrong_.empty())
            return problem(Problem::Kind::invalid, wrong_);
        return {};
    }

private:
    const toml::table& table_;
    std::string where_;
    std::set<std::string_view> asked_;
    std::string wrong_;
};

std::optional<IssuingUnit> issuing_unit(std::string_view key)
{
    constexpr std::array<std::pair<std::string_view, IssuingUnit>, 6> units = {
        {{"cell", IssuingUnit::cell},
         {"section", IssuingUnit::section},
         {"grassroots", IssuingUnit::grassroots},
         {"deciding", IssuingUnit::deciding},
         {"youth_union", IssuingUnit::youth_union},
         {"trade_union", IssuingUnit::trade_union}}};
    for (const auto& [name, unit] : units)
        if (name == key)
            return unit;
    return std::nullopt;
}

template<typename Read>
Result<void> each_table(const toml::table& file, std::string_view key, Read read)
{
    const auto* list = file[key].as_array();
    if (!list)
        return problem(Problem::Kind::invalid, fmt::format("papers: thiếu [[{}]]", key));
    for (const auto& node : *list) {
        if (!node.is_table())
            return problem(Problem::Kind::invalid, fmt::format("papers: {} phải là bảng", key));
        Entry entry(*node.as_table(), std::string(key));
        read(entry);
        TRY_DO(entry.finish());
    }
    return {};
}

Result<void> read_sets(const toml::table& file, PaperBook& book)
{
    TRY_DO(each_table(file, "set", [&](Entry& entry) {
        book.sets.push_back({.key = entry.needed("key"),
                             .name = entry.needed("name"),
                             .from = entry.day("from"),
                             .is_inferred = entry.needed("confidence") != "S"});
    }));
    TRY_DO(each_table(file, "body", [&](Entry& entry) {
        book.bodies.push_back({.key = entry.needed("key"),
                               .unit = entry.choice("unit", issuing_unit).value_or(IssuingUnit::cell),
                               .upper = entry.text("upper"),
                               .issuer = entry.text("issuer"),
                               .sign = entry.needed("sign")});
    }));
    TRY_DO(each_table(file, "term", [&](Entry& entry) {
        book.terms.push_back({.name = entry.needed("name"), .from = entry.day("from")});
    }));
    std::ranges::sort(book.sets, {}, &PaperSet::from);
    std::ranges::sort(book.terms, {}, &CommitteeTerm::from);
    if (book.sets.empty() || book.terms.empty())
        return problem(Problem::Kind::invalid, "papers: phải có ít nhất một bộ mẫu và một nhiệm kỳ");
    return {};
}

FormText read_text(Entry& entry)
{
    return {.sets = entry.texts("sets"),
            .is_built = entry.needed("basis") != "S",
            .head = entry.needed("head"),
            .size = entry.text("size"),
            .upper = entry.text("upper"),
            .issuer = entry.text("issuer"),
            .number = entry.text("number"),
            .place = entry.text("place"),
            .heading = entry.text("heading"),
            .body = entry.needed("body"),
            .signatures = entry.texts("sign"),
            .recipients = entry.texts("recipients")};
}

std::vector<MembershipEventKind> read_events(Entry& entry)
{
    std::vector<MembershipEventKind> events;
    for (const auto& key : entry.texts("events")) {
        auto kind = membership_event_kind(key);
        if (!kind)
            entry.note("events", "không biết giá trị này");
        events.push_back(kind.value_or(MembershipEventKind::died));
    }
    return events;
}

Result<PaperForm> read_form(const toml::table& table)
{
    Entry entry(table, table["code"].value_or(std::string("?")));
    PaperForm form{.code = entry.needed("code"),
                   .title = entry.needed("title"),
                   .act = entry.choice("act", act_kind).value_or(ActKind::application),
                   .about = entry.choice("about", matter).value_or(Matter::admission),
                   .by = entry.choice("by", introducer),
                   .certificate = entry.choice("certificate", certificate_kind),
                   .stage = entry.choice("stage", transfer_stage),
                   .readmission = entry.choice_of_two("readmission"),
                   .side = entry.choice("side", side_act),
                   .events = read_events(entry),
                   .type = entry.text("type"),
                   .issuer = entry.text("issuer"),
                   .signs = entry.needed("signs"),
                   .by_hand = entry.truth("by_hand"),
                   .is_extra = entry.truth("extra"),
                   .texts = {}};
    int occasions = (table.contains("act") ? 1 : 0) + (form.side ? 1 : 0) + (form.events.empty() ? 0 : 1);
    if (occasions != 1)
        entry.note("act", "phải có act, side hoặc events, và chỉ một");
    const auto* texts = entry.tables("text");
    if (!texts || texts->empty())
        entry.note("text", "phải có ít nhất một [[paper.text]]");
    TRY_DO(entry.finish());
    for (const auto& node : *texts) {
        Entry inner(*node.as_table(), form.code);
        form.texts.push_back(read_text(inner));
        TRY_DO(inner.finish());
    }
    return form;
}

Result<void> check(const PaperForm& form, const PaperBook& book)
{
    auto wrong = [&](std::string_view what) {
        return problem(Problem::Kind::invalid, fmt::format("papers: {}: {}", form.code, what));
    };
    if (book.form(form.code))
        return wrong("mã này đã có");
    if (!form.issuer.empty() && !book.body(form.issuer))
        return wrong("issuer: không biết cơ quan này");
    if (!form.type.empty() && form.issuer.empty())
        return wrong("type: giấy có số phải có cơ quan ban hành");
    std::set<std::string_view> sets;
    for (const auto& text : form.texts)
        for (const auto& set : text.sets)
            if (!book.set(set) || !sets.insert(set).second)
                return wrong("sets: bộ mẫu không biết hoặc nhắc lại");
    return {};
}

} // namespace

Result<PaperBook> parse_paper_book(std::string_view sets_toml, std::span<const std::string_view> forms_toml)
{
    PaperBook book;
    auto parse = [](std::string_view text) -> Result<toml::table> {
        auto parsed = toml::parse(text);
        if (!parsed)
            return problem(Problem::Kind::invalid, fmt::format("papers: {} (dòng {})", parsed.error().description(),
                                                               parsed.error().source().begin.line));
        return std::move(parsed).table();
    };
    auto sets = TRY(parse(sets_toml));
    TRY_DO(read_sets(sets, book));
    for (auto text : forms_toml) {
        auto file = TRY(parse(text));
        const auto* list = file["paper"].as_array();
        if (!list)
            return problem(Problem::Kind::invalid, "papers: thiếu [[paper]]");
        for (const auto& node : *list) {
            auto form = TRY(read_form(*node.as_table()));
            TRY_DO(check(form, book));
            book.forms.push_back(std::move(form));
        }
    }
    return book;
}

} // namespace phusa
