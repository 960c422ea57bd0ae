#include "domain/vote_roll.hpp"

#include "base/number_text.hpp"
#include "domain/named.hpp"

#include <fmt/format.h>

#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<Excuse>, 2> excuses = {{
    {Excuse::moved_for_a_time, "moved_for_a_time", "Được giới thiệu sinh hoạt tạm thời ở nơi khác"},
    {Excuse::exempt_and_absent, "exempt_and_absent", "Được miễn công tác và sinh hoạt, không dự họp"},
}};

bool is_outside_base(const RollEntry& entry)
{
    return entry.excuse == Excuse::moved_for_a_time || (entry.excuse == Excuse::exempt_and_absent && !entry.present);
}

// What the meeting was asked to agree to.
std::string asked(const VoteQuestion& question)
{
    auto name = question.name;
    switch (question.about) {
    case Matter::admission:
        return fmt::format("đề nghị {} {} vào Đảng", question.is_readmission ? "kết nạp lại" : "kết nạp", name);
    case Matter::recognition:
        return fmt::format("đề nghị công nhận đồng chí {} là đảng viên chính thức", name);
    case Matter::removal:
        return fmt::format("đề nghị xoá tên đồng chí {} trong danh sách đảng viên dự bị", name);
    }
    std::unreachable();
}

VoteBase with_needed(VoteBase base)
{
    base.base = base.official - base.excluded;
    base.needed = votes_needed(base.base);
    return base;
}

std::string result_sentence(const CellBallot& ballot, const VoteBase& base, const VoteQuestion& question)
{
    if (is_carried(ballot))
        return fmt::format("Đủ hai phần ba tổng số đảng viên chính thức tán thành (cần ít nhất {}): chi bộ {}.",
                           base.needed, asked(question));
    return fmt::format("Không đủ hai phần ba tổng số đảng viên chính thức tán thành (cần ít nhất {}): chi bộ chưa {}.",
                       base.needed, asked(question));
}

} // namespace

std::string_view key_of(Excuse excuse) { return named<Excuse>(excuses, excuse).key; }
std::string_view title_of(Excuse excuse) { return named<Excuse>(excuses, excuse).title; }
std::optional<Excuse> excuse(std::string_view key) { return value_of<Excuse>(excuses, key); }
std::vector<Excuse> all_excuses() { return values_of<Excuse>(excuses); }

VoteBase base_of(const std::vector<RollEntry>& roll)
{
    VoteBase base;
    base.official = static_cast<int>(roll.size());
    for (const auto& entry : roll) {
        bool outside = is_outside_base(entry);
        base.excluded += outside ? 1 : 0;
        base.present += entry.present && !outside ? 1 : 0;
    }
    return with_needed(base);
}

VoteBase base_of(const CellBallot& ballot)
{
    return with_needed({.official = ballot.official, .excluded = ballot.excluded, .present = ballot.present});
}

int votes_needed(int base) { return base <= 0 ? 0 : (2 * base + 2) / 3; }

bool is_carried(const CellBallot& ballot)
{
    int base = ballot.official - ballot.excluded;
    return base > 0 && ballot.in_favour >= votes_needed(base);
}

bool is_carried(const CommitteeBallot& ballot)
{
    // A committee that only proposes has no threshold of its own; more than half is what "tán thành" means there.
    if (!ballot.decides)
        return 2 * ballot.in_favour > ballot.members;
    return ballot.members > 0 && ballot.in_favour >= votes_needed(ballot.members);
}

std::vector<std::string> faults_of(const CellBallot& ballot, const BallotSlips& slips)
{
    std::vector<std::string> faults;
    auto refuse = [&](bool wrong, std::string sentence) {
        if (wrong)
            faults.push_back(std::move(sentence));
    };
    int base = ballot.official - ballot.excluded;
    bool negative = ballot.official < 0 || ballot.excluded < 0 || ballot.present < 0 || ballot.in_favour < 0 ||
                    ballot.against < 0 || slips.issued < 0 || slips.collected < 0 || slips.invalid < 0;
    if (negative)
        return {"Số đếm không thể âm."};
    refuse(ballot.official > 0 && base <= 0, "Số không tính phải ít hơn số đảng viên chính thức.");
    refuse(ballot.present > base, fmt::format("Có mặt {} nhiều hơn số được biểu quyết {}.", ballot.present, base));
    refuse(ballot.in_favour + ballot.against > ballot.present,
           fmt::format("Tán thành {} và không tán thành {} cộng lại nhiều hơn số có mặt {}.", ballot.in_favour,
                       ballot.against, ballot.present));
    if (slips.issued == 0)
        return faults;
    refuse(slips.issued > ballot.present,
           fmt::format("Phát ra {} phiếu, nhiều hơn số có mặt {}.", slips.issued, ballot.present));
    refuse(slips.collected > slips.issued,
           fmt::format("Thu về {} phiếu, nhiều hơn số phát ra {}.", slips.collected, slips.issued));
    refuse(slips.invalid > slips.collected,
           fmt::format("Không hợp lệ {} phiếu, nhiều hơn số thu về {}.", slips.invalid, slips.collected));
    refuse(ballot.in_favour + ballot.against != slips.valid(),
           fmt::format("Tán thành {} và không tán thành {} phải cộng thành số phiếu hợp lệ {}.", ballot.in_favour,
                       ballot.against, slips.valid()));
    return faults;
}

std::vector<std::string> vote_sentences(const CellBallot& ballot, const BallotSlips& slips,
                                        const VoteQuestion& question)
{
    auto base = base_of(ballot);
    std::vector<std::string> sentences;
    sentences.push_back(fmt::format("Tổng số đảng viên chính thức của chi bộ: {} đồng chí.", base.official));
    if (base.excluded > 0)
        sentences.push_back(
            fmt::format("Không tính vào tổng số khi biểu quyết: {} đồng chí (được giới thiệu sinh hoạt tạm thời ở nơi "
                        "khác, hoặc được miễn công tác và sinh hoạt mà không dự họp). Số làm căn cứ: {} đồng chí.",
                        base.excluded, base.base));
    sentences.push_back(fmt::format("Có mặt: {} đồng chí; vắng mặt: {} đồng chí.", base.present,
                                    std::max(0, base.base - base.present)));
    if (slips.issued > 0)
        sentences.push_back(fmt::format("Số phiếu phát ra: {}; thu về: {}; hợp lệ: {}; không hợp lệ: {}.", slips.issued,
                                        slips.collected, slips.valid(), slips.invalid));
    sentences.push_back(
        fmt::format("Tán thành: {} đồng chí, đạt {} so với tổng số đảng viên chính thức; không tán thành: {} đồng chí.",
                    ballot.in_favour, vietnamese_short_share(ballot.in_favour, base.base), ballot.against));
    sentences.push_back(result_sentence(ballot, base, question));
    return sentences;
}

} // namespace phusa
