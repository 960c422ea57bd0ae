// Admissions with the facts of their day (Biểu 2-BTCTW).
#include "app/import/intake.hpp"
#include "app/import/matching.hpp"
#include "app/import/people_writer.hpp"
#include "app/import/work_behind.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace phusa
{

namespace
{

// A fact of an admission, how it is read and laid over another one. True where the row has it.
struct AdmissionReading {
    std::string_view key;
    bool (*read)(RowReader&, std::size_t column, Admission&);
    void (*copy)(const Admission& from, Admission& to);
};

template<auto Member>
void copy(const Admission& from, Admission& to)
{
    to.*Member = from.*Member;
}

template<auto Member>
bool read_day(RowReader& row, std::size_t column, Admission& admission)
{
    admission.*Member = row.day(column);
    return (admission.*Member).has_value();
}

template<auto Member>
bool read_code(RowReader& row, std::size_t column, Admission& admission)
{
    auto code = row.code(column);
    if (code)
        admission.*Member = static_cast<std::remove_reference_t<decltype(admission.*Member)>>(*code);
    return code.has_value();
}

template<auto Member>
bool read_flag(RowReader& row, std::size_t column, Admission& admission)
{
    auto flag = row.yes_no(column);
    admission.*Member = flag.value_or(false);
    return flag.has_value();
}

bool read_number(RowReader& row, std::size_t column, Admission& admission)
{
    admission.decision_number = row.text(column);
    return !admission.decision_number.empty();
}

bool read_born(RowReader& row, std::size_t column, Admission& admission)
{
    auto born = row.date(column);
    admission.born = born.value_or(PartialDate());
    return born.has_value();
}

constexpr AdmissionReading readings[] = {
    {"born", read_born, copy<&Admission::born>},
    {"sex", read_code<&Admission::sex>, copy<&Admission::sex>},
    {"ethnicity", read_code<&Admission::ethnicity>, copy<&Admission::ethnicity>},
    {"religion", read_code<&Admission::religion>, copy<&Admission::religion>},
    {"ceremony_on", read_day<&Admission::ceremony_on>, copy<&Admission::ceremony_on>},
    {"decided_on", read_day<&Admission::decided_on>, copy<&Admission::decided_on>},
    {"decision_number", read_number, copy<&Admission::decision_number>},
    {"occupation", read_code<&Admission::occupation>, copy<&Admission::occupation>},
    {"general_education", read_code<&Admission::general_education>, copy<&Admission::general_education>},
    {"qualification", read_code<&Admission::qualification>, copy<&Admission::qualification>},
    {"academic_title", read_code<&Admission::academic_title>, copy<&Admission::academic_title>},
    {"youth_union_member", read_flag<&Admission::youth_union_member>, copy<&Admission::youth_union_member>},
    {"private_owner", read_flag<&Admission::private_owner>, copy<&Admission::private_owner>},
    {"population_policy", read_flag<&Admission::population_policy>, copy<&Admission::population_policy>},
    {"foreign_marriage", read_flag<&Admission::foreign_marriage>, copy<&Admission::foreign_marriage>},
    {"readmission", read_flag<&Admission::readmission>, copy<&Admission::readmission>},
};

struct AdmissionRow {
    Admission admission;
    std::bitset<32> given; // by the index of `readings`
};

bool same(const Admission& a, const Admission& b)
{
    return a.cell == b.cell && a.born == b.born && a.sex == b.sex && a.ethnicity == b.ethnicity &&
           a.religion == b.religion && a.ceremony_on == b.ceremony_on && a.decided_on == b.decided_on &&
           a.decision_number == b.decision_number && a.occupation == b.occupation &&
           a.general_education == b.general_education && a.qualification == b.qualification &&
           a.academic_title == b.academic_title && a.youth_union_member == b.youth_union_member &&
           a.private_owner == b.private_owner && a.population_policy == b.population_policy &&
           a.foreign_marriage == b.foreign_marriage && a.readmission == b.readmission;
}

// The same admission, as far as days tell: one of them is the same.
bool is_meant(const Admission& known, const Admission& read)
{
    bool ceremony = known.ceremony_on && known.ceremony_on == read.ceremony_on;
    bool decision = known.decided_on && known.decided_on == read.decided_on;
    return ceremony || decision;
}

class AdmissionIntake : public Intake
{
public:
    explicit AdmissionIntake(const IntakeContext& context)
        : context_(context), writing_(context.with(of_writing_)), writer_(writing_)
    {
    }

    void take(const SheetRow& sheet_row) override
    {
        RowReader row(context_.layout, sheet_row, context_.remarks);
        auto errors_before = context_.remarks.errors.size();
        auto read = read_person(row, context_.units, context_.only_cell);
        auto errors_of_person = context_.remarks.errors.size();
        auto admission = read_admission(row, read);
        drop_repeated(errors_before, errors_of_person);
        if (auto now = read_unit(row, context_.units, "member_cell"))
            read.now = *now;
        if (row.is_bad())
            return;
        if (auto sound = check(read.person, context_.app.today()); !sound)
            return row.wrong(sound.error());
        if (auto sound = check(admission.admission); !sound)
            return row.wrong(sound.error());
        if (admission.admission.counted_on() > context_.app.today())
            return row.wrong(context_.layout.column("ceremony_on"), "Ngày này ở tương lai. Hãy xem lại năm.");
        piece_.rows.push_back(row_to_match(context_, std::move(read)));
        piece_.admissions.push_back(std::move(admission));
        if (piece_.rows.size() >= intake_piece_rows)
            write_behind();
    }

    void finish() override
    {
        write_behind();
        behind_.wait();
        context_.remarks.append(std::move(of_writing_));
    }

private:
    struct Piece {
        std::vector<MatchedRow> rows;
        std::vector<AdmissionRow> admissions; // as many as rows
    };

    AdmissionRow read_admission(RowReader& row, const PersonRow& person) const
    {
        AdmissionRow read;
        for (std::size_t at = 0; at < std::size(readings); ++at)
            if (readings[at].read(row, context_.layout.column(readings[at].key), read.admission))
                read.given.set(at);
        read.admission.cell = person.person.cell;
        return read;
    }

    // Columns that speak of the person and of the admission are read twice, their faults said once.
    void drop_repeated(std::size_t first, std::size_t second)
    {
        auto& errors = context_.remarks.errors;
        for (auto at = errors.size(); at > second; --at)
            for (auto earlier = first; earlier < second; ++earlier)
                if (errors[at - 1].column == errors[earlier].column) {
                    errors.erase(errors.begin() + static_cast<std::ptrdiff_t>(at - 1));
                    break;
                }
    }

    void write_behind()
    {
        behind_.begin([this, piece = std::exchange(piece_, {})]() mutable { write(piece); });
    }

    // Somebody admitted twice has two rows: the second is taken when the first is written.
    void write(Piece& piece)
    {
        while (!piece.rows.empty()) {
            match_people(writing_, piece.rows, RowsEach::several);
            auto members = writer_.members(piece.rows);
            Piece later;
            for (std::size_t i = 0; i < piece.rows.size(); ++i) {
                auto& row = piece.rows[i];
                if (row.is_later) {
                    later.rows.push_back({.row = std::move(row.row), .keys = std::move(row.keys), .person = {}});
                    later.admissions.push_back(piece.admissions[i]);
                } else if (!row.is_left_out) {
                    keep(row, piece.admissions[i], std::move(members[i]));
                }
            }
            writer_.write();
            piece = std::move(later);
        }
    }

    // Of somebody known only the admission is written: what they are now stands in the list of members.
    void keep(MatchedRow& row, const AdmissionRow& read, Member member)
    {
        if (!row.person) {
            member.person = row.row.person;
            if (row.row.now)
                member.person.cell = row.row.now;
            member.keys = std::move(row.keys);
        }
        if (!row.has_identity)
            member.identity = row.row.identity;
        auto known = std::ranges::find_if(member.admissions,
                                          [&](const auto& admission) { return is_meant(admission, read.admission); });
        if (known == member.admissions.end()) {
            member.add(read.admission);
        } else {
            auto laid_over = *known;
            for (std::size_t at = 0; at < std::size(readings); ++at)
                if (read.given.test(at))
                    readings[at].copy(read.admission, laid_over);
            laid_over.cell = read.admission.cell;
            if (!same(*known, laid_over)) {
                *known = laid_over;
                member.changed(*known);
            }
        }
        writer_.keep(std::move(member), row.person, counts_);
    }

    IntakeContext context_;
    ImportRemarks of_writing_;
    IntakeContext writing_;
    PeopleWriter writer_;
    Piece piece_;
    WorkBehind behind_;
};

} // namespace

std::unique_ptr<Intake> admission_intake(const IntakeContext& context)
{
    return std::make_unique<AdmissionIntake>(context);
}

} // namespace phusa
