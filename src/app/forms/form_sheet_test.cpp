#include "app/forms/form_case_test.hpp"
#include "app/forms/form_people.hpp"
#include "app/forms/form_print.hpp"
#include "app/forms/form_sheet.hpp"
#include "app/recording.hpp"
#include "app/register_test.hpp"
#include "storage/admissions.hpp"
#include "storage/membership_events.hpp"
#include "storage/organisation_facts.hpp"
#include "storage/organisations.hpp"
#include "storage/successions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace phusa
{

namespace
{

const Actor program = Actor::program("kiem-thu");

class Forms : public RegisterTest
{
protected:
    AuditNumber audit_row(storage::Transaction& transaction)
    {
        return record(app(), transaction, program, {.action = "test.case", .subject = "register"});
    }

    FormCase store(const std::string& name)
    {
        FormCase told(std::string(PHUSA_SOURCE_DIR "/tests/stats/forms/") + name);
        auto transaction = app().database().write();
        storage::allocate_organisations(transaction, 2000);
        storage::allocate_people(transaction, 2000);
        storage::allocate_admissions(transaction, 2000);
        storage::allocate_membership_events(transaction, 2000);
        auto by = audit_row(transaction);
        storage::insert_organisations(transaction, told.units, by);
        storage::add_successions(transaction, told.successions, by);
        for (const auto& fact : told.facts)
            EXPECT_TRUE(storage::add_organisation_fact(transaction, fact, by));
        storage::insert_people(transaction, told.people(), by);
        storage::insert_admissions(transaction, told.admissions, by);
        storage::insert_membership_events(transaction, told.events, by);
        transaction.commit();
        app().forget_trees();
        return told;
    }

    static FormQuestion asked(std::string code, std::string unit, std::string_view period)
    {
        FormQuestion question{.code = std::move(code), .of = {}};
        question.of.code = std::move(unit);
        question.of.period = Period::parse(period).value();
        return question;
    }

    FormSheet sheet_of(const FormQuestion& question)
    {
        auto sheet = form_sheet(app(), program, question);
        if (!sheet)
            throw std::runtime_error(sheet.error().message);
        return *sheet;
    }

    static const FormLine* line_of(const FormSheet& sheet, const std::string& key)
    {
        auto row = sheet.form->row(key);
        auto found = std::ranges::find(sheet.lines, row, [](const auto& line) { return std::optional(line.row); });
        return found == sheet.lines.end() ? nullptr : &*found;
    }

    static std::string shown(std::optional<double> value) { return value ? fmt::format("{}", *value) : ""; }

    void check_case(const std::string& name)
    {
        auto told = store(name);
        std::size_t checked = 0;
        for (const auto& question : told.questions) {
            SCOPED_TRACE(question.place);
            auto ask = asked(question.code, question.unit, question.period);
            ask.of.structure = Date::from_iso(question.structure);
            auto sheet = sheet_of(ask);
            for (const auto& row : question.rows) {
                SCOPED_TRACE(row.place + " " + row.cells.front());
                const auto* line = line_of(sheet, row.cells.front());
                ASSERT_TRUE(line);
                EXPECT_EQ(shown(line->now), row.cell(1));
                EXPECT_EQ(shown(line->before), row.cell(2));
                ++checked;
            }
            for (const auto& remark : sheet.remarks)
                EXPECT_TRUE(remark.holds) << remark.words;
        }
        EXPECT_GT(checked, 40U);
    }
};
ON_BOTH_REGISTERS(Forms);

TEST_P(Forms, CountComingsAndGoings) { check_case("tang-giam.case"); }

TEST_P(Forms, CountAdmissions) { check_case("ket-nap.case"); }

TEST_P(Forms, PercentIsOfTheYearBeforeAndLeftOutWhereThatIsNone)
{
    store("tang-giam.case");
    auto sheet = sheet_of(asked("1-btctw", "88", "2011"));
    EXPECT_EQ(line_of(sheet, "increase")->percent, 250);
    EXPECT_EQ(line_of(sheet, "after")->percent, 112.5);
    EXPECT_FALSE(line_of(sheet, "moved_in")->percent);
}

TEST_P(Forms, EveryNumberOpensIntoAsManyEntries)
{
    store("tang-giam.case");
    for (std::string code : {"1-BTCTW", "2-BTCTW"})
        for (std::string unit : {"88", "88.001", "88.002", "88.001.001.000.001"}) {
            auto question = asked(code, unit, "2011");
            for (const auto& line : sheet_of(question).lines)
                for (bool before : {false, true}) {
                    const auto& row = sheet_of(question).form->rows[line.row];
                    if (row.counts == stats::FormMeasure::nothing || row.counts == stats::FormMeasure::mean_age)
                        continue;
                    SCOPED_TRACE(code + " " + unit + " " + row.what.key);
                    auto entries = form_entries(app(), program,
                                                {.form = question, .row = row.what.key, .before = before}, 0, 1000);
                    ASSERT_TRUE(entries) << entries.error().message;
                    EXPECT_EQ(static_cast<double>(entries->entries.size()), before ? line.before : line.now);
                    EXPECT_EQ(entries->total, static_cast<std::int64_t>(entries->entries.size()));
                }
        }
}

TEST_P(Forms, OfThoseWhoLeftTheScopeOnlyTheNumberIsTold)
{
    auto told = store("tang-giam.case");
    // The secretary of a cell of the cast sees nothing of this province.
    FormNumber number{.form = asked("1-BTCTW", "88", "2011"), .row = "died"};
    auto foreign = form_entries(app(), actor(Role::cell_secretary), number, 0, 50);
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().kind, Problem::Kind::not_found);
    EXPECT_FALSE(form_sheet(app(), actor(Role::cell_secretary), number.form));
}

TEST_P(Forms, CanBeMadeAgainAsRecorded)
{
    auto told = store("tang-giam.case");
    auto question = asked("1-BTCTW", "88", "2011");
    auto first = sheet_of(question);
    auto second_form = sheet_of(asked("2-BTCTW", "88", "2011"));
    auto transaction = app().database().write();
    auto by = audit_row(transaction);
    auto wrong = storage::admission(transaction, told.admissions[4].id).value(); // Em
    wrong.ceremony_on = Date::of(2012, 1, 3);
    ASSERT_TRUE(storage::correct_admission(transaction, wrong, by));
    transaction.commit();
    EXPECT_EQ(line_of(sheet_of(question), "admitted")->now, 1);
    question.recorded = first.written;
    auto again = sheet_of(question);
    ASSERT_EQ(again.lines.size(), first.lines.size());
    for (std::size_t i = 0; i < first.lines.size(); ++i) {
        EXPECT_EQ(again.lines[i].now, first.lines[i].now) << i;
        EXPECT_EQ(again.lines[i].before, first.lines[i].before) << i;
    }
    auto ask = asked("2-BTCTW", "88", "2011");
    ask.recorded = first.written;
    EXPECT_EQ(line_of(sheet_of(ask), "total")->now, line_of(second_form, "total")->now);
    EXPECT_EQ(line_of(sheet_of(ask), "organisations")->now, line_of(second_form, "organisations")->now);
}

TEST_P(Forms, WhatCannotBeAskedIsSaid)
{
    store("tang-giam.case");
    EXPECT_NE(form_sheet(app(), program, asked("9-XYZ", "88", "2011")).error().message.find("1-BTCTW, 2-BTCTW"),
              std::string::npos);
    EXPECT_EQ(form_sheet(app(), program, asked("1-BTCTW", "77", "2011")).error().kind, Problem::Kind::not_found);
    EXPECT_EQ(form_sheet(app(), program, asked("1-BTCTW", "88", "2030")).error().kind, Problem::Kind::invalid);
    auto question = asked("1-BTCTW", "88", "2011");
    question.recorded = AuditNumber{1'000'000};
    EXPECT_EQ(form_sheet(app(), program, question).error().kind, Problem::Kind::invalid);
    question.recorded = AuditNumber{1}; // the units were recorded later
    EXPECT_EQ(form_sheet(app(), program, question).error().kind, Problem::Kind::not_found);
}

TEST_P(Forms, ArePrintedWithTheHeadOfTheirCommittee)
{
    store("tang-giam.case");
    EXPECT_EQ(form_frame(app(), sheet_of(asked("1-BTCTW", "88", "2011"))).left,
              (std::vector<std::string>{"TỈNH ỦY MẪU", "BAN TỔ CHỨC"}));
    EXPECT_EQ(form_frame(app(), sheet_of(asked("1-BTCTW", "88.001", "2011"))).left.front(), "HUYỆN ỦY BẮC");
    auto cell = form_frame(app(), sheet_of(asked("1-BTCTW", "88.001.001.000.001", "2011")));
    EXPECT_EQ(cell.left, (std::vector<std::string>{"ĐẢNG ỦY XÃ THƯỢNG", "CHI BỘ THÔN MỘT"}));
    EXPECT_EQ(cell.foot_right, "T/M CHI BỘ");
}

TEST_P(Forms, FewerThanAYearAreComparedWithAsManyDaysOfTheYearBefore)
{
    store("tang-giam.case");
    auto question = asked("1-BTCTW", "88", "2011");
    question.of.as_of = Date::of(2011, 6, 30);
    auto sheet = sheet_of(question);
    EXPECT_TRUE(sheet.is_unfinished);
    EXPECT_EQ(sheet.before, Period::parse("2010-H1").value());
    EXPECT_EQ(line_of(sheet, "after")->now, 6);
    EXPECT_EQ(line_of(sheet, "after")->before, 8);
}

} // namespace

} // namespace phusa
