#pragma once

#include "app/story.hpp"
#include "app/story_numbers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Every indicator of the paragraph as a row, also those that are 0; what remains unknown only where there is any.
Table story_table(const StoryNumbers& numbers);
// The keys of the rows, in their order.
std::vector<std::string> story_row_keys(const StoryNumbers& numbers);

// "Người làm nông, lâm, ngư nghiệp. Nguồn: Biểu 2-BTCTW, II.1".
std::string definition_of(std::string_view key);

} // namespace phusa
