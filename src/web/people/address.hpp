#pragma once

#include "app/people.hpp"
#include "base/result.hpp"
#include "web/http/fields.hpp"

#include <string>

// The address of a question about people: what pages, charts and reports link to when a number opens into the people
// behind it. `/nguoi` and its files take the Vietnamese keys, `/api/v1/people` the English ones:
//
//   q           q                        parts of the name, with or without marks
//   don_vi      organisation             number of a unit: it and everything below it
//   trang_thai  standing                 key of a Standing, may be repeated; dang_vien / member: all members
//   gioi        sex                      male, female
//   nghe        occupation               key of the row of Biểu 2
//   sinh_tu     born_from                year, included; as the next
//   sinh_den    born_to
//
// and of an admission, by its facts of that day (somebody with at least one such admission):
//
//   kn_tu       admitted_from            day, dd/mm/yyyy or ISO, included; as the next
//   kn_den      admitted_to
//   kn_tai      admitted_at              number of the unit where, or one above it, in the structure of
//   co_cau      structure                this day (absent: the day of kn_den, else today)
//   kn_doan     youth_union              co, khong / true, false: was in the Youth Union
//   kn_gioi     admission_sex            key of the coded list, may be repeated; as the next three
//   kn_nghe     admission_occupation
//   kn_hoc_van  admission_education
//   kn_trinh_do admission_qualification
//   kn_tuoi_tu  age_from                 whole years at admission, included; as the next
//   kn_tuoi_den age_to
//
//   xep         order                    ten, sinh, ket_nap / name, born, admitted
//   giam        descending               1: the other way round
//   trang       cursor                   opaque
//   (none)      limit                    rows of a page
//
// An empty value says nothing. An unknown key is an error that names it: a misspelt one would show too many people.
namespace phusa::web::people
{

enum class Naming : bool { page, api };

Result<PeopleQuestion> question_of(const Fields& query, Naming naming = Naming::page);
// The same question as fields and as text, without the cursor: "don_vi=7&trang_thai=dang_vien"; empty for everybody.
Fields fields_of(const PeopleQuestion& question, Naming naming = Naming::page);
std::string query_of(const PeopleQuestion& question, Naming naming = Naming::page);
// "/nguoi?don_vi=7", with the cursor where there is one.
std::string path_of(const PeopleQuestion& question);
std::string path_of(PersonId id);

} // namespace phusa::web::people
