#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// Why a dossier is more likely to be drawn for checking (dấu hiệu rủi ro). About papers and days, never about the
// person. Numbers are stored by their keys.
enum class RiskReason : std::uint8_t {
    breach = 1,               // a blocking finding of the judge
    past_fact,                // recorded all the same
    corrected_after_decision, // an act was corrected after a decision had been recorded
    changed_numbers,          // votes or the number of a paper were changed afterwards
    missing_paper,
    stale_paper,
    overdue,        // a deadline has passed and its act is missing, or an act came late
    short_interval, // two steps quicker than is customary
    readmission,
    moved, // came from another cell while in process
};
std::string_view key_of(RiskReason reason);
std::string_view title_of(RiskReason reason);
std::optional<RiskReason> risk_reason(std::string_view key);
std::vector<RiskReason> all_risk_reasons();

// One reason and how often it was found; at least once.
struct RiskMark {
    RiskReason reason = RiskReason::breach;
    int count = 1;

    friend bool operator==(const RiskMark&, const RiskMark&) = default;
};

// As they are stored and exported, and read again: "breach:2 overdue:1". Unknown words are left out.
std::string text_of(const std::vector<RiskMark>& marks);
std::vector<RiskMark> risk_marks(std::string_view text);
// As a reader sees them: "Việc trái quy định (2), quá hạn". Empty where there are none.
std::string in_words(const std::vector<RiskMark>& marks);

} // namespace phusa
