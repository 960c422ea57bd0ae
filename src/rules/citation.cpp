#include "rules/citation.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

constexpr std::string_view unconfirmed = " (chưa xác nhận)";

std::string neutral(bool is_present)
{
    return is_present ? "quy định hiện hành về thi hành Điều lệ Đảng"
                      : "quy định về thi hành Điều lệ Đảng có hiệu lực khi đó";
}

} // namespace

std::string regulation_on_paper(const Rulebooks& books, std::size_t place, Date paper_day)
{
    const auto& regulation = books[place].regulation();
    if (is_weak(regulation))
        return neutral(books.place_on(paper_day) == place);
    return fmt::format("Quy định số {} ngày {}", regulation.number, regulation.issued.vietnamese());
}

std::string citation_on_paper(const Rulebooks& books, std::size_t place, Rule rule, Date paper_day)
{
    const auto& value = books[place].at(rule);
    if (is_weak(value.confidence))
        return regulation_on_paper(books, place, paper_day);
    bool is_other_document = !value.of.empty();
    if (!is_other_document && is_weak(books[place].regulation()))
        return regulation_on_paper(books, place, paper_day);
    auto document = is_other_document ? value.of : regulation_on_paper(books, place, paper_day);
    return value.clause.empty() ? document : fmt::format("{}, {}", value.clause, document);
}

std::string regulation_on_screen(const Regulation& regulation)
{
    return is_weak(regulation) ? regulation.number + std::string(unconfirmed) : regulation.number;
}

std::string citation_on_screen(const Rulebook& book, Rule rule)
{
    const auto& value = book.at(rule);
    auto text = book.citation(rule);
    if (!value.of.empty())
        text += "; Quy định " + book.regulation().number;
    bool is_to_confirm = is_weak(value.confidence) || is_weak(book.regulation());
    return is_to_confirm ? text + std::string(unconfirmed) : text;
}

} // namespace phusa
