#include "domain/data_check.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace phusa
{

namespace
{

using enum FaultGroup;

// Bounds of what is believable, not of what is lawful: a regulation's own values are judged in dossiers.
constexpr int admitted_months_min = 18 * 12;
constexpr int admitted_months_max = 100 * 12;
constexpr int living_years_max = 110;
constexpr int probation_months = 12;
constexpr int probation_months_long = 18; // long past the day on which the cell should have voted
constexpr std::size_t identity_digits_now = 12;
constexpr std::size_t identity_digits_old = 9;

const CheckedAdmission* last_admission(const CheckedPerson& person)
{
    return person.admissions.empty() ? nullptr : &person.admissions.back();
}

bool has_event(const CheckedPerson& person, MembershipEventKind kind)
{
    return std::ranges::find(person.events, kind, &CheckedEvent::kind) != person.events.end();
}

bool ends_membership(MembershipEventKind kind)
{
    using enum MembershipEventKind;
    return kind == died || kind == removed || kind == resigned || kind == expelled;
}

// Only of those counted as members: of others no more is kept than who they are (DESIGN §8).
template<auto Lacks>
constexpr auto of_member =
    [](const CheckedPerson& person, Date) { return is_member(person.standing) && Lacks(person); };

// Of members, and of their last admission where there is one.
template<auto Lacks>
constexpr auto of_admission = [](const CheckedPerson& person, Date) {
    const auto* admission = last_admission(person);
    return is_member(person.standing) && admission && Lacks(*admission);
};

bool lacks_admission(const CheckedPerson& person)
{
    // Whoever came from elsewhere was admitted there; that is not in this register.
    return person.admissions.empty() && !has_event(person, MembershipEventKind::moved_in);
}

bool is_long_probationary(const CheckedPerson& person, Date today)
{
    const auto* admission = last_admission(person);
    return person.standing == Standing::probationary && admission &&
           admission->counted_on().plus_months(probation_months_long) < today;
}

bool is_recognised_early(const CheckedPerson& person, Date)
{
    for (const auto& event : person.events) {
        if (event.kind != MembershipEventKind::recognised)
            continue;
        for (const auto& admission : person.admissions)
            if (admission.counted_on() <= event.on && event.on < admission.counted_on().plus_months(probation_months))
                return true;
    }
    return false;
}

template<auto Is>
constexpr auto of_any_admission = [](const CheckedPerson& person, Date today) {
    return std::ranges::any_of(person.admissions, [&](const auto& admission) { return Is(admission, today); });
};

bool is_admitted_young(const CheckedAdmission& admission, Date)
{
    return age_in_months(admission.born, admission.counted_on()) < admitted_months_min;
}

bool is_admitted_old(const CheckedAdmission& admission, Date)
{
    return age_in_months(admission.born, admission.counted_on()) > admitted_months_max;
}

bool is_very_old(const CheckedPerson& person, Date today)
{
    return is_member(person.standing) && age_in_years(person.born, today) > living_years_max;
}

bool is_in_future(const CheckedPerson& person, Date today)
{
    auto later = [&](const std::optional<Date>& day) { return day && *day > today; };
    return person.born.first() > today || std::ranges::any_of(person.events, later, &CheckedEvent::on) ||
           std::ranges::any_of(person.admissions, [&](const CheckedAdmission& admission) {
               return later(admission.decided) || later(admission.ceremony);
           });
}

// The day before which nothing can have befallen the membership. Somebody who came from elsewhere was admitted there;
// that is not in this register.
bool is_before_admission(const CheckedPerson& person, const CheckedEvent& event)
{
    bool came = std::ranges::any_of(person.events, [&](const CheckedEvent& other) {
        return other.kind == MembershipEventKind::moved_in && other.on <= event.on;
    });
    return !came && !person.admissions.empty() && event.on < person.admissions.front().counted_on();
}

bool is_out_of_order(const CheckedPerson& person, Date)
{
    auto death = std::ranges::find(person.events, MembershipEventKind::died, &CheckedEvent::kind);
    auto is_wrong = [&](const CheckedEvent& event) {
        return is_before_admission(person, event) || (death != person.events.end() && event.on > death->on);
    };
    bool is_admitted_late =
        death != person.events.end() && !person.admissions.empty() && person.admissions.back().counted_on() > death->on;
    return is_admitted_late || std::ranges::any_of(person.events, is_wrong);
}

bool is_admitted_twice(const CheckedPerson& person, Date)
{
    for (std::size_t i = 1; i < person.admissions.size(); ++i) {
        auto from = person.admissions[i - 1].counted_on();
        auto to = person.admissions[i].counted_on();
        bool has_left = std::ranges::any_of(person.events, [&](const CheckedEvent& event) {
            return ends_membership(event.kind) && from <= event.on && event.on <= to;
        });
        if (!has_left)
            return true;
    }
    return false;
}

bool differs_in_birth(const CheckedPerson& person, Date)
{
    const auto* admission = last_admission(person);
    return admission && (admission->born.last() < person.born.first() || person.born.last() < admission->born.first());
}

using P = CheckedPerson;
using A = CheckedAdmission;

constexpr std::array checks{
    DataCheck{"born.day", missing, "Ngày sinh chưa đủ ngày, tháng, năm", "Đối chiếu giấy khai sinh hoặc căn cước.",
              of_member<[](const P& p) { return p.born.exactness() != PartialDate::Exactness::day; }>},
    DataCheck{"sex", missing, "Chưa ghi giới tính", "Hỏi chi bộ rồi ghi vào hồ sơ.",
              of_member<[](const P& p) { return p.sex == Sex::unknown; }>},
    DataCheck{"ethnicity", missing, "Chưa ghi dân tộc", "Đối chiếu lý lịch đảng viên.",
              of_member<[](const P& p) { return p.ethnicity == 0; }>},
    DataCheck{"religion", missing, "Chưa ghi tôn giáo", "Đối chiếu lý lịch đảng viên; không theo đạo thì ghi “Không”.",
              of_member<[](const P& p) { return p.religion == 0; }>},
    DataCheck{"identity", missing, "Chưa có số định danh cá nhân", "Ghi số 12 chữ số trên thẻ căn cước.",
              of_member<[](const P& p) { return p.identity_digits == 0; }>},
    DataCheck{"identity.old", missing, "Còn số chứng minh nhân dân 9 số", "Thay bằng số định danh 12 chữ số.",
              of_member<[](const P& p) { return p.identity_digits == identity_digits_old; }>},
    DataCheck{"home", missing, "Chưa ghi quê quán", "Đối chiếu giấy khai sinh.",
              of_member<[](const P& p) { return !p.has_home; }>},
    DataCheck{"residence", missing, "Chưa ghi nơi thường trú", "Ghi theo địa danh hai cấp hiện nay.",
              of_member<[](const P& p) { return !p.has_residence; }>},
    DataCheck{"education", missing, "Chưa ghi giáo dục phổ thông", "Ghi cấp học cao nhất đã học xong.",
              of_member<[](const P& p) { return p.general_education == GeneralEducation::unknown; }>},
    DataCheck{"card", missing, "Đảng viên chính thức chưa có số thẻ đảng viên",
              "Ghi số trên thẻ; chưa được phát thẻ thì làm thủ tục phát thẻ.",
              [](const P& p, Date) { return p.standing == Standing::official && !p.has_card; }},
    DataCheck{"admission", missing, "Chưa ghi ngày vào Đảng", "Ghi thêm lần kết nạp theo quyết định.",
              of_member<lacks_admission>},
    DataCheck{"admission.ceremony", missing, "Chưa ghi ngày tổ chức lễ kết nạp",
              "Tra biên bản lễ kết nạp. Không còn giấy tờ thì để nguyên: tính theo ngày quyết định.",
              of_admission<[](const A& a) { return !a.ceremony; }>},
    DataCheck{"admission.decision", missing, "Chưa ghi số hoặc ngày quyết định kết nạp",
              "Tra quyết định kết nạp trong hồ sơ.",
              of_admission<[](const A& a) { return !a.decided || !a.has_number; }>},
    DataCheck{"admission.occupation", missing, "Chưa ghi nghề nghiệp khi vào Đảng",
              "Chọn dòng của Biểu 2 ứng với công việc lúc kết nạp.",
              of_admission<[](const A& a) { return a.occupation == Occupation::unknown; }>},
    DataCheck{"admission.education", missing, "Chưa ghi học vấn khi vào Đảng", "Ghi cấp học lúc kết nạp.",
              of_admission<[](const A& a) { return a.general_education == GeneralEducation::unknown; }>},
    DataCheck{"recognition", missing, "Dự bị quá 18 tháng, chưa ghi ngày chính thức",
              "Đã công nhận thì ghi thêm quyết định; chưa thì làm thủ tục hoặc xoá tên.", is_long_probationary},

    DataCheck{"admitted.young", implausible, "Kết nạp khi chưa đủ 18 tuổi", "Xem lại ngày sinh và ngày kết nạp.",
              of_any_admission<is_admitted_young>},
    DataCheck{"admitted.old", implausible, "Kết nạp khi đã hơn 100 tuổi", "Xem lại ngày sinh và ngày kết nạp.",
              of_any_admission<is_admitted_old>},
    DataCheck{"age", implausible, "Đang sinh hoạt mà đã hơn 110 tuổi", "Xem lại ngày sinh; đã từ trần thì ghi nhận.",
              is_very_old},
    DataCheck{"recognised.early", implausible, "Chính thức khi chưa đủ 12 tháng dự bị",
              "Xem lại hai ngày. Giấy tờ ghi đúng như vậy thì để nguyên.", is_recognised_early},
    DataCheck{"future", implausible, "Có ngày ở tương lai", "Sửa lại ngày ghi nhầm.", is_in_future},
    DataCheck{"order", implausible, "Các sự kiện sai thứ tự", "Có việc trước ngày vào Đảng hoặc sau khi từ trần.",
              is_out_of_order},
    DataCheck{"admitted.twice", implausible, "Kết nạp hai lần mà chưa ra khỏi Đảng",
              "Bỏ lần ghi trùng, hoặc ghi thêm việc ra khỏi Đảng ở giữa.", is_admitted_twice},
    DataCheck{"born.differs", implausible, "Ngày sinh khác với ngày sinh khi kết nạp",
              "Đối chiếu giấy khai sinh rồi sửa bên ghi sai.", differs_in_birth},
    DataCheck{"cell", implausible, "Sinh hoạt ở tổ chức đã giải thể", "Chuyển sang chi bộ hiện nay.",
              of_member<[](const P& p) { return !p.cell_is_there; }>},
    DataCheck{"identity.length", implausible, "Số định danh không đủ 12 chữ số", "Ghi lại số trên thẻ căn cước.",
              [](const P& p, Date) {
                  return p.identity_digits != 0 && p.identity_digits != identity_digits_now &&
                         p.identity_digits != identity_digits_old;
              }},

    DataCheck{"twice", duplicate, "Trùng họ tên và ngày sinh", "So sánh: cùng một người thì gộp, không thì đánh dấu."},
    DataCheck{"twice.vague", duplicate, "Trùng họ tên, ngày sinh có thể là một",
              "Tìm ngày sinh đầy đủ rồi so sánh hai hồ sơ."},
    DataCheck{"twice.numbers", duplicate, "Trùng họ tên và ngày sinh, khác số định danh",
              "Xem lại hai số; đúng là hai người thì đánh dấu."},
};

} // namespace

std::string_view key_of(FaultGroup group)
{
    constexpr std::array<std::string_view, 3> keys{"missing", "implausible", "duplicate"};
    return keys[static_cast<std::size_t>(group)];
}

std::string_view title_of(FaultGroup group)
{
    constexpr std::array<std::string_view, 3> titles{"Còn thiếu", "Vô lý", "Nghi trùng"};
    return titles[static_cast<std::size_t>(group)];
}

std::span<const FaultGroup> all_fault_groups()
{
    static constexpr std::array groups{missing, implausible, duplicate};
    return groups;
}

std::span<const DataCheck> data_checks() { return checks; }

std::optional<std::uint8_t> data_check(std::string_view key)
{
    const auto* found = std::ranges::find(checks, key, &DataCheck::key);
    return found == checks.end() ? std::nullopt
                                 : std::optional(static_cast<std::uint8_t>(std::distance(checks.begin(), found)));
}

std::optional<Likeness> likeness(const Likened& a, const Likened& b)
{
    if (!a.identity.empty() && a.identity == b.identity)
        return Likeness::same;
    if (a.folded_name != b.folded_name)
        return std::nullopt;
    bool are_exact = a.born.day() && b.born.day();
    bool have_two_numbers = !a.identity.empty() && !b.identity.empty();
    if (are_exact)
        return a.born != b.born   ? std::nullopt
               : have_two_numbers ? std::optional(Likeness::other_number)
                                  : std::optional(Likeness::same);
    bool agree = a.born.first() <= b.born.last() && b.born.first() <= a.born.last();
    return agree && !have_two_numbers ? std::optional(Likeness::vague_birth) : std::nullopt;
}

std::uint8_t data_check(Likeness likeness)
{
    constexpr std::array<std::string_view, 3> keys{"twice", "twice.vague", "twice.numbers"};
    auto place = data_check(keys[static_cast<std::size_t>(likeness)]);
    assert(place);
    return *place;
}

} // namespace phusa
