#pragma once

#include "app/app.hpp"
#include "app/gate.hpp"
#include "app/people.hpp"
#include "base/result.hpp"

#include <string>
#include <vector>

namespace phusa
{

namespace storage
{
struct PeopleFilter;
}

// The question as storage understands it, narrowed to what the asker may see. A unit outside the asker's scope is not
// found; without a unit, all subtrees in which the asker may see people.
Result<storage::PeopleFilter> filter_of(App& app, const Gate& gate, const PeopleQuestion& question);

// One condition of a question, and what is asked when it is dropped: the chips above a list.
struct QuestionPart {
    std::string words; // "đảng viên dự bị"
    PeopleQuestion without;
};
std::vector<QuestionPart> parts_of(App& app, const PeopleQuestion& question);

// "Đảng bộ xã Vũ Lạc; đảng viên dự bị; tên có “lan”": printed on exports, recorded in the audit log.
std::string question_in_words(App& app, const PeopleQuestion& question);

} // namespace phusa
