#include "app/import/changes.hpp"

#include "app/unit_names.hpp"
#include "domain/codes.hpp"
#include "domain/person_fields.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace phusa
{

namespace
{

std::string shown(const std::optional<Date>& day) { return day ? day->vietnamese() : std::string(); }
std::string shown(bool yes) { return yes ? "Có" : "Không"; }
std::string shown(const Code& code) { return std::string(code.title); }

// The facts of an admission as an import can change them.
struct AdmissionField {
    std::string_view title;
    std::string (*shown)(const Admission&);
};

constexpr AdmissionField admission_fields[] = {
    {"Ngày lễ kết nạp", [](const Admission& a) { return shown(a.ceremony_on); }},
    {"Ngày quyết định kết nạp", [](const Admission& a) { return shown(a.decided_on); }},
    {"Số quyết định kết nạp", [](const Admission& a) { return a.decision_number; }},
    {"Ngày sinh khi kết nạp", [](const Admission& a) { return a.born.vietnamese(); }},
    {"Giới tính khi kết nạp", [](const Admission& a) { return shown(code_of(a.sex)); }},
    {"Dân tộc khi kết nạp", [](const Admission& a) { return shown(ethnicities().at(a.ethnicity)); }},
    {"Tôn giáo khi kết nạp", [](const Admission& a) { return shown(religions().at(a.religion)); }},
    {"Nghề nghiệp khi kết nạp", [](const Admission& a) { return shown(code_of(a.occupation)); }},
    {"Giáo dục phổ thông khi kết nạp", [](const Admission& a) { return shown(code_of(a.general_education)); }},
    {"Chuyên môn khi kết nạp", [](const Admission& a) { return shown(code_of(a.qualification)); }},
    {"Chức danh khoa học khi kết nạp", [](const Admission& a) { return shown(code_of(a.academic_title)); }},
    {"Đoàn viên khi kết nạp", [](const Admission& a) { return shown(a.youth_union_member); }},
    {"Chủ doanh nghiệp tư nhân", [](const Admission& a) { return shown(a.private_owner); }},
    {"Vi phạm chính sách KHHGĐ", [](const Admission& a) { return shown(a.population_policy); }},
    {"Hôn nhân với người nước ngoài", [](const Admission& a) { return shown(a.foreign_marriage); }},
    {"Kết nạp lại", [](const Admission& a) { return shown(a.readmission); }},
};

class Described
{
public:
    Described(App& app, storage::Session& session, const storage::WrittenFacts& written)
        : app_(app), session_(session), written_(written)
    {
    }

    DescribedChanges take()
    {
        people();
        admissions();
        events();
        dossiers();
        organisations();
        identities();
        return {.added = added_, .changes = std::move(changes_)};
    }

private:
    void say(std::string subject, std::string_view field, std::string before, std::string after)
    {
        if (before != after)
            changes_.push_back({.subject = std::move(subject),
                                .field = std::string(field),
                                .before = std::move(before),
                                .after = std::move(after)});
    }

    void people()
    {
        for (const auto& [before, after] : written_.people) {
            const auto& either = after ? *after : *before;
            names_.emplace(either.id, either.name);
            if (!before)
                ++added_;
            if (!before || !after)
                continue;
            for (const auto& field : person_fields())
                say(before->name, field.title, field.shown(*before), field.shown(*after));
            say(before->name, "Tình trạng", std::string(title_of(before->standing)),
                std::string(title_of(after->standing)));
            if (before->cell != after->cell)
                say(before->name, "Chi bộ", unit_name(app_, before->cell), unit_name(app_, after->cell));
        }
    }

    void admissions()
    {
        for (const auto& [before, after] : written_.admissions) {
            if (!before) {
                ++added_;
                continue;
            }
            for (const auto& [title, shown] : admission_fields)
                if (after)
                    say(name_of(before->person), title, shown(*before), shown(*after));
        }
    }

    void events()
    {
        for (const auto& [before, after] : written_.events) {
            if (!before) {
                ++added_;
                continue;
            }
            if (after)
                say(name_of(before->person), title_of(before->kind), before->on.vietnamese(), after->on.vietnamese());
        }
    }

    // New acts in dossiers that were there are shown one by one; those of new dossiers go with them.
    void dossiers()
    {
        std::set<DossierId> fresh;
        for (const auto& [before, after] : written_.dossiers)
            if (!before) {
                ++added_;
                fresh.insert(after->id);
            }
        for (const auto& [before, after] : written_.acts) {
            if (!before)
                ++added_;
            if (after && !before && !fresh.contains(after->dossier))
                say(subject_of(after->dossier), title_of(*after), {}, after->act.on.vietnamese());
        }
    }

    void organisations()
    {
        for (const auto& [before, after] : written_.organisations) {
            if (!before)
                ++added_;
            if (!before || !after)
                continue;
            say(before->name, "Tên", before->name, after->name);
            say(before->name, "Loại tổ chức", std::string(title_of(before->kind)), std::string(title_of(after->kind)));
            if (before->parent != after->parent)
                say(before->name, "Cấp trên", unit_of(before->parent), unit_of(after->parent));
            if (before->beside != after->beside)
                say(before->name, "Bên cạnh", unit_of(before->beside), unit_of(after->beside));
            say(before->name, "Từ ngày", before->valid.first.vietnamese(), after->valid.first.vietnamese());
            say(before->name, "Đến ngày", shown(before->valid.until), shown(after->valid.until));
            say(before->name, "Loại hình", std::string(title_of(before->sector)), std::string(title_of(after->sector)));
        }
    }

    // Numbers stay sealed: that one was written is said, not which.
    void identities()
    {
        std::set<PersonId> fresh;
        for (const auto& [before, after] : written_.people)
            if (!before && after)
                fresh.insert(after->id);
        for (auto person : written_.identities)
            if (!fresh.contains(person))
                changes_.push_back(
                    {.subject = name_of(person), .field = "Số định danh", .before = {}, .after = "đã ghi số mới"});
    }

    std::string unit_of(std::optional<OrganisationId> unit) const
    {
        return unit ? unit_name(app_, *unit) : std::string();
    }

    std::string subject_of(DossierId id) const
    {
        auto person = storage::person_of(session_, id);
        return person ? name_of(*person) : fmt::format("Hồ sơ số {}", id.value);
    }

    std::string name_of(PersonId id) const
    {
        if (auto found = names_.find(id); found != names_.end())
            return found->second;
        auto person = storage::person(session_, id);
        return person ? person->name : fmt::format("Người số {}", id.value);
    }

    App& app_;
    storage::Session& session_;
    const storage::WrittenFacts& written_;
    std::vector<ImportedChange> changes_;
    std::map<PersonId, std::string> names_;
    std::int64_t added_ = 0;
};

} // namespace

DescribedChanges describe(App& app, storage::Session& session, const storage::WrittenFacts& written)
{
    return Described(app, session, written).take();
}

} // namespace phusa
