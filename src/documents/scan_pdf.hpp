#pragma once

#include <string>
#include <string_view>
#include <vector>

// A PDF of somebody else, read by qpdf. For the child that is shut in.
namespace phusa
{

// What is wrong with it: "broken", "encrypted", "active"; empty where nothing is. `pages` is set then.
std::string fault_of_pdf(std::string_view pdf, int& pages);

struct TurnedPage {
    int number = 1; // from 1
    int turn = 0;   // degrees clockwise, a multiple of 90
};
// A PDF of some of its pages. Throws where the file is broken or has no such page.
std::string some_pages(std::string_view pdf, const std::vector<TurnedPage>& wanted);

} // namespace phusa
