#include "app/dossiers/opening.hpp"

#include "app/correction.hpp"
#include "app/dossiers/dossier_gate.hpp"
#include "app/dossiers/fields.hpp"
#include "app/person_gate.hpp"
#include "app/recording.hpp"
#include "storage/dossiers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

std::string subject_of(DossierId id) { return fmt::format("dossier:{}", id.value); }

bool left_the_party(Standing standing)
{
    return standing == Standing::removed || standing == Standing::resigned || standing == Standing::expelled;
}

// The cell that follows the person; only where there is none, the committee above gives the work to another.
Result<void> check_cell(const Gate& gate, const Person& person, const Dossier& wanted)
{
    auto position = gate.tree().find(wanted.cell);
    if (!position || !has_members(gate.tree().at(*position).kind))
        return invalid("cell", "Hồ sơ phải do một chi bộ quản lý; hãy chọn chi bộ.");
    bool is_assigned =
        std::ranges::find(wanted.regimes, SpecialRegime::no_cell, &SpecialCase::regime) != wanted.regimes.end();
    if (person.cell != wanted.cell && !is_assigned)
        return invalid("cell", "Người này do chi bộ khác theo dõi; hồ sơ phải lập ở chi bộ ấy.");
    return {};
}

// One dossier within a write: behind the gate, and the version that was read.
Result<SeenDossier> to_change(storage::Transaction& transaction, const Gate& gate, DossierId id, std::int64_t version)
{
    auto seen = TRY(dossier_behind_gate(transaction, gate, Right::record_cell_acts, id));
    if (seen.dossier.version != version)
        return problem(Problem::Kind::conflict, "Người khác vừa sửa hồ sơ này. Hãy tải lại trang rồi làm tiếp.");
    return seen;
}

} // namespace

Result<void> check_new_dossier(storage::Session& session, const Person& person, const Dossier& wanted)
{
    if (is_member(person.standing))
        return problem(Problem::Kind::conflict, "Người này đang là đảng viên; không lập hồ sơ kết nạp mới.");
    if (person.standing == Standing::died)
        return problem(Problem::Kind::conflict, "Người này đã từ trần theo sổ; hãy kiểm tra lại hồ sơ người.");
    if (left_the_party(person.standing) && !wanted.readmission)
        return invalid("left", "Người này đã ra khỏi Đảng; hãy ghi ngày và lý do ra khỏi Đảng để xét kết nạp lại.");
    for (const auto& other : storage::dossiers_of(session, person.id))
        if (!other.closed)
            return problem(Problem::Kind::conflict, "Người này đã có hồ sơ đang mở; hãy dùng hồ sơ đó.");
    return {};
}

Result<DossierId> open_dossier(App& app, const Actor& actor, const Dossier& wanted)
{
    Gate gate(app, actor);
    TRY_DO(gate.pass(Right::record_cell_acts, wanted.cell));
    auto transaction = app.database().write();
    auto person = TRY(person_behind_gate(transaction, gate, Right::see_people, wanted.person));
    auto opened = wanted;
    opened.id = {};
    opened.version = 0;
    opened.closed.reset();
    TRY_DO(check(opened, app.today()));
    TRY_DO(check_new_dossier(transaction, person, opened));
    TRY_DO(check_cell(gate, person, opened));
    opened.id = storage::allocate_dossiers(transaction);
    auto by = record(app, transaction, actor,
                     {.action = "dossier.open",
                      .subject = subject_of(opened.id),
                      .person = person.id,
                      .organisation = opened.cell,
                      .details = {{"opened", opened.opened.iso()}}});
    storage::add_dossier(transaction, opened, by);
    transaction.commit();
    return opened.id;
}

Result<void> correct_dossier(App& app, const Actor& actor, const Dossier& read, const Dossier& wanted,
                             std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(dossier_behind_gate(transaction, gate, Right::record_cell_acts, wanted.id));
    auto corrected = TRY(merged(dossier_fields(), read, wanted, seen.dossier));
    auto changes = changes_between(dossier_fields(), seen.dossier, corrected);
    if (changes.empty())
        return problem(Problem::Kind::invalid, "Chưa có mục nào được sửa.");
    TRY_DO(check(corrected, app.today()));
    changes.insert(changes.begin(), {"reason", why});
    auto by = record(app, transaction, actor,
                     {.action = "dossier.correct",
                      .subject = subject_of(wanted.id),
                      .person = seen.person.id,
                      .organisation = seen.dossier.cell,
                      .details = std::move(changes)});
    TRY_DO(storage::correct_dossier(transaction, corrected, by));
    transaction.commit();
    return {};
}

Result<void> close_dossier(App& app, const Actor& actor, DossierId id, std::int64_t version, const Closing& closing)
{
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(to_change(transaction, gate, id, version));
    if (seen.dossier.closed)
        return problem(Problem::Kind::conflict, "Hồ sơ này đã đóng.");
    auto closed = seen.dossier;
    closed.closed = closing;
    TRY_DO(check(closed, app.today()));
    auto by = record(app, transaction, actor,
                     {.action = "dossier.close",
                      .subject = subject_of(id),
                      .person = seen.person.id,
                      .organisation = seen.dossier.cell,
                      .details = {{"cause", std::string(key_of(closing.cause))}, {"on", closing.on.iso()}}});
    TRY_DO(storage::correct_dossier(transaction, closed, by));
    transaction.commit();
    return {};
}

Result<void> reopen_dossier(App& app, const Actor& actor, DossierId id, std::int64_t version, std::string_view reason)
{
    auto why = TRY(reason_in(reason));
    Gate gate(app, actor);
    auto transaction = app.database().write();
    auto seen = TRY(to_change(transaction, gate, id, version));
    if (!seen.dossier.closed)
        return problem(Problem::Kind::conflict, "Hồ sơ này đang mở.");
    auto opened = seen.dossier;
    opened.closed.reset();
    auto by = record(app, transaction, actor,
                     {.action = "dossier.reopen",
                      .subject = subject_of(id),
                      .person = seen.person.id,
                      .organisation = seen.dossier.cell,
                      .details = {{"reason", why}}});
    TRY_DO(storage::correct_dossier(transaction, opened, by));
    transaction.commit();
    return {};
}

} // namespace phusa
