#include "domain/recorded_act.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "domain/named.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace phusa
{

namespace
{

constexpr std::array<Named<SideAct>, 4> side_acts = {{
    {SideAct::recheck, "recheck", "Chi uỷ kiểm tra lại điều kiện"},
    {SideAct::refusal, "refusal", "Thông báo không chuẩn y"},
    {SideAct::cancellation, "cancellation", "Huỷ quyết định"},
    {SideAct::remedy, "remedy", "Thừa nhận sau khi khắc phục"},
}};

constexpr std::array<Named<Relation>, 9> relations = {{
    {Relation::candidate, "candidate", "Bản thân"},
    {Relation::father, "father", "Cha đẻ"},
    {Relation::mother, "mother", "Mẹ đẻ"},
    {Relation::spouse, "spouse", "Vợ hoặc chồng"},
    {Relation::father_in_law, "father_in_law", "Cha vợ hoặc cha chồng"},
    {Relation::mother_in_law, "mother_in_law", "Mẹ vợ hoặc mẹ chồng"},
    {Relation::foster_parent, "foster_parent", "Người nuôi dưỡng"},
    {Relation::child, "child", "Con đẻ có năng lực hành vi dân sự đầy đủ"},
    {Relation::sibling, "sibling", "Anh, chị, em ruột"},
}};

constexpr std::array<Named<LeftOut>, 3> grounds = {{
    {LeftOut::member_with_clear_file, "member_with_clear_file", "Là đảng viên, lý lịch đã kê khai đầy đủ, trung thực"},
    {LeftOut::verified_in_same_office, "verified_in_same_office", "Đã rõ tại nơi thẩm tra"},
    {LeftOut::died_and_known, "died_and_known", "Đã mất, đã rõ trong lý lịch của người thân là đảng viên"},
}};

// Nobody counts more people in one meeting, nor months of acquaintance.
constexpr int members_max = 100'000;
constexpr int months_max = 1'200;

// Within a sentence; "Đảng" further on keeps its capital.
std::string with_small_start(std::string_view title)
{
    auto first_word = title.substr(0, title.find(' '));
    return lower_case(first_word) + std::string(title.substr(first_word.size()));
}

bool has_matter(ActKind kind)
{
    return kind == ActKind::cell_vote || kind == ActKind::appraisal || kind == ActKind::committee_vote ||
           kind == ActKind::decision || kind == ActKind::extension;
}

Result<void> check_matter(const RecordedAct& act)
{
    if (act.side) {
        bool needs = *act.side == SideAct::refusal;
        if (needs && !act.act.about)
            return invalid("about", "Hãy chọn việc: kết nạp hay công nhận chính thức.");
        bool concerns = *act.side == SideAct::cancellation || *act.side == SideAct::remedy;
        if (concerns && !act.concerns)
            return invalid("concerns", "Hãy chọn quyết định cần huỷ hoặc thừa nhận.");
        return {};
    }
    if (has_matter(act.act.kind) && !act.act.about)
        return invalid("about", "Hãy chọn việc: kết nạp, công nhận chính thức hay xoá tên.");
    return {};
}

Result<void> check_figures(const RecordedAct& act)
{
    const auto& cell = act.act.cell;
    for (int figure :
         {cell.official, cell.excluded, cell.present, cell.in_favour, cell.against, act.act.committee.members,
          act.act.committee.in_favour, act.vote.slips.issued, act.vote.slips.collected, act.vote.slips.invalid})
        if (figure < 0 || figure > members_max)
            return invalid("official", "Số đếm phải từ 0 trở lên và không quá lớn.");
    if (act.act.shared_months < 0 || act.act.shared_months > months_max)
        return invalid("shared_months", "Số tháng cùng công tác phải từ 0 trở lên.");
    if (act.side || act.act.kind != ActKind::cell_vote || act.vote.roll.empty())
        return {};
    auto base = base_of(act.vote.roll);
    if (base.official != cell.official || base.excluded != cell.excluded || base.present != cell.present)
        return invalid("official", "Số đảng viên không khớp với danh sách điểm danh; hãy xem lại danh sách.");
    return {};
}

Result<void> check_texts(const RecordedAct& act)
{
    if (code_points(act.note) > limit::note_length_max)
        return invalid("note", "Ghi chú quá dài.");
    if (code_points(act.past_reason) > limit::note_length_max)
        return invalid("past_reason", "Lý do quá dài.");
    if (code_points(act.who_name) > limit::name_length_max)
        return invalid("who_name", "Họ và tên quá dài.");
    for (const auto* name : {&act.vote.chair, &act.vote.secretary})
        if (code_points(*name) > limit::name_length_max)
            return invalid("chair", "Họ và tên quá dài.");
    return check(act.paper);
}

} // namespace

std::string_view key_of(SideAct act) { return named<SideAct>(side_acts, act).key; }
std::string_view title_of(SideAct act) { return named<SideAct>(side_acts, act).title; }
std::optional<SideAct> side_act(std::string_view key) { return value_of<SideAct>(side_acts, key); }
std::vector<SideAct> all_side_acts() { return values_of<SideAct>(side_acts); }

std::string_view key_of(Relation relation) { return named<Relation>(relations, relation).key; }
std::string_view title_of(Relation relation) { return named<Relation>(relations, relation).title; }
std::optional<Relation> relation(std::string_view key) { return value_of<Relation>(relations, key); }
std::vector<Relation> all_relations() { return values_of<Relation>(relations); }

std::string_view key_of(LeftOut ground) { return named<LeftOut>(grounds, ground).key; }
std::string_view title_of(LeftOut ground) { return named<LeftOut>(grounds, ground).title; }
std::optional<LeftOut> left_out(std::string_view key) { return value_of<LeftOut>(grounds, key); }
std::vector<LeftOut> all_left_out() { return values_of<LeftOut>(grounds); }

Result<void> check(const VerificationLetter& letter)
{
    if (code_points(letter.name) > limit::name_length_max)
        return invalid("letters", "Họ và tên quá dài.");
    if (code_points(letter.asked) > limit::line_length_max)
        return invalid("letters", "Tên cấp uỷ được hỏi quá dài.");
    if (letter.answered && !letter.sent)
        return invalid("letters", "Thư thẩm tra có trả lời thì phải có ngày gửi.");
    if (letter.answered && *letter.answered < *letter.sent)
        return invalid("letters", "Ngày trả lời không thể trước ngày gửi thư thẩm tra.");
    if (!letter.left_out)
        return {};
    if (letter.sent)
        return invalid("letters", "Người đã gửi thư thẩm tra thì không ghi lý do không thẩm tra.");
    if (letter.relation == Relation::candidate)
        return invalid("letters", "Bản thân người xin vào Đảng luôn phải thẩm tra.");
    return {};
}

std::string title_of(const RecordedAct& act)
{
    if (act.side)
        return std::string(title_of(*act.side));
    const auto& what = act.act;
    if (what.kind == ActKind::certificate)
        return fmt::format("Giấy chứng nhận {}", with_small_start(title_of(what.certificate)));
    if (what.kind == ActKind::consent)
        return fmt::format("Văn bản {}", with_small_start(title_of(what.consent)));
    if (what.kind == ActKind::introduction && what.by == Introducer::member)
        return "Đảng viên giới thiệu";
    if (what.kind == ActKind::introduction)
        return fmt::format("{} giới thiệu", title_of(what.by));
    if (what.about && what.kind != ActKind::removal)
        return fmt::format("{} ({})", title_of(what.kind), lower_case(title_of(*what.about)));
    return std::string(title_of(what.kind));
}

Result<void> check(const RecordedAct& act, Date today)
{
    if (act.act.on > today)
        return invalid("on", "Chỉ ghi việc đã làm: ngày không thể ở tương lai.");
    if (act.act.received && *act.act.received > today)
        return invalid("received", "Ngày nhận quyết định không thể ở tương lai.");
    TRY_DO(check_matter(act));
    TRY_DO(check_figures(act));
    TRY_DO(check_texts(act));
    for (const auto& letter : act.letters)
        TRY_DO(check(letter));
    return {};
}

} // namespace phusa
