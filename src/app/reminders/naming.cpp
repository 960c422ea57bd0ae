#include "app/reminders/naming.hpp"

#include "base/number_text.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <sstream>

namespace phusa
{

namespace
{

// The first letter with its bytes, in capitals.
std::string first_letter(const std::string& word)
{
    std::size_t count = 1;
    while (count < word.size() && (static_cast<unsigned char>(word[count]) & 0xC0U) == 0x80U)
        ++count;
    return upper_case(word.substr(0, count));
}

std::string initials_of(const std::string& name)
{
    std::string initials;
    std::istringstream words(name);
    for (std::string word; words >> word;)
        initials += first_letter(word) + ".";
    return initials;
}

} // namespace

std::string dossier_words(const Reminder& reminder, MailNaming naming)
{
    auto number = fmt::format("hồ sơ số {}", reminder.dossier.value);
    return naming == MailNaming::initials ? fmt::format("{} ({})", number, initials_of(reminder.name)) : number;
}

std::string days_words(int days_left)
{
    if (days_left == 0)
        return "hết hạn hôm nay";
    if (days_left > 0)
        return fmt::format("còn {} ngày", vietnamese_number(days_left));
    return fmt::format("quá hạn {} ngày", vietnamese_number(-static_cast<std::int64_t>(days_left)));
}

} // namespace phusa
