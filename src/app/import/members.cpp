// Members: people with what is known of their membership.
#include "app/import/intake.hpp"
#include "app/import/matching.hpp"
#include "app/import/membership_rows.hpp"
#include "app/import/people_writer.hpp"

#include <fmt/format.h>

#include <vector>

namespace phusa
{

namespace
{

class MemberIntake : public Intake
{
public:
    explicit MemberIntake(const IntakeContext& context) : context_(context), writer_(context_) {}

    void take(const SheetRow& sheet_row) override
    {
        RowReader row(context_.layout, sheet_row, context_.remarks);
        MatchedRow read;
        read.row = read_person(row, context_.units, context_.only_cell);
        auto membership = read_membership(row, read.row.person.born, context_.app.today());
        if (row.is_bad())
            return;
        if (auto sound = check(read.row.person, context_.app.today()); !sound)
            return row.wrong(sound.error());
        rows_.push_back(std::move(read));
        memberships_.push_back(std::move(membership));
        if (rows_.size() >= intake_piece_rows)
            write();
    }

    void finish() override { write(); }

private:
    void write()
    {
        match_people(context_, rows_, RowsEach::one);
        auto members = writer_.members(rows_);
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (!rows_[i].is_left_out)
                keep(rows_[i], memberships_[i], std::move(members[i]));
        writer_.write();
        rows_.clear();
        memberships_.clear();
    }

    void keep(MatchedRow& row, const MembershipRow& membership, Member member)
    {
        if (row.person) {
            lay_over(row.row, member.person);
            if (member.person.cell != row.row.person.cell)
                warn_of(context_, row, "cell",
                        fmt::format("Người này đang ở {}: ghi chuyển về {} từ hôm nay.",
                                    context_.units.name_of(member.person.cell),
                                    context_.units.name_of(row.row.person.cell)));
            member.person.cell = row.row.person.cell;
        } else {
            member.person = row.row.person;
        }
        if (!row.has_identity)
            member.identity = row.row.identity;
        if (auto fault = lay_over(membership, member))
            return leave_out(context_, row, fault->key, fault->message);
        auto sound = check(member.person, context_.app.today());
        if (!sound)
            return leave_out(context_, row, "full_name", sound.error().message);
        writer_.keep(std::move(member), row.person, counts_);
    }

    IntakeContext context_;
    PeopleWriter writer_;
    std::vector<MatchedRow> rows_;
    std::vector<MembershipRow> memberships_;
};

} // namespace

std::unique_ptr<Intake> member_intake(const IntakeContext& context) { return std::make_unique<MemberIntake>(context); }

} // namespace phusa
