#include "stats/figures/book.hpp"
#include "stats/figures/text_tables.hpp"

#include <utility>

namespace phusa::stats
{

namespace
{

// A figure that nothing is held against may still be what others are reckoned from.
void explain_rest(std::vector<Figure>& figures)
{
    std::vector<bool> is_ground(figures.size());
    for (const auto& figure : figures)
        if (figure.of)
            is_ground[*figure.of] = true;
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (figures[i].why.empty())
            figures[i].why = is_ground[i] ? "Là số gốc để tính số khác; văn bản không có gì để đối chiếu chính nó."
                                          : "Không có số nào trong văn bản để đối chiếu.";
}

} // namespace

std::string_view key_of(FigureVerdict verdict)
{
    switch (verdict) {
    case FigureVerdict::ok:
        return "ok";
    case FigureVerdict::rounded:
        return "rounded";
    case FigureVerdict::truncated:
        return "truncated";
    case FigureVerdict::wrong:
        return "wrong";
    case FigureVerdict::unchecked:
        return "unchecked";
    }
    std::unreachable();
}

std::string_view vietnamese_of(FigureVerdict verdict)
{
    switch (verdict) {
    case FigureVerdict::ok:
        return "đúng";
    case FigureVerdict::rounded:
        return "gần đúng";
    case FigureVerdict::truncated:
        return "cắt bớt";
    case FigureVerdict::wrong:
        return "sai";
    case FigureVerdict::unchecked:
        return "chưa đối chiếu được";
    }
    std::unreachable();
}

std::vector<Figure> check_figures(const ReportText& report)
{
    auto whole = report;
    if (whole.tables.empty())
        whole.tables = tables_in(whole.text);
    Book book(read_figures(whole));
    mark_roles(book);
    book.find_announced();
    tie_shares(book);
    tie_changes(book);
    tie_sums(book);
    tie_means(book);
    tie_still(book);
    tie_hundreds(book);
    for (const auto& rows : whole.tables)
        tie_table(book, rows);
    for (std::size_t i = 0; i < book.size(); ++i)
        book.reading().figures[i].is_main = !book.mark(i).is_change && !book.mark(i).is_plan &&
                                            !book.mark(i).is_compared && !book.mark(i).is_range &&
                                            book.mark(i).numerator == nothing;
    explain_rest(book.reading().figures);
    return std::move(book.reading().figures);
}

} // namespace phusa::stats
