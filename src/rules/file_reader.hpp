#pragma once

#include "base/date.hpp"
#include "base/toml.hpp"
#include "rules/file_mistake.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Reads the keys of one table of a data file and collects every mistake, so that whoever wrote the file sees all of
// them at once. A value that is wrong or missing reads as empty.
class FileReader
{
public:
    // `place` says which table in mistakes: "stale"; empty for the whole file.
    FileReader(const toml::table& table, std::string place, std::vector<FileMistake>& mistakes)
        : table_(table), place_(std::move(place)), mistakes_(mistakes)
    {
    }

    const toml::table& table() const { return table_; }
    // What mistakes say once the table has told its own name.
    void rename(std::string place) { place_ = std::move(place); }

    // `key` may be absent from the table: then the line is that of the table.
    void wrong(std::string_view key, std::string what);
    void check_keys(std::span<const std::string_view> known);

    std::string text(std::string_view key); // empty where it is absent
    std::string required_text(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    std::optional<Date> date(std::string_view key); // required

private:
    const toml::table& table_;
    std::string place_;
    std::vector<FileMistake>& mistakes_;
};

// The whole file; nullopt with its mistake where it is not TOML.
std::optional<toml::table> read_toml(std::string_view text, std::vector<FileMistake>& mistakes);

} // namespace phusa
