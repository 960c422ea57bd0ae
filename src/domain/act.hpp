#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace phusa
{

// The dated steps of an admission dossier, as DESIGN §6 ("judge") names them. Numbers are stored.
enum class ActKind : std::uint8_t {
    certificate = 1,    // giấy chứng nhận học lớp bồi dưỡng
    application,        // đơn xin vào Đảng
    declaration,        // lý lịch của người xin vào Đảng
    verification,       // thẩm tra lý lịch
    consent,            // văn bản đồng ý của cấp uỷ có thẩm quyền
    introduction,       // giấy, nghị quyết giới thiệu
    opinions,           // tổng hợp ý kiến nhận xét
    cell_vote,          // nghị quyết chi bộ
    appraisal,          // báo cáo thẩm định của đảng uỷ bộ phận
    committee_vote,     // nghị quyết đảng uỷ cơ sở
    decision,           // quyết định của cấp uỷ có thẩm quyền
    extension,          // gia hạn thời gian ra quyết định
    ceremony,           // lễ kết nạp
    helper,             // phân công đảng viên giúp đỡ đảng viên dự bị
    member_declaration, // lý lịch đảng viên
    self_review,        // bản tự kiểm điểm của đảng viên dự bị
    helper_remarks,     // nhận xét của đảng viên được phân công giúp đỡ
    transfer,           // chuyển đơn vị, nơi cư trú khi hồ sơ đang được xét
    redo,               // làm lại thủ tục
    removal,            // xoá tên trong danh sách đảng viên dự bị
};
std::string_view key_of(ActKind kind);
std::string_view title_of(ActKind kind);
std::optional<ActKind> act_kind(std::string_view key);
std::vector<ActKind> all_act_kinds();

// What is voted on and decided; also the two stages of a dossier, admission and recognition.
enum class Matter : std::uint8_t { admission = 1, recognition, removal };
std::string_view key_of(Matter matter);
std::string_view title_of(Matter matter);
std::optional<Matter> matter(std::string_view key);

enum class CertificateKind : std::uint8_t { awareness = 1, new_member };
std::string_view key_of(CertificateKind kind);
std::string_view title_of(CertificateKind kind);
std::optional<CertificateKind> certificate_kind(std::string_view key);

enum class ConsentKind : std::uint8_t { over_60 = 1, village_elder, readmission };
std::string_view key_of(ConsentKind kind);
std::string_view title_of(ConsentKind kind);
std::optional<ConsentKind> consent_kind(std::string_view key);

enum class Introducer : std::uint8_t { member = 1, youth_union, trade_union };
std::string_view key_of(Introducer introducer);
std::string_view title_of(Introducer introducer);
std::optional<Introducer> introducer(std::string_view key);

// Where the dossier stood when the person moved (rules.md 4.3).
enum class TransferStage : std::uint8_t { helping = 1, voted, sent, decided, outside };
std::string_view key_of(TransferStage stage);
std::string_view title_of(TransferStage stage);
std::optional<TransferStage> transfer_stage(std::string_view key);

// The count of a cell's vote: members, never ballots cast. As minuted, so that it can be wrong; `vote.arithmetic` says.
struct CellBallot {
    int official = 0; // đảng viên chính thức của chi bộ
    int excluded = 0; // of them, not counted in the base: moved for a time, or exempt and absent
    int present = 0;
    int in_favour = 0;
    int against = 0;

    friend bool operator==(const CellBallot&, const CellBallot&) = default;
};

// The count of a committee's vote. A committee that `decides` has the right to admit; any other proposes.
struct CommitteeBallot {
    int members = 0;
    int in_favour = 0;
    bool decides = false;

    friend bool operator==(const CommitteeBallot&, const CommitteeBallot&) = default;
};

// One act: its day, and of the rest only what its kind has. What does not belong to the kind keeps its default.
struct Act {
    ActKind kind = ActKind::application;
    Date on;

    // cell_vote, appraisal, committee_vote, decision, extension have it; a redo may.
    std::optional<Matter> about = {};
    CertificateKind certificate = CertificateKind::awareness; // certificate
    ConsentKind consent = ConsentKind::over_60;               // consent
    Introducer by = Introducer::member;                       // introduction
    TransferStage stage = TransferStage::helping;             // transfer
    bool official = false;                                    // introduction by a member, helper: an official member
    bool replaces = false;             // introduction by a member: in place of one who moved away or lost standing
    int shared_months = 0;             // introduction by a member: months of work, study or residence together
    CellBallot cell = {};              // cell_vote
    CommitteeBallot committee = {};    // committee_vote
    std::optional<Date> received = {}; // decision: the day on which the cell received it

    friend bool operator==(const Act&, const Act&) = default;
};

} // namespace phusa
