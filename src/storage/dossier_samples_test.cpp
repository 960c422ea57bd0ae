#include "cast/cast.hpp"
#include "storage/dossiers_test.hpp"

namespace phusa::storage
{

namespace
{

Date day(int year, int month, int number) { return *Date::of(year, month, number); }

std::vector<VerificationLetter> letters()
{
    return {{.relation = Relation::mother,
             .name = "Lò Thị Mận",
             .asked = "Đảng uỷ xã Gò Bồi",
             .sent = day(2026, 3, 1),
             .answered = day(2026, 3, 20)},
            {.relation = Relation::sibling, .name = "Hoàng Văn Đước", .left_out = LeftOut::died_and_known}};
}

VoteRecord vote()
{
    return {.roll = {{.member = cast::may().person.id, .present = true},
                     {.member = cast::gio().person.id, .excuse = Excuse::exempt_and_absent}},
            .slips = {.issued = 9, .collected = 8, .invalid = 1},
            .chair = "Bùi Văn Mây",
            .secretary = "Trần Thị Nhãn"};
}

} // namespace

void DossiersTest::SetUp()
{
    StorageTest::SetUp();
    store_cast();
    by_ = write([&](Transaction& transaction, AuditNumber by) {
        dossier_ = add_dossier(transaction, full_dossier(), by);
        act_ = add_dossier_act(transaction, full_act(dossier_), cast::sen().person.id, by);
        move_ = add_dossier_move(transaction, full_move(dossier_), by);
    });
}

Dossier DossiersTest::full_dossier()
{
    return {.person = cast::sen().person.id,
            .cell = cast::village_cell().id,
            .opened = day(2026, 1, 5),
            .is_citizen = false,
            .area = Area::disadvantaged,
            .village_elder = true,
            .youth_union_member = true,
            .youth_union_available = false,
            .readmission = Readmission{.left = day(2014, 5, 6),
                                       .cause = LeavingCause::expunged_sentence,
                                       .expunged = day(2019, 2, 28),
                                       .times = 2},
            .regimes = {{.regime = SpecialRegime::ethnic_hoa, .consent = {}},
                        {.regime = SpecialRegime::foreign_marriage,
                         .consent = {.number = "7-CV/ĐU", .on = day(2026, 2, 3), .issuer = "Đảng uỷ xã Bồi Hạ"}}},
            .closed = Closing{.on = day(2026, 11, 1), .cause = ClosingCause::moved_away, .note = "theo gia đình"}};
}

RecordedAct DossiersTest::full_act(DossierId dossier)
{
    return {.dossier = dossier,
            .side = SideAct::remedy,
            .act = {.kind = ActKind::decision,
                    .on = day(2026, 4, 30),
                    .about = Matter::recognition,
                    .certificate = CertificateKind::new_member,
                    .consent = ConsentKind::readmission,
                    .by = Introducer::trade_union,
                    .stage = TransferStage::decided,
                    .official = true,
                    .replaces = true,
                    .shared_months = 13,
                    .cell = {.official = 12, .excluded = 2, .present = 9, .in_favour = 8, .against = 1},
                    .committee = {.members = 15, .in_favour = 11, .decides = true},
                    .received = day(2026, 5, 4)},
            .paper = {.number = "15-QĐ/ĐU", .on = day(2026, 4, 29), .issuer = "Đảng uỷ xã Bồi Hạ"},
            .who = cast::may().person.id,
            .who_name = "Đỗ Thị Bưởi",
            .letters = letters(),
            .vote = vote(),
            .concerns = RecordedActId(3),
            .note = "mẹ \"ốm\" nặng\n\\ 🌾",
            .past_reason = "sổ cũ bị ngập nước",
            .is_past_fact = true,
            .made = 77};
}

RecordedAct DossiersTest::without_what_is_sealed(RecordedAct act)
{
    act.who_name.clear();
    act.letters.clear();
    act.vote = {};
    act.note.clear();
    act.past_reason.clear();
    return act;
}

DossierMove DossiersTest::full_move(DossierId dossier)
{
    return {.dossier = dossier,
            .from = cast::village_cell().id,
            .to = cast::school_cell().id,
            .stage = TransferStage::voted,
            .sent = day(2026, 6, 1),
            .certificate = {.number = "3-GCN/CB", .on = day(2026, 5, 31), .issuer = "Chi bộ thôn Đầu Làng"},
            .note = "đi dạy ở trường"};
}

} // namespace phusa::storage
