// Reads regulations/regulations.toml. The only file of this room that knows TOML.
#include "base/toml.hpp"
#include "rules/regulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 10> known_keys = {"number",   "title",  "issuer",   "issued", "in_force_from",
                                                         "replaces", "source", "guidance", "note",   "confidence"};

std::unexpected<Problem> wrong(std::string_view regulation, std::string_view key, std::string_view what)
{
    return problem(Problem::Kind::invalid, fmt::format("regulations.toml, {}: {}: {}", regulation, key, what));
}

// One [[regulation]] table, with a name for messages.
struct Entry {
    const toml::table& table;
    std::string name;
};

Result<std::string> text_of(const Entry& entry, std::string_view key)
{
    const toml::node* node = entry.table.get(key);
    if (!node)
        return std::string();
    if (!node->is_string())
        return wrong(entry.name, key, "phải là chuỗi ký tự");
    return node->as_string()->get();
}

Result<std::string> required_text(const Entry& entry, std::string_view key)
{
    std::string text = TRY(text_of(entry, key));
    if (text.empty())
        return wrong(entry.name, key, "thiếu");
    return text;
}

Result<Date> date_of(const Entry& entry, std::string_view key)
{
    const toml::node* node = entry.table.get(key);
    if (!node)
        return wrong(entry.name, key, "thiếu");
    if (!node->is_date())
        return wrong(entry.name, key, "phải là ngày, ví dụ 2011-11-01");
    toml::date written = node->as_date()->get();
    auto date = Date::of(written.year, written.month, written.day);
    if (!date)
        return wrong(entry.name, key, "không có ngày này");
    return *date;
}

Result<std::vector<std::string>> texts_of(const Entry& entry, std::string_view key)
{
    std::vector<std::string> texts;
    const toml::node* node = entry.table.get(key);
    if (!node)
        return texts;
    if (!node->is_array())
        return wrong(entry.name, key, "phải là danh sách chuỗi ký tự");
    for (const toml::node& item : *node->as_array()) {
        if (!item.is_string())
            return wrong(entry.name, key, "phải là danh sách chuỗi ký tự");
        texts.push_back(item.as_string()->get());
    }
    return texts;
}

Result<Confidence> confidence_of(const Entry& entry)
{
    std::string written = TRY(required_text(entry, "confidence"));
    if (written == "S")
        return Confidence::reported;
    if (written == "S2")
        return Confidence::secondary;
    return wrong(entry.name, "confidence", "chỉ nhận S hoặc S2");
}

Result<void> check_keys(const Entry& entry)
{
    for (const auto& [key, value] : entry.table)
        if (std::ranges::find(known_keys, key.str()) == known_keys.end())
            return wrong(entry.name, key.str(), "không có mục này");
    return {};
}

Result<Regulation> read_regulation(const toml::table& table, std::size_t place)
{
    Entry entry{.table = table, .name = fmt::format("văn bản thứ {}", place)};
    std::string number = TRY(required_text(entry, "number"));
    entry.name = number;
    TRY_DO(check_keys(entry));
    Regulation regulation{
        .number = number,
        .title = TRY(required_text(entry, "title")),
        .issuer = TRY(required_text(entry, "issuer")),
        .issued = TRY(date_of(entry, "issued")),
        .in_force_from = TRY(date_of(entry, "in_force_from")),
        .replaces = TRY(text_of(entry, "replaces")),
        .confidence = TRY(confidence_of(entry)),
        .source = TRY(text_of(entry, "source")),
        .guidance = TRY(texts_of(entry, "guidance")),
        .note = TRY(text_of(entry, "note")),
    };
    if (regulation.in_force_from < regulation.issued)
        return wrong(number, "in_force_from", "trước ngày ban hành");
    return regulation;
}

// Each begins after the one before and says that it replaces it: a gap or a swap in the file cannot pass.
Result<void> check_chain(const std::vector<Regulation>& regulations)
{
    const Regulation* before = nullptr;
    for (const Regulation& regulation : regulations) {
        if (before && regulation.in_force_from <= before->in_force_from)
            return wrong(regulation.number, "in_force_from", "không sau văn bản đứng trước");
        if (regulation.replaces != (before ? before->number : ""))
            return wrong(regulation.number, "replaces", "không phải văn bản đứng ngay trước");
        before = &regulation;
    }
    return {};
}

} // namespace

Result<std::vector<Regulation>> parse_regulations(std::string_view toml)
{
    auto parsed = toml::parse(toml);
    if (!parsed)
        return problem(Problem::Kind::invalid,
                       fmt::format("regulations.toml, dòng {}: {}", parsed.error().source().begin.line,
                                   parsed.error().description()));
    const toml::table& file = parsed.table();
    for (const auto& [key, value] : file)
        if (key.str() != "regulation")
            return wrong("đầu tệp", key.str(), "không có mục này");
    const toml::array* entries = file["regulation"].as_array();
    if (!entries || entries->empty() || !entries->is_array_of_tables())
        return wrong("đầu tệp", "regulation", "thiếu");
    std::vector<Regulation> regulations;
    for (const toml::node& node : *entries)
        regulations.push_back(TRY(read_regulation(*node.as_table(), regulations.size() + 1)));
    TRY_DO(check_chain(regulations));
    return regulations;
}

} // namespace phusa
