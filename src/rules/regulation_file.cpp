// Reads regulations/regulations.toml.
#include "rules/regulation_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<std::string_view, 10> known_keys = {"number",   "title",  "issuer",   "issued", "in_force_from",
                                                         "replaces", "source", "guidance", "note",   "confidence"};

Confidence confidence_of(FileReader& reader)
{
    auto written = reader.required_text("confidence");
    if (!written.empty() && written != "S" && written != "S2")
        reader.wrong("confidence", "chỉ nhận S hoặc S2");
    return written == "S" ? Confidence::reported : Confidence::secondary;
}

// Each begins after the one before and says that it replaces it: a gap or a swap in the file cannot pass.
void check_chain(const std::vector<Regulation>& regulations, std::vector<FileMistake>& mistakes)
{
    const Regulation* before = nullptr;
    for (const Regulation& regulation : regulations) {
        auto wrong = [&](std::string_view key, std::string what) {
            mistakes.push_back({.where = fmt::format("{}: {}", regulation.number, key), .what = std::move(what)});
        };
        if (before && regulation.in_force_from <= before->in_force_from)
            wrong("in_force_from", "không sau văn bản đứng trước");
        if (regulation.replaces != (before ? before->number : ""))
            wrong("replaces", "không phải văn bản đứng ngay trước");
        before = &regulation;
    }
}

// Those of the file in its order, and what is wrong with it.
std::vector<Regulation> read_all(std::string_view text, std::vector<FileMistake>& mistakes)
{
    std::vector<Regulation> regulations;
    auto file = read_toml(text, mistakes);
    if (!file)
        return regulations;
    FileReader whole(*file, "đầu tệp", mistakes);
    whole.check_keys(std::array<std::string_view, 1>{"regulation"});
    const toml::array* entries = file->get_as<toml::array>("regulation");
    if (!entries || entries->empty() || !entries->is_array_of_tables()) {
        whole.wrong("regulation", "thiếu");
        return regulations;
    }
    for (const toml::node& node : *entries) {
        FileReader reader(*node.as_table(), fmt::format("văn bản thứ {}", regulations.size() + 1), mistakes);
        regulations.push_back(read_regulation(reader));
    }
    if (mistakes.empty())
        check_chain(regulations, mistakes);
    return regulations;
}

} // namespace

Regulation read_regulation(FileReader& reader)
{
    Regulation regulation;
    regulation.number = reader.required_text("number");
    if (!regulation.number.empty())
        reader.rename(regulation.number);
    reader.check_keys(known_keys);
    regulation.title = reader.required_text("title");
    regulation.issuer = reader.required_text("issuer");
    auto issued = reader.date("issued");
    auto in_force_from = reader.date("in_force_from");
    regulation.replaces = reader.text("replaces");
    regulation.confidence = confidence_of(reader);
    regulation.source = reader.text("source");
    regulation.guidance = reader.texts("guidance");
    regulation.note = reader.text("note");
    if (issued && in_force_from && *in_force_from < *issued)
        reader.wrong("in_force_from", "trước ngày ban hành");
    regulation.issued = issued.value_or(Date());
    regulation.in_force_from = in_force_from.value_or(Date());
    return regulation;
}

Result<std::vector<Regulation>> parse_regulations(std::string_view toml)
{
    std::vector<FileMistake> mistakes;
    auto regulations = read_all(toml, mistakes);
    if (!mistakes.empty())
        return std::unexpected(problem_of("regulations.toml", mistakes));
    return regulations;
}

} // namespace phusa
