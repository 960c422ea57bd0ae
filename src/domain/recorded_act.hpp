#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "domain/act.hpp"
#include "domain/case.hpp"
#include "domain/dossier.hpp"
#include "domain/vote_roll.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

using RecordedActId = Id<struct RecordedAct>;

// Acts of a dossier that no rule judges.
enum class SideAct : std::uint8_t {
    recheck = 1,  // chi uỷ kiểm tra lại điều kiện
    refusal,      // thông báo không kết nạp, không công nhận
    cancellation, // huỷ quyết định sai
    remedy,       // thừa nhận quyết định sau khi khắc phục
};
std::string_view key_of(SideAct act);
std::string_view title_of(SideAct act);
std::optional<SideAct> side_act(std::string_view key);
std::vector<SideAct> all_side_acts();

// Whom a verification letter concerns (rules.md 4.1, step 6). Uncles and aunts are not in the list.
enum class Relation : std::uint8_t {
    candidate = 1, // bản thân
    father,        // cha đẻ
    mother,        // mẹ đẻ
    spouse,        // vợ hoặc chồng
    father_in_law, // cha vợ hoặc cha chồng
    mother_in_law, // mẹ vợ hoặc mẹ chồng
    foster_parent, // người nuôi dưỡng
    child,         // con đẻ có năng lực hành vi dân sự đầy đủ
    sibling,       // anh, chị, em ruột
};
std::string_view key_of(Relation relation);
std::string_view title_of(Relation relation);
std::optional<Relation> relation(std::string_view key);
std::vector<Relation> all_relations();

// On what ground nobody is asked about a relative.
enum class LeftOut : std::uint8_t {
    member_with_clear_file = 1, // là đảng viên, lý lịch đã kê khai đầy đủ, trung thực
    verified_in_same_office,    // cùng sinh hoạt, công tác, đã rõ tại nơi thẩm tra
    died_and_known,             // đã mất, đã rõ trong lý lịch người thân là đảng viên
};
std::string_view key_of(LeftOut ground);
std::string_view title_of(LeftOut ground);
std::optional<LeftOut> left_out(std::string_view key);
std::vector<LeftOut> all_left_out();

// One person concerned by the verification. `name` is personal and sealed at rest.
struct VerificationLetter {
    Relation relation = Relation::candidate;
    std::string name = {};
    std::string asked = {}; // the committee that is asked: "Đảng uỷ xã Bồi Hạ"
    std::optional<Date> sent = {};
    std::optional<Date> answered = {};
    std::optional<LeftOut> left_out = {};

    bool is_open() const { return !left_out && !answered; }
    friend bool operator==(const VerificationLetter&, const VerificationLetter&) = default;
};
// Sent before answered, nobody both asked and left out, and nobody left out but a parent, sibling or child.
Result<void> check(const VerificationLetter& letter);

// One act as it was recorded, with what papers and minutes ask for beside what the judge reads. One version of it.
//
// With `side`, only `act.on` and `act.about` mean something and no rule judges it. An act recorded against a block is a
// past fact: `past_reason` says why it is recorded all the same, and it is marked wherever it is shown.
struct RecordedAct {
    RecordedActId id = {};
    std::int64_t version = 0;
    DossierId dossier = {};
    std::optional<SideAct> side = {};
    Act act = {};
    Paper paper = {};
    std::optional<PersonId> who = {};             // the introducer or helper, where in this register
    std::string who_name = {};                    // their name, else; sealed
    std::vector<VerificationLetter> letters = {}; // verification; sealed
    VoteRecord vote = {};                         // cell_vote; sealed
    std::optional<RecordedActId> concerns = {};   // cancellation, remedy: the decision or removal that was wrong
    std::string note = {};                        // sealed
    std::string past_reason = {};                 // sealed
    bool is_past_fact = false;
    std::int64_t made = 0; // the admission (ceremony) or membership event (recognition, removal) of the register
    AuditNumber recorded = {};

    friend bool operator==(const RecordedAct&, const RecordedAct&) = default;
};

// "Nghị quyết chi bộ (kết nạp)", "Giới thiệu của đảng viên", "Chi uỷ kiểm tra lại điều kiện".
std::string title_of(const RecordedAct& act);
// By its own fields alone: a day not in the future, figures not absurd, texts within limits, no field of another kind.
Result<void> check(const RecordedAct& act, Date today);
// One field that pages show and corrections change; the list of all, for merging and for showing what changed.
struct ActField {
    std::string_view key;
    std::string_view title;
    std::string (*shown)(const RecordedAct&);
    bool (*same)(const RecordedAct&, const RecordedAct&);
    void (*copy)(const RecordedAct& from, RecordedAct& to);
};
std::span<const ActField> act_fields();

// The case that the judge reads, and which recorded act each of its acts is.
struct DossierCase {
    Case value;
    std::vector<RecordedActId> acts; // as many as value.acts
};
// Without side acts, and without what was cancelled and not remedied: a cancelled decision, with the ceremony and the
// papers that came after it.
DossierCase case_of(const Dossier& dossier, const Person& person, std::span<const RecordedAct> acts,
                    bool grassroots_cell);

} // namespace phusa
