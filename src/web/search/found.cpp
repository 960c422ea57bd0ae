#include "web/search/found.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace phusa::web::search
{

namespace
{

constexpr std::size_t people_max = 10;

// What names of units begin with, folded. Not "phường" or "trường", alone: Phương and Trương are names.
constexpr std::array<std::string_view, 21> unit_beginnings = {
    "chi bo",           "dang bo",        "dang uy", "tinh uy",         "huyen uy",        "thi tran",    "thanh pho",
    "to dan pho",       "trung tam",      "cong ty", "benh vien",       "truong tieu hoc", "truong thcs", "truong thpt",
    "truong trung hoc", "truong mam non", "doan xa", "doan thanh nien", "hoi nong dan",    "hoi phu nu",  "uy ban"};
// The same where another word follows.
constexpr std::array<std::string_view, 3> unit_words = {"xa ", "huyen ", "thon "};

} // namespace

bool looks_like_a_person(std::string_view words)
{
    auto folded = fold(words);
    bool has_digit = std::ranges::any_of(folded, [](char c) { return c >= '0' && c <= '9'; });
    auto begins = [&](std::string_view beginning) { return folded.starts_with(beginning); };
    return !has_digit && std::ranges::none_of(unit_beginnings, begins) && std::ranges::none_of(unit_words, begins);
}

Result<Found> find(App& app, const Actor& actor, std::string_view words)
{
    Found found;
    if (fold(words).empty())
        return found;
    found.people_first = looks_like_a_person(words);
    PeopleQuestion question;
    question.words = words;
    question.rows = people_max;
    auto people = list_people(app, actor, question);
    if (!people && people.error().kind != Problem::Kind::refused)
        return std::unexpected(std::move(people).error());
    if (people) {
        found.people = std::move(people->rows);
        found.people_total = people->total;
    }
    found.units = TRY(find_organisations(app, actor, words, app.today()));
    return found;
}

} // namespace phusa::web::search
