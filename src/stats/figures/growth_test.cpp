// The longest text that is taken is read in a moment, whatever it repeats: the work grows with the text, not with its
// square. Compared are two lengths of one text by the processor time of this thread, never a time with a clock.
#include "stats/figures/figure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <ostream>

namespace phusa::stats
{

namespace
{

constexpr std::size_t short_bytes = 32 * 1024;
constexpr std::size_t times_longer = 16;
constexpr double growth_max = 3.0 * times_longer; // its square would be 16 * 16; a full cache costs some too
constexpr int attempts = 3;                       // of which one is enough: others may disturb this thread

// A text is `begin`, then `middle` again and again, then `end` again and again, half of each.
struct Repeated {
    std::string begin = {};
    std::string middle = {};
    std::string end = {};

    std::string text(std::size_t bytes) const
    {
        auto text = begin;
        auto half = end.empty() ? bytes : bytes / 2;
        while (text.size() < half)
            text += middle;
        while (text.size() < bytes)
            text += end;
        return text;
    }
};

void PrintTo(const Repeated& repeated, std::ostream* out)
{
    *out << '"' << repeated.begin << repeated.middle << "…" << repeated.end << '"';
}

double processor_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    constexpr double nano = 1e-9;
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * nano;
}

double seconds_for(const std::string& text)
{
    auto begin = processor_seconds();
    check_figures({.text = text});
    return processor_seconds() - begin;
}

double growth(const Repeated& repeated)
{
    auto small = repeated.text(short_bytes);
    auto once = std::min({seconds_for(small), seconds_for(small), seconds_for(small)});
    return seconds_for(repeated.text(short_bytes * times_longer)) / once;
}

class LongText : public testing::TestWithParam<Repeated>
{
};

TEST_P(LongText, TakesTimeByItsLength)
{
    check_figures({.text = "25 đảng viên"}); // reads the words, once
    double least = growth(GetParam());
    for (int i = 1; i < attempts && least > growth_max; ++i)
        least = std::min(least, growth(GetParam()));
    EXPECT_LT(least, growth_max);
}

// Nothing but brackets, quotes, joined numbers, names, lines.
INSTANTIATE_TEST_SUITE_P(Signs, LongText,
                         testing::Values(Repeated{.middle = "(5"}, Repeated{.middle = "(5("}, Repeated{.middle = "5%"},
                                         Repeated{.middle = "1/2/3/4/"}, Repeated{.middle = "năm 2011 "},
                                         Repeated{.middle = "a,"}, Repeated{.middle = "5,5,5"},
                                         Repeated{.middle = "“5"}, Repeated{.middle = "(\"“"},
                                         Repeated{.middle = "1 234 "}, Repeated{.middle = "K-19 "},
                                         Repeated{.middle = "5\n"}));

// Cues that look back or ahead for what they speak of, in one sentence.
INSTANTIATE_TEST_SUITE_P(
    Cues, LongText,
    testing::Values(Repeated{.middle = "tăng 5, đạt 5%, "}, Repeated{.middle = "30%, 30%, 29%: "},
                    Repeated{.middle = "25 trong đó 5, "}, Repeated{.middle = "còn lại 5, "},
                    Repeated{.middle = "25 người gồm 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 141; "},
                    Repeated{.middle = "4 năm bình quân mỗi năm 5%, "}, Repeated{.middle = "từ 5 lên 6 tăng 7, "},
                    Repeated{.middle = "trong số đảng viên nữ có 5 là 5%, "}, Repeated{.middle = "(nam 5, nữ 6 "},
                    Repeated{.begin = "tăng 5 ", .middle = "a ", .end = "đạt 5%"},
                    Repeated{.middle = "a ", .end = "30%, 30%, 29%: "},
                    Repeated{.begin = "100 người ", .middle = "4 năm ", .end = "bình quân mỗi năm là 7 người, "}));

// Long tables, wide ones, and such that hold nothing but total rows or columns of changes.
INSTANTIATE_TEST_SUITE_P(Tables, LongText,
                         testing::Values(Repeated{.middle = "5\t5\n"}, Repeated{.middle = "5\t"},
                                         Repeated{.begin = "Tên\ta\tb\n", .middle = "Tổng\t5\t6\nnữ\t1\t2\n"},
                                         Repeated{.begin = "tăng\ttăng %\tsố\n", .middle = "1\t2\t3\n"}));

} // namespace

} // namespace phusa::stats
