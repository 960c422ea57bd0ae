#include "domain/verdict.hpp"

#include "domain/named.hpp"

#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<Outcome>, 3> outcomes = {{
    {Outcome::clear, "clear", "Đủ điều kiện"},
    {Outcome::waiting, "waiting", "Chưa đến bước tiếp theo"},
    {Outcome::blocked, "blocked", "Có vi phạm phải khắc phục"},
}};

} // namespace

std::string_view key_of(Outcome outcome) { return named<Outcome>(outcomes, outcome).key; }
std::string_view title_of(Outcome outcome) { return named<Outcome>(outcomes, outcome).title; }

} // namespace phusa
