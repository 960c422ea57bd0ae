#include "storage/sql/bulk.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace phusa::storage
{

namespace
{

constexpr std::size_t send_bytes = 256 * 1024;

// The text format of COPY.
void append_escaped(std::string& lines, std::string_view text)
{
    for (char character : text)
        switch (character) {
        case '\\':
            lines += "\\\\";
            break;
        case '\n':
            lines += "\\n";
            break;
        case '\r':
            lines += "\\r";
            break;
        case '\t':
            lines += "\\t";
            break;
        default:
            lines += character;
        }
}

} // namespace

Bulk::Bulk(Connection& connection, std::string_view table, const std::vector<std::string>& columns)
{
    auto names = fmt::format("{}", fmt::join(columns, ", "));
    if (connection.dialect() == Dialect::postgresql) {
        copy_.emplace(connection, fmt::format("COPY {} ({}) FROM STDIN", table, names));
        return;
    }
    std::vector<std::string_view> marks(columns.size(), "?");
    insert_.emplace(connection, fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, fmt::join(marks, ", ")));
}

void Bulk::put_number(std::int64_t number, bool null)
{
    if (insert_)
        return null ? insert_->put_null() : insert_->put_number(number);
    if (null)
        lines_ += "\\N\t";
    else
        fmt::format_to(std::back_inserter(lines_), "{}\t", number);
}

void Bulk::put_text(std::string_view text, bool null)
{
    if (insert_)
        return null ? insert_->put_null() : insert_->put_text(text);
    if (null)
        lines_ += "\\N";
    else
        append_escaped(lines_, text);
    lines_ += '\t';
}

void Bulk::end_row()
{
    if (insert_) {
        insert_->run();
        return;
    }
    lines_.back() = '\n';
    if (lines_.size() < send_bytes)
        return;
    copy_->send(lines_);
    lines_.clear();
}

void Bulk::finish()
{
    if (!copy_)
        return;
    if (!lines_.empty())
        copy_->send(lines_);
    copy_->finish();
}

} // namespace phusa::storage
