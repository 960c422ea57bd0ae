#include "app/demo/audit_rounds.hpp"

#include "app/audit_rounds/frame.hpp"
#include "app/demo/random.hpp"
#include "app/recording.hpp"
#include "domain/check_fault.hpp"
#include "storage/accounts.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"
#include "storage/role_grants.hpp"

#include <fmt/format.h>

#include <array>

namespace phusa::demo
{

namespace
{

struct FaultStory {
    std::string_view kind;
    FaultSeverity severity;
    std::string_view note;
    std::string_view done;
};

constexpr std::array stories{
    FaultStory{"thieu_giay", FaultSeverity::ordinary, "Chưa thấy ý kiến của chi uỷ nơi cư trú",
               "Đã xin và bổ sung ý kiến bằng văn bản"},
    FaultStory{"sai_ngay", FaultSeverity::ordinary, "Ngày trên giấy giới thiệu khác ngày đã ghi",
               "Đã đối chiếu bản chính và đính chính ngày"},
    FaultStory{"thieu_chu_ky_dau", FaultSeverity::ordinary, "Trang 4 lý lịch chưa đóng dấu giáp lai",
               "Đã đóng dấu giáp lai"},
    FaultStory{"ly_lich_chua_tham_tra", FaultSeverity::grave, "Chưa có trả lời của nơi quê vợ",
               "Đã có công văn trả lời, lưu vào hồ sơ"},
    FaultStory{"sai_the_thuc", FaultSeverity::light, "Nghị quyết thiếu ký hiệu", "Đã cấp lại số, ký hiệu"},
    FaultStory{"nhan_xet_so_sai", FaultSeverity::light, "Nhận xét của hai người giới thiệu giống hệt nhau",
               "Người giới thiệu đã viết lại"},
    FaultStory{"chua_cap_nhat_so", FaultSeverity::light, "Số quyết định trên giấy chưa ghi vào sổ", "Đã ghi số"},
};

// The unit of one of the demo's accounts; nothing where there is none.
std::optional<OrganisationId> unit_of(App& app, std::string_view account)
{
    auto session = app.database().read();
    auto owner = storage::account_named(session, account);
    auto grants = owner ? storage::role_grants_of(session, owner->account.id) : std::vector<RoleGrant>();
    return grants.empty() ? std::nullopt : std::optional(grants.front().organisation);
}

// How far one round is, for what is written of its dossiers.
struct Course {
    double checked = 1;
    double faulty = 0.5;
    double corrected = 0; // of the faults
};

class RoundWriter
{
public:
    RoundWriter(App& app, const Actor& actor, const AuditRound& round, const Course& course)
        : app_(app), actor_(actor), round_(round), course_(course),
          random_(static_cast<std::uint64_t>(round.seed), "kiểm tra mẫu")
    {
    }

    // Nothing where the unit has no dossiers to draw from.
    void write(std::optional<OrganisationId> checked_first)
    {
        Gate gate(app_, actor_);
        AuditWish wish{.unit = round_.unit,
                       .name = round_.name,
                       .period = round_.period,
                       .share = round_.share,
                       .seed = round_.seed,
                       .due = round_.due};
        auto transaction = app_.database().write();
        auto draw = check_wish(gate, wish, round_.drawn) ? drawn_for(app_, gate, wish, round_.drawn)
                                                         : Result<AuditDraw>(problem(Problem::Kind::invalid, ""));
        if (!draw)
            return;
        auto by = record(app_, transaction, actor_,
                         {.action = "audit_round.open",
                          .subject = fmt::format("organisation:{}", round_.unit.value),
                          .organisation = round_.unit,
                          .details = {{"name", round_.name}, {"seed", std::to_string(round_.seed)}}});
        auto id = storage::add_audit_round(transaction, round_, by);
        storage::add_audit_lots(transaction, id, draw->lots, by);
        for (const auto& drawn : draw->drawn)
            write_sample(transaction, id, drawn, drawn.cell == checked_first, by);
        transaction.commit();
    }

private:
    void write_sample(storage::Transaction& transaction, AuditRoundId id, const AuditDraw::Drawn& drawn, bool is_first,
                      AuditNumber by)
    {
        AuditSample sample{.round = id,
                           .dossier = drawn.dossier,
                           .person = drawn.person,
                           .cell = drawn.cell,
                           .unit = drawn.unit,
                           .tickets = drawn.tickets,
                           .marks = drawn.marks,
                           .checking = drawn.checking};
        if (is_first || random_.chance(course_.checked))
            sample.checked = round_.drawn.plus_days(random_.between(2, 12));
        sample.id = storage::add_audit_sample(transaction, sample, by);
        if (sample.checked && (is_first || random_.chance(course_.faulty)))
            write_faults(transaction, sample, by);
    }

    void write_faults(storage::Transaction& transaction, const AuditSample& sample, AuditNumber by)
    {
        auto first = random_.below(stories.size());
        auto count = random_.between(1, 2);
        for (int i = 0; i < count; ++i) {
            const auto& story = stories[(first + static_cast<std::size_t>(i) * 3) % stories.size()];
            CheckFault fault{.sample = sample.id,
                             .round = sample.round,
                             .dossier = sample.dossier,
                             .person = sample.person,
                             .kind = std::string(story.kind),
                             .severity = story.severity,
                             .note = std::string(story.note),
                             .due = sample.checked->plus_days(30)};
            if (random_.chance(course_.corrected)) {
                fault.done = sample.checked->plus_days(random_.between(3, 20));
                fault.done_note = std::string(story.done);
                if (random_.chance(course_.corrected))
                    fault.confirmed = fault.done->plus_days(2);
            }
            storage::add_check_fault(transaction, fault, by);
        }
    }

    App& app_;
    const Actor& actor_;
    const AuditRound& round_;
    Course course_;
    Random random_;
};

} // namespace

void add_audit_rounds(App& app, const Actor& actor, std::uint64_t seed, Date as_of)
{
    auto deciding = unit_of(app, "vanphong.capuy");
    auto grassroots = unit_of(app, "vanphong.coso");
    if (!deciding || !grassroots)
        return;
    auto number = static_cast<std::int64_t>(seed % 1000) * 10'000 + as_of.year();
    AuditRound finished{.unit = *deciding,
                        .name = fmt::format("Kiểm tra hồ sơ kết nạp năm {}", as_of.plus_days(-120).year()),
                        .period = {.first = as_of.plus_months(-36), .last = as_of.plus_days(-121)},
                        .share = 8,
                        .seed = number,
                        .drawn = as_of.plus_days(-120),
                        .due = as_of.plus_days(-90),
                        .closed = as_of.plus_days(-80),
                        .conclusion = "Hồ sơ cơ bản đủ, đúng trình tự. Thiếu sót nhiều nhất là thiếu dấu giáp lai và "
                                      "nhận xét sơ sài; các chi bộ rút kinh nghiệm khi lập hồ sơ mới."};
    RoundWriter(app, actor, finished, {.checked = 1, .faulty = 0.6, .corrected = 0.9}).write({});
    AuditRound open{.unit = *grassroots,
                    .name = fmt::format("Kiểm tra chéo giữa các chi bộ, tháng {}/{}", as_of.month(), as_of.year()),
                    .period = {.first = as_of.plus_months(-48), .last = as_of},
                    .share = 10,
                    .seed = number + 1,
                    .drawn = as_of.plus_days(-15),
                    .due = as_of.plus_days(15)};
    RoundWriter(app, actor, open, {.checked = 0.4, .faulty = 0.7, .corrected = 0.2}).write(unit_of(app, "bithu.chibo"));
}

} // namespace phusa::demo
