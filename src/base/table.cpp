#include "base/table.hpp"

#include "base/number_text.hpp"

namespace phusa
{

namespace
{

struct Shown {
    Table::Kind kind;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(Date date) const { return date.vietnamese(); }
    std::string operator()(const PartialDate& date) const { return date.vietnamese(); }
    std::string operator()(std::int64_t number) const
    {
        if (kind == Table::Kind::text)
            return std::to_string(number); // a year or a code is not 2.026
        if (kind == Table::Kind::decimal || kind == Table::Kind::percent)
            return (*this)(static_cast<double>(number));
        return vietnamese_number(number);
    }
    std::string operator()(double number) const
    {
        if (kind == Table::Kind::count)
            return vietnamese_decimal(number, 0);
        return vietnamese_decimal(number, 1) + (kind == Table::Kind::percent ? "%" : "");
    }
};

} // namespace

std::string shown(const Cell& cell, Table::Kind kind) { return std::visit(Shown{kind}, cell); }

} // namespace phusa
