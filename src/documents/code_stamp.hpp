#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

int pages_of_pdf(std::string_view pdf);

// Puts one QR code on each page of a PDF of our own, into the left corner of the foot margin, where a paper has
// nothing; what lies below it is covered with white. As many codes as pages. The code is drawn as shapes, so that every
// printer draws it sharp.
std::string stamped_pdf(std::string_view pdf, const std::vector<std::string>& codes);

} // namespace phusa
