// The columns of a kind as a table: to look up, or to fill in.
#include "app/import/import.hpp"

namespace phusa
{

Table import_template(ImportKind kind)
{
    Table table{.title = {},
                .notes = {},
                .columns = {{.key = "key", .title = "Khoá"},
                            {.key = "title", .title = "Cột"},
                            {.key = "required", .title = "Bắt buộc"},
                            {.key = "allowed", .title = "Giá trị"}},
                .rows = {}};
    for (const auto& column : columns_of(kind))
        if (is_written(column))
            table.rows.push_back({std::string(column.key), std::string(column.title),
                                  std::string(column.required ? "có" : "không"), allowed_values(column)});
    return table;
}

Table empty_sheet(ImportKind kind)
{
    Table table{.title = {}, .notes = {}, .columns = {}, .rows = {}};
    for (const auto& column : columns_of(kind))
        if (is_written(column))
            table.columns.push_back(
                {.key = std::string(column.key), .title = std::string(column.title) + (column.required ? " *" : "")});
    return table;
}

} // namespace phusa
