#include "app/reminders/explained.hpp"

#include "rules/reminders.hpp"

#include <fmt/format.h>

namespace phusa
{

namespace
{

// "30, 7 và 1".
std::string listed(const std::vector<int>& days)
{
    std::string text;
    for (std::size_t i = 0; i < days.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == days.size() ? " và " : ", ", days[i]);
    return text;
}

void add(std::string& sentence, std::string part)
{
    if (!part.empty())
        sentence += (sentence.empty() ? "" : "; ") + part;
}

std::string before_words(const ReminderDays& days)
{
    return days.before.empty() ? std::string() : fmt::format("trước ngày cuối {} ngày", listed(days.before));
}

std::string after_words(const ReminderDays& days)
{
    std::string text;
    if (!days.after.empty())
        text = fmt::format("sau ngày cuối {} ngày", listed(days.after));
    if (days.every > 0)
        add(text, fmt::format("cứ {} ngày một lần cho đến khi làm xong", days.every));
    return text;
}

std::string in_sentence(std::string text)
{
    if (!text.empty())
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + ".";
}

} // namespace

std::string when_reminded(ReminderKind kind)
{
    const auto& rules = shipped_reminders();
    switch (kind) {
    case ReminderKind::overdue:
        return in_sentence(after_words(rules.deadline));
    case ReminderKind::today:
        return "Đúng ngày cuối.";
    case ReminderKind::soon:
        return in_sentence(before_words(rules.deadline));
    case ReminderKind::below:
        return in_sentence(after_words(rules.above));
    case ReminderKind::remarks: {
        auto text = before_words(rules.remarks);
        add(text, rules.remarks.on_the_day ? "đúng ngày cuối quý" : "");
        add(text, after_words(rules.remarks));
        return in_sentence(std::move(text));
    }
    }
    std::unreachable();
}

} // namespace phusa
