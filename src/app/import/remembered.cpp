#include "app/import/remembered.hpp"

#include "base/sealing.hpp"
#include "storage/settings.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <charconv>

namespace phusa
{

namespace
{

// Where choices for these heads are kept: heads are the same when their plain texts are.
std::string setting_name(ImportKind kind, const SheetHead& head)
{
    std::string heads;
    for (const auto& column : head.columns)
        heads.append(plain_head(column.head)).append("\n");
    constexpr std::size_t digits = 32;
    return fmt::format("import.columns.{}.{}", key_of(kind), to_hex(sha256(heads)).substr(0, digits));
}

} // namespace

std::map<std::size_t, std::string> remembered_columns(storage::Session& session, ImportKind kind, const SheetHead& head)
{
    std::map<std::size_t, std::string> columns;
    auto text = storage::setting(session, setting_name(kind, head));
    if (!text)
        return columns;
    auto kept = boost::json::parse(*text);
    for (const auto& [index, key] : kept.as_object()) {
        std::size_t column = 0;
        std::from_chars(index.data(), index.data() + index.size(), column);
        columns.emplace(column, std::string(key.as_string()));
    }
    return columns;
}

void remember_columns(storage::Transaction& transaction, ImportKind kind, const SheetHead& head,
                      const std::map<std::size_t, std::string>& columns)
{
    boost::json::object kept;
    for (const auto& [index, key] : columns)
        kept.emplace(std::to_string(index), key);
    storage::set_setting(transaction, setting_name(kind, head), boost::json::serialize(kept));
}

Result<void> choose_columns(SheetHead& head, std::span<const ImportColumn> columns,
                            const std::map<std::size_t, std::string>& chosen, Recognised how)
{
    for (const auto& [index, key] : chosen) {
        if (index >= head.columns.size())
            return invalid("columns", fmt::format("Bảng không có cột thứ {}.", index + 1));
        auto& column = head.columns[index];
        auto meant = column_index(columns, key);
        if (!key.empty() && !meant)
            return invalid("columns", fmt::format("Không có cột nào tên là “{}”.", key));
        if (meant == column.column && column.column)
            continue;
        if (meant)
            for (auto& other : head.columns)
                if (other.column == meant)
                    other = {.index = other.index, .head = other.head, .column = {}};
        column.column = meant;
        column.recognised = meant ? how : Recognised::left_out;
    }
    return {};
}

} // namespace phusa
