#pragma once

#include "app/app.hpp"

#include <string>

namespace phusa
{

// What papers of a day add to the citation of the Charter: " và Quy định số 24-QĐ/TW ngày 30/7/2021 của Ban Chấp hành
// Trung ương Đảng về thi hành Điều lệ Đảng". Empty while the regulation's number and date are not certain: what is not
// confirmed is not printed.
std::string paper_citation(App& app, Date day);

} // namespace phusa
