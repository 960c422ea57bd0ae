#include "app/papers/paper_citation.hpp"

#include "rules/citation.hpp"

#include <fmt/format.h>

namespace phusa
{

std::string paper_citation(App& app, Date day)
{
    const auto& books = app.rulebooks();
    const auto& regulation = books[books.place_on(day)].regulation();
    if (is_weak(regulation))
        return {};
    return fmt::format(" và Quy định số {} ngày {:02}/{}/{} của {} thi hành Điều lệ Đảng", regulation.number,
                       regulation.issued.day(), regulation.issued.month(), regulation.issued.year(), regulation.issuer);
}

} // namespace phusa
