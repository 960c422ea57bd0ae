#include "app/import/standing_words.hpp"

#include "base/text.hpp"

#include <array>
#include <map>
#include <string>
#include <utility>

namespace phusa
{

namespace
{

struct Word {
    std::string_view word; // folded
    std::optional<Standing> standing;
};

constexpr std::array words{
    Word{"dang sinh hoat", std::nullopt},
    Word{"dang hoat dong", std::nullopt},
    Word{"dang cong tac", std::nullopt},
    Word{"du bi", Standing::probationary},
    Word{"chinh thuc", Standing::official},
    Word{"mien sinh hoat", Standing::exempted},
    Word{"mien sinh hoat dang", Standing::exempted},
    Word{"mien cong tac va sinh hoat", Standing::exempted},
    Word{"duoc mien sinh hoat", Standing::exempted},
    Word{"chuyen di", Standing::moved_out},
    Word{"chuyen sinh hoat", Standing::moved_out},
    Word{"tu tran", Standing::died},
    Word{"da mat", Standing::died},
    Word{"da chet", Standing::died},
    Word{"xoa ten", Standing::removed},
    Word{"bi xoa ten", Standing::removed},
    Word{"xin ra", Standing::resigned},
    Word{"xin ra khoi dang", Standing::resigned},
    Word{"khai tru", Standing::expelled},
    Word{"bi khai tru", Standing::expelled},
};

using Meanings = std::map<std::string, StandingWord, std::less<>>; // by folded word

Meanings all_meanings()
{
    Meanings meanings;
    for (auto each = Standing::probationary; each <= Standing::expelled;
         each = static_cast<Standing>(static_cast<int>(each) + 1))
        meanings.emplace(fold(title_of(each)), StandingWord{each});
    for (const auto& [word, meant] : words)
        meanings.emplace(word, StandingWord{meant});
    return meanings;
}

} // namespace

std::optional<StandingWord> standing_meant(std::string_view text)
{
    if (auto by_key = standing(text); by_key && *by_key != Standing::none)
        return StandingWord{by_key};
    static const auto meanings = all_meanings();
    if (auto found = meanings.find(fold(text)); found != meanings.end())
        return found->second;
    return std::nullopt;
}

std::string_view word_of(Standing standing)
{
    switch (standing) {
    case Standing::none:
        return "";
    case Standing::probationary:
        return "Dự bị";
    case Standing::official:
        return "Chính thức";
    case Standing::exempted:
        return "Miễn sinh hoạt";
    case Standing::moved_out:
        return "Chuyển đi";
    case Standing::died:
        return "Từ trần";
    case Standing::removed:
        return "Xoá tên";
    case Standing::resigned:
        return "Xin ra khỏi Đảng";
    case Standing::expelled:
        return "Khai trừ";
    }
    std::unreachable();
}

} // namespace phusa
