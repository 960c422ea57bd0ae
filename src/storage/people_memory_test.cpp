#include "cast/cast.hpp"
#include "storage/admissions.hpp"
#include "storage/organisations.hpp"
#include "storage/people.hpp"
#include "storage/people_memory.hpp"
#include "storage/storage_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace phusa::storage
{

namespace
{

std::vector<std::int64_t> ids_of(const PeoplePage& page)
{
    std::vector<std::int64_t> ids;
    for (const auto& line : page.people)
        ids.push_back(line.id.value);
    return ids;
}

// Dice that fall the same way in every run.
class Dice
{
public:
    int throw_for(int sides) { return static_cast<int>(random_() % static_cast<unsigned>(sides)); }

    template<typename T>
    T one_of(std::initializer_list<T> values)
    {
        return *(values.begin() + throw_for(static_cast<int>(values.size())));
    }

private:
    std::mt19937 random_{7}; // NOLINT: not for secrets
};

Person somebody(Dice& dice)
{
    Person person;
    person.name = fmt::format("{} {} {}", dice.one_of({"Nguyễn", "Trần", "Đặng"}), dice.one_of({"Văn", "Thị", "An"}),
                              dice.one_of({"An", "Ánh", "Đào", "Bình"}));
    person.other_name = dice.one_of({"", "", "Hai Lúa"});
    person.born = dice.one_of({*PartialDate::of_year(1990), *PartialDate::of_month(1990, 5),
                               *PartialDate::from_iso("1990-05-12"), *PartialDate::from_iso("1975-01-01")});
    person.sex = dice.one_of({Sex::male, Sex::female});
    person.occupation = dice.one_of({Occupation::farmer, Occupation::student});
    person.standing = dice.one_of({Standing::official, Standing::died, Standing::none});
    person.cell = dice.one_of({cast::village_cell().id, cast::school_cell().id, cast::museum_cell().id});
    person.valid.first = *Date::from_iso("2000-01-01");
    return person;
}

PeopleAsk some_ask(Dice& dice)
{
    PeopleAsk ask;
    ask.order = dice.one_of({PeopleOrder::name, PeopleOrder::born, PeopleOrder::admitted});
    ask.direction = dice.one_of({Direction::ascending, Direction::descending});
    ask.rows = static_cast<std::size_t>(dice.one_of({1, 3, 60}));
    auto& filter = ask.filter;
    if (dice.throw_for(2) == 0)
        filter.within = dice.one_of<std::vector<OrganisationId>>(
            {{cast::district().id}, {cast::bloc().id, cast::village_cell().id}, {OrganisationId(4711)}});
    if (dice.throw_for(4) == 0)
        filter.cell = cast::school_cell().id;
    if (dice.throw_for(3) == 0)
        filter.standings = {Standing::official, Standing::none};
    if (dice.throw_for(3) == 0)
        filter.sex = Sex::female;
    if (dice.throw_for(4) == 0)
        filter.occupation = Occupation::farmer;
    if (dice.throw_for(4) == 0)
        filter.born_from = dice.one_of({1975, 1976, 1990});
    if (dice.throw_for(4) == 0)
        filter.born_to = dice.one_of({1975, 1989, 1990});
    if (dice.throw_for(5) == 0)
        filter.admitted_in = dice.one_of({2010, 2026});
    if (dice.throw_for(3) == 0)
        filter.search = dice.one_of({"an", "dao nguyen", "Đặng", "lua", "zz", "%"});
    return ask;
}

} // namespace

class PeopleMemoryTest : public StorageTest
{
protected:
    void SetUp() override
    {
        StorageTest::SetUp();
        if (IsSkipped())
            return;
        store_cast();
        write([&](Transaction& transaction, AuditNumber by) {
            for (int i = 0; i < 60; ++i)
                add_person(transaction, somebody(dice_), by);
        });
        auto session = database().read();
        session.people_memory()->read_now();
    }
    // Columns and SQL (a transaction never asks the columns) must give the same pages, to their ends.
    void expect_same_pages(int asks)
    {
        for (int i = 0; i < asks; ++i) {
            auto ask = some_ask(dice_);
            for (int pages = 0; pages < 4; ++pages) {
                auto next = expect_same_page(ask);
                if (!next)
                    break;
                ask.after = next;
            }
        }
    }
    std::optional<PersonId> expect_same_page(const PeopleAsk& ask)
    {
        PeoplePage by_columns;
        {
            auto session = database().read();
            auto found = session.people_memory()->page(session, ask);
            EXPECT_TRUE(found.has_value()) << "the columns did not answer";
            by_columns = *people_page(session, ask);
        }
        auto transaction = database().write();
        auto by_sql = *people_page(transaction, ask);
        EXPECT_EQ(by_columns.total, by_sql.total);
        EXPECT_EQ(ids_of(by_columns), ids_of(by_sql));
        EXPECT_EQ(by_columns.next, by_sql.next);
        return by_sql.next;
    }
    Dice dice_;
};
ON_BOTH_DATABASES(PeopleMemoryTest);

TEST_P(PeopleMemoryTest, columns_and_sql_give_the_same_pages) { expect_same_pages(60); }

TEST_P(PeopleMemoryTest, going_back_gives_the_same_pages_too)
{
    for (auto order : {PeopleOrder::name, PeopleOrder::born, PeopleOrder::admitted})
        for (auto direction : {Direction::ascending, Direction::descending}) {
            PeopleAsk ask{.order = order, .direction = direction, .rows = 4};
            ask.before = cast::may().person.id;
            expect_same_page(ask);
        }
}

TEST_P(PeopleMemoryTest, numbers_that_nobody_can_have_find_nobody)
{
    auto session = database().read();
    for (std::int64_t number : {-1L, 1L << 40}) {
        EXPECT_EQ(people_page(session, {.filter = {.cell = OrganisationId(number)}})->total, 0);
        EXPECT_FALSE(people_page(session, {.after = PersonId(number)}));
    }
    expect_same_page({.filter = {.born_from = 3'000, .born_to = 1'000}});
    expect_same_page({.filter = {.admitted_in = 0}});
}

TEST_P(PeopleMemoryTest, every_write_is_seen_by_the_next_question)
{
    auto id = cast::may().person.id;
    write([&](Transaction& transaction, AuditNumber by) {
        auto may = *person(transaction, id);
        may.name = "Đặng Văn Ánh";
        ASSERT_TRUE(correct_person(transaction, may, by));
    });
    expect_same_pages(10);
    write([&](Transaction& transaction, AuditNumber by) {
        auto may = *person(transaction, id);
        may.cell = cast::museum_cell().id;
        may.standing = Standing::died;
        ASSERT_TRUE(change_person(transaction, may, cast::today(), by));
        for (int i = 0; i < 5; ++i)
            add_person(transaction, somebody(dice_), by);
    });
    expect_same_pages(10);
    write([&](Transaction& transaction, AuditNumber by) {
        auto first = admissions_of(transaction, id).at(0);
        first.ceremony_on = *Date::from_iso("2026-02-03");
        ASSERT_TRUE(correct_admission(transaction, first, by));
        auto village = *latest_organisation(transaction, cast::village_cell().id);
        village.parent = cast::bloc().id;
        ASSERT_TRUE(correct_organisation(transaction, village, by));
    });
    expect_same_pages(10);
}

TEST_P(PeopleMemoryTest, what_rows_do_not_tell_is_left_to_sql)
{
    write([&](Transaction& transaction, AuditNumber by) {
        ASSERT_TRUE(withdraw_person(transaction, cast::may().person.id, by));
    });
    auto session = database().read();
    EXPECT_FALSE(session.people_memory()->page(session, {}));
    auto page = people_page(session, {.filter = {.search = cast::may().person.name}});
    EXPECT_TRUE(page->people.empty());
}

TEST_P(PeopleMemoryTest, writes_of_another_program_are_seen_too)
{
    auto other = scratch().open();
    {
        auto transaction = other->write();
        auto by = append(transaction, audit_of("test.write"));
        auto newcomer = somebody(dice_);
        newcomer.name = "Âu Cơ";
        add_person(transaction, newcomer, by);
        transaction.commit();
    }
    auto session = database().read();
    EXPECT_EQ(people_page(session, {.filter = {.search = "au co"}})->total, 1);
    expect_same_pages(5);
}

TEST_P(PeopleMemoryTest, filters_by_admission_are_left_to_sql)
{
    auto session = database().read();
    EXPECT_FALSE(session.people_memory()->page(session, {.filter = {.admitted = AdmissionFilter{}}}));
    auto snapshot = database().snapshot();
    EXPECT_EQ(snapshot.people_memory(), nullptr);
}

TEST_P(PeopleMemoryTest, the_columns_are_read_after_a_few_questions)
{
    reopen();
    auto answered = false;
    for (int i = 0; i < 500 && !answered; ++i) {
        auto session = database().read();
        answered = session.people_memory()->page(session, {}).has_value();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_TRUE(answered);
}

} // namespace phusa::storage
