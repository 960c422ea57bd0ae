#pragma once

#include "base/date.hpp"
#include "domain/dossier.hpp"
#include "domain/recorded_act.hpp"
#include "domain/verdict.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace phusa
{

// Where a dossier stands. It follows from its acts and their verdict on a day and is never stored.
enum class Stage : std::uint8_t {
    preparing = 1,        // học lớp, viết đơn, khai lý lịch
    verifying,            // thẩm tra lý lịch
    introducing,          // giới thiệu, lấy ý kiến
    cell_vote,            // chờ chi bộ xét kết nạp
    committee_vote,       // chờ đảng uỷ cơ sở xét
    decision,             // chờ quyết định kết nạp
    ceremony,             // chờ lễ kết nạp
    probation,            // dự bị
    recognition_vote,     // hết 12 tháng, chờ chi bộ xét công nhận
    recognition_decision, // chờ quyết định công nhận
    recognised,           // đã công nhận chính thức
    refused,              // không được kết nạp hoặc công nhận
    removed,              // xoá tên
    stopped,              // đóng hồ sơ
};
std::string_view key_of(Stage stage);
std::string_view title_of(Stage stage);
std::optional<Stage> stage(std::string_view key);
std::vector<Stage> all_stages();
// Something remains to be done: everything before `recognised`.
bool is_open(Stage stage);
// An admission was held: from probation on, the person is a member.
bool is_after_admission(Stage stage);

// `since`: the day on which the dossier came there, for "days in stage".
struct StageOnDay {
    Stage stage = Stage::preparing;
    Date since = {};

    friend bool operator==(const StageOnDay&, const StageOnDay&) = default;
};

// `judged` is what case_of gave, `verdict` the judge's answer for it on `as_of`; `acts` are all recorded acts.
StageOnDay stage_of(const Dossier& dossier, std::span<const RecordedAct> acts, const DossierCase& judged,
                    const Verdict& verdict, Date as_of);

} // namespace phusa
