#include "app/scans/digital_names.hpp"

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace phusa
{

namespace
{

constexpr std::string_view path = "regulations/scans/cv-1361.toml";

std::vector<DigitalName> read_names()
{
    auto parsed = toml::parse(embedded_file(path).value_or(""));
    const auto* rows = parsed ? parsed.table()["name"].as_array() : nullptr;
    if (!rows)
        throw std::runtime_error(std::string(path) + " không đọc được");
    std::vector<DigitalName> names;
    for (const auto& row : *rows) {
        const auto& table = *row.as_table();
        names.push_back({.number = table["number"].value_or(0),
                         .code = table["code"].value_or(std::string()),
                         .title = table["title"].value_or(std::string()),
                         .of_readmission = table["readmission"].value_or(false)});
    }
    return names;
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// One word; its first letter keeps its size.
std::string plain_word(const std::string& word)
{
    auto plain = fold(word);
    std::erase_if(plain, [](char c) { return !is_plain(c); });
    if (!plain.empty() && word != lower_case(word) && plain.front() >= 'a')
        plain.front() = static_cast<char>(plain.front() - 'a' + 'A');
    return plain;
}

std::vector<std::string> plain_words(std::string_view text)
{
    std::istringstream words{std::string(text)};
    std::vector<std::string> plain;
    for (std::string word; words >> word;)
        if (auto each = plain_word(word); !each.empty() && each != "-")
            plain.push_back(std::move(each));
    return plain;
}

} // namespace

std::string DigitalName::stem() const { return fmt::format("{:02}.{}", number, without_accents(title)); }

const std::vector<DigitalName>& digital_names()
{
    static const auto names = read_names();
    return names;
}

const DigitalName* digital_name(std::string_view code, bool is_readmission)
{
    const DigitalName* found = nullptr;
    for (const auto& name : digital_names())
        if (name.code == code && (!found || name.of_readmission == is_readmission))
            found = &name;
    return found;
}

std::string without_accents(std::string_view text) { return fmt::format("{}", fmt::join(plain_words(text), " ")); }

std::string member_folder(std::optional<std::string> identity, std::int64_t dossier, std::string_view name)
{
    auto joined = fmt::format("{}", fmt::join(plain_words(title_case_name(name)), ""));
    return fmt::format("{}_{}", identity.value_or(fmt::format("HS{}", dossier)), joined);
}

} // namespace phusa
