#include "base/sealing.hpp"
#include "storage/audit.hpp"
#include "storage/audit_chain.hpp"
#include "storage/sql/connection.hpp"
#include "storage/sql/stream.hpp"

#include <fmt/format.h>

namespace phusa::storage
{

namespace
{

constexpr std::string_view every_row = "SELECT number, at, actor, actor_name, action, subject, person_id, "
                                       "organisation_id, details, sealed, previous_hash, hash FROM audit_row "
                                       "ORDER BY number";

StoredAuditRow take_stored(Row& row)
{
    StoredAuditRow stored;
    row.take(stored.number, stored.at, stored.actor, stored.actor_name, stored.action, stored.subject, stored.person,
             stored.organisation, stored.details, stored.sealed, stored.previous_hash, stored.hash);
    return stored;
}

// Follows the chain row by row and remembers the first fault.
class Walk
{
public:
    explicit Walk(const std::optional<AuditHead>& printed) : printed_(printed) {}

    void step(const StoredAuditRow& row)
    {
        ++found_.rows;
        AuditNumber expected{found_.head.number.value + 1};
        if (row.number != expected)
            fault(expected, "thiếu dòng này: có dòng đã bị xoá");
        else if (row.previous_hash != found_.head.hash)
            fault(row.number, "dòng này không nối với dòng trước: thứ tự hoặc dòng trước đã bị sửa");
        else if (hash_of(row) != row.hash)
            fault(row.number, "nội dung dòng này đã bị sửa");
        if (printed_ && row.number == printed_->number && row.hash != printed_->hash)
            fault(row.number, "dòng này khác với dấu niêm phong đã in trong báo cáo");
        found_.head = {.number = row.number, .hash = row.hash};
    }

    void fault(AuditNumber number, std::string what)
    {
        if (!found_.fault)
            found_.fault = AuditFault{.number = number, .what = std::move(what)};
    }

    AuditVerification& found() { return found_; }

private:
    std::optional<AuditHead> printed_;
    AuditVerification found_{.rows = 0, .head = {.number = {}, .hash = first_previous_hash()}, .fault = {}};
};

} // namespace

AuditVerification verify_audit(Session& session, const std::optional<AuditHead>& printed)
{
    Walk walk(printed);
    stream(session.connection(), every_row, 12, [&](Row& row) { walk.step(take_stored(row)); });

    auto& found = walk.found();
    AuditHead head;
    std::string seal;
    session.connection()
        .query("SELECT number, hash, seal FROM audit_head")
        .each([&](AuditNumber number, std::string hash, std::string signed_with) {
            head = {.number = number, .hash = std::move(hash)};
            seal = std::move(signed_with);
        });
    if (head.number != found.head.number || head.hash != found.head.hash)
        walk.fault({found.head.number.value + 1}, "cuối chuỗi không khớp: các dòng cuối đã bị xoá");
    else if (head.number.value > 0 && !equal_in_constant_time(seal, seal_of(head, session.keys())))
        walk.fault(head.number, "dấu ký ở cuối chuỗi không đúng: chuỗi đã bị làm lại hoặc khoá không phải của nơi này");
    if (printed && found.head.number < printed->number)
        walk.fault({found.head.number.value + 1}, "chuỗi ngắn hơn dấu niêm phong đã in: các dòng cuối đã bị xoá");
    return found;
}

} // namespace phusa::storage
