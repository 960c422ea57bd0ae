#include "domain/case.hpp"

#include "domain/named.hpp"

#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<Area>, 2> areas = {{
    {Area::ordinary, "ordinary", "Địa bàn thông thường"},
    {Area::disadvantaged, "disadvantaged", "Miền núi, biên giới, hải đảo, vùng đặc biệt khó khăn"},
}};

constexpr std::array<Named<LeavingCause>, 9> causes = {{
    {LeavingCause::removed, "removed", "Bị xoá tên"},
    {LeavingCause::resigned, "resigned", "Làm đơn xin ra khỏi Đảng"},
    {LeavingCause::hardship, "hardship", "Xin ra khỏi Đảng vì gia đình đặc biệt khó khăn"},
    {LeavingCause::abandoned, "abandoned", "Tự ý bỏ sinh hoạt đảng"},
    {LeavingCause::disunity, "disunity", "Gây mất đoàn kết nội bộ nghiêm trọng"},
    {LeavingCause::corruption, "corruption", "Bị kết án về tội tham nhũng"},
    {LeavingCause::serious_crime, "serious_crime", "Bị kết án về tội nghiêm trọng trở lên"},
    {LeavingCause::expunged_sentence, "expunged_sentence", "Bị kết án về tội ít nghiêm trọng, đã được xoá án tích"},
    {LeavingCause::population, "population", "Vi phạm chính sách dân số"},
}};

} // namespace

std::string_view key_of(Area area) { return named<Area>(areas, area).key; }
std::string_view title_of(Area area) { return named<Area>(areas, area).title; }
std::optional<Area> area(std::string_view key) { return value_of<Area>(areas, key); }

std::string_view key_of(LeavingCause cause) { return named<LeavingCause>(causes, cause).key; }
std::string_view title_of(LeavingCause cause) { return named<LeavingCause>(causes, cause).title; }
std::optional<LeavingCause> leaving_cause(std::string_view key) { return value_of<LeavingCause>(causes, key); }

} // namespace phusa
