// Members: people with what is known of their membership.
#include "app/import/intake.hpp"
#include "app/import/matching.hpp"
#include "app/import/membership_rows.hpp"
#include "app/import/people_writer.hpp"
#include "app/import/work_behind.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace phusa
{

namespace
{

class MemberIntake : public Intake
{
public:
    explicit MemberIntake(const IntakeContext& context)
        : context_(context), writing_(context.with(of_writing_)), writer_(writing_)
    {
    }

    void take(const SheetRow& sheet_row) override
    {
        RowReader row(context_.layout, sheet_row, context_.remarks);
        auto read = read_person(row, context_.units, context_.only_cell);
        auto membership = read_membership(row, read.person.born, context_.app.today());
        if (row.is_bad())
            return;
        if (auto sound = check(read.person, context_.app.today()); !sound)
            return row.wrong(sound.error());
        piece_.rows.push_back(row_to_match(context_, std::move(read)));
        piece_.memberships.push_back(std::move(membership));
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
        std::vector<MembershipRow> memberships; // as many as rows
    };

    void write_behind()
    {
        behind_.begin([this, piece = std::exchange(piece_, {})]() mutable { write(piece); });
    }

    void write(Piece& piece)
    {
        auto& rows = piece.rows;
        match_people(writing_, rows, RowsEach::one);
        auto members = writer_.members(rows);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (!rows[i].is_left_out)
                keep(rows[i], piece.memberships[i], std::move(members[i]));
        writer_.write();
    }

    void keep(MatchedRow& row, const MembershipRow& membership, Member member)
    {
        if (row.person) {
            lay_over(row.row, member.person);
            if (member.person.cell != row.row.person.cell)
                warn_of(writing_, row, "cell",
                        fmt::format("Người này đang ở {}: ghi chuyển về {} từ hôm nay.",
                                    writing_.units.name_of(member.person.cell),
                                    writing_.units.name_of(row.row.person.cell)));
            member.person.cell = row.row.person.cell;
        } else {
            member.person = row.row.person;
            member.keys = std::move(row.keys);
        }
        if (!row.has_identity)
            member.identity = row.row.identity;
        if (auto fault = lay_over(membership, member))
            return leave_out(writing_, row, fault->key, fault->message);
        auto sound = check(member.person, writing_.app.today());
        if (!sound)
            return leave_out(writing_, row, "full_name", sound.error().message);
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

std::unique_ptr<Intake> member_intake(const IntakeContext& context) { return std::make_unique<MemberIntake>(context); }

} // namespace phusa
