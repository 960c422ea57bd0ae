#pragma once

#include "rules/rulebook.hpp"

#include <string>

namespace phusa
{

// How regulations are named where people read them. Every printed paper takes its ground from here: the number of a
// regulation that is known from weak material only, or the clause of such a value, is not printed before the province
// has confirmed it (Rulebooks::apply); a neutral wording stands instead. Screens show it with a mark.

// Number and days of the regulation are to be confirmed.
inline bool is_weak(const Regulation& regulation) { return is_weak(regulation.confidence); }

// "Quy định số 24-QĐ/TW ngày 30/07/2021", or "quy định hiện hành về thi hành Điều lệ Đảng". `paper_day` is the day on
// which the paper is made: what was in force before it is not called the present one.
std::string regulation_on_paper(const Rulebooks& books, std::size_t place, Date paper_day);
// The ground of a rule: "khoản 4.3, Quy định số 24-QĐ/TW ngày 30/07/2021"; "khoản 3 Điều 4, Điều lệ Đảng".
std::string citation_on_paper(const Rulebooks& books, std::size_t place, Rule rule, Date paper_day);

// "208-QĐ/TW (chưa xác nhận)".
std::string regulation_on_screen(const Regulation& regulation);
// "khoản 4.3, Quy định 24-QĐ/TW"; "khoản 3 Điều 4, Điều lệ Đảng; Quy định 208-QĐ/TW (chưa xác nhận)".
std::string citation_on_screen(const Rulebook& book, Rule rule);

} // namespace phusa
