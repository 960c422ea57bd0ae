#include "app/people.hpp"
#include "app/people_test.hpp"
#include "base/text.hpp"
#include "storage/organisations.hpp"
#include "storage/people.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace phusa
{

namespace
{

class ListOfPeople : public PeopleTest
{
protected:
    std::vector<std::string> names(const PeopleQuestion& question, Role role = Role::province_commission)
    {
        auto page = list_people(app(), actor(role), question);
        EXPECT_TRUE(page) << page.error().message;
        std::vector<std::string> found;
        for (const auto& line : page->rows)
            found.push_back(line.name);
        EXPECT_EQ(page->total, static_cast<std::int64_t>(found.size()));
        return found;
    }
    std::string file(const PeopleQuestion& question, ExportFormat format, Role role = Role::province_commission)
    {
        auto table = export_people(app(), actor(role), question);
        EXPECT_TRUE(table) << table.error().message;
        std::string whole;
        auto chunks = write_table(std::move(*table), format);
        for (std::string chunk; chunks(chunk); chunk.clear())
            whole += chunk;
        return whole;
    }
};
ON_BOTH_REGISTERS(ListOfPeople);

using Names = std::vector<std::string>;

PeopleQuestion named(std::string words)
{
    PeopleQuestion question;
    question.words = std::move(words);
    return question;
}

TEST_P(ListOfPeople, SortsByGivenNameTheVietnameseWay)
{
    EXPECT_EQ(names({}), (Names{"Vũ Sóng Cả", "Nông Quế Chi", "Trần Lúa Chín", "Ngô Đá Cuội", "Đặng Địa Đàng",
                                "Phạm Thị Sen Hồng", "Lý Tre Làng", "Bùi Gió Nồm", "Nguyễn Thị Đào Phai",
                                "Lê Trăng Rằm", "Đỗ Mây Trắng", "Hoàng Nước Xuôi"}));
}

TEST_P(ListOfPeople, FindsNamesWithoutMarks)
{
    EXPECT_EQ(names(named("dao")), Names{"Nguyễn Thị Đào Phai"});
    EXPECT_EQ(names(named("ĐÀO  nguyen")), Names{"Nguyễn Thị Đào Phai"});
    EXPECT_EQ(names(named("đa")).size(), 3U) << "Đào, Đá, Đàng, and no word that has it within";
    EXPECT_EQ(names(named("khong co ai")), Names{});
    EXPECT_EQ(names(named("%")), Names{});
}

TEST_P(ListOfPeople, ShowsNobodyOutsideTheAskersSubtree)
{
    EXPECT_EQ(names(named("que"), Role::grassroots_office), Names{});
    EXPECT_EQ(names({}, Role::cell_secretary).size(), 7U);
    EXPECT_EQ(names({}, Role::grassroots_office).size(), 10U);
}

TEST_P(ListOfPeople, AnswersAForeignUnitAsIfItDidNotExist)
{
    PeopleQuestion foreign;
    foreign.organisation = cast::museum_cell().id;
    PeopleQuestion nowhere;
    nowhere.organisation = OrganisationId(987654);
    for (auto role : {Role::cell_secretary, Role::grassroots_office, Role::deciding_office}) {
        auto there = list_people(app(), actor(role), foreign);
        auto none = list_people(app(), actor(role), nowhere);
        ASSERT_FALSE(there);
        ASSERT_FALSE(none);
        EXPECT_EQ(there.error().kind, Problem::Kind::not_found);
        EXPECT_EQ(there.error().message, none.error().message);
        auto files = export_people(app(), actor(role), foreign);
        ASSERT_FALSE(files);
        EXPECT_EQ(files.error().message, none.error().message);
    }
    EXPECT_TRUE(audit_of("people.export").empty());
}

TEST_P(ListOfPeople, OpensANumberOnlyAsFarAsTheAskerMaySee)
{
    PeopleQuestion admitted;
    admitted.admitted_from = Date::of(2010, 1, 1);
    admitted.admitted_to = Date::of(2013, 12, 31);
    EXPECT_EQ(names(admitted, Role::grassroots_office), (Names{"Nguyễn Thị Đào Phai", "Đỗ Mây Trắng"}));
    admitted.admitted_at = cast::museum_cell().id;
    auto foreign = list_people(app(), actor(Role::grassroots_office), admitted);
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().kind, Problem::Kind::not_found);
}

TEST_P(ListOfPeople, ARoleWithoutSightOfPeopleIsRefused)
{
    for (auto role : {Role::administrator}) {
        EXPECT_EQ(list_people(app(), actor(role), {}).error().kind, Problem::Kind::refused);
        EXPECT_EQ(export_people(app(), actor(role), {}).error().kind, Problem::Kind::refused);
    }
    auto nobody = actor(Role::province_commission);
    nobody.grants.clear();
    EXPECT_EQ(list_people(app(), nobody, {}).error().kind, Problem::Kind::refused);
    EXPECT_EQ(export_people(app(), nobody, {}).error().kind, Problem::Kind::refused);
}

TEST_P(ListOfPeople, WhoseUnitsAreGoneSeesNobodyNotEverybody)
{
    write([](storage::Transaction& transaction, AuditNumber by) {
        auto unit = storage::organisation_on(transaction, cast::museum_cell().id, cast::today());
        ASSERT_TRUE(storage::end_organisation(transaction, *unit, cast::today(), by));
    });
    auto secretary = actor(Role::cell_secretary);
    secretary.grants.front().organisation = cast::museum_cell().id;
    auto seen = list_people(app(), secretary, {});
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().kind, Problem::Kind::refused);
    EXPECT_FALSE(export_people(app(), secretary, {}));
}

TEST_P(ListOfPeople, WalksForwardsAndBackwardsOverTheSamePeople)
{
    for (auto order : {PeopleOrder::name, PeopleOrder::born, PeopleOrder::admitted}) {
        for (bool descending : {false, true}) {
            PeopleQuestion question;
            question.order = order;
            question.descending = descending;
            auto whole = list_people(app(), actor(Role::province_commission), question);
            question.rows = 5;
            std::vector<std::string> there;
            std::vector<std::string> back;
            auto page = *list_people(app(), actor(Role::province_commission), question);
            EXPECT_EQ(page.previous, "");
            for (;;) {
                EXPECT_EQ(page.first, static_cast<std::int64_t>(there.size()) + 1);
                for (const auto& line : page.rows)
                    there.push_back(line.name);
                if (page.next.empty())
                    break;
                question.cursor = page.next;
                page = *list_people(app(), actor(Role::province_commission), question);
            }
            for (;;) {
                for (const auto& line : std::vector(page.rows.rbegin(), page.rows.rend()))
                    back.push_back(line.name);
                if (page.previous.empty())
                    break;
                question.cursor = page.previous;
                page = *list_people(app(), actor(Role::province_commission), question);
            }
            EXPECT_EQ(page.first, 1);
            std::ranges::reverse(back);
            std::vector<std::string> expected;
            for (const auto& line : whole->rows)
                expected.push_back(line.name);
            EXPECT_EQ(there, expected);
            EXPECT_EQ(back, expected);
        }
    }
}

TEST_P(ListOfPeople, ThoseNeverAdmittedComeLast)
{
    PeopleQuestion question;
    question.order = PeopleOrder::admitted;
    for (bool descending : {false, true}) {
        question.descending = descending;
        auto page = list_people(app(), actor(Role::province_commission), question);
        EXPECT_FALSE(page->rows.back().admitted);
        EXPECT_TRUE(page->rows.front().admitted);
    }
}

TEST_P(ListOfPeople, ACursorThatIsNoneIsNamed)
{
    for (auto text : {"x", "n", "n5", "n5.", "n.5", "n5.0", "n0.1", "n-5.1", "n5.1x", "p99999999999999999999.1", "q5.1",
                      "n5.1.1", "n 5.1", "n987654.1", "' OR 1=1 --"}) {
        PeopleQuestion question;
        question.cursor = text;
        auto page = list_people(app(), actor(Role::province_commission), question);
        ASSERT_FALSE(page) << text;
        EXPECT_EQ(page.error().kind, Problem::Kind::invalid);
        EXPECT_EQ(page.error().fields.front().name, "cursor");
    }
}

TEST_P(ListOfPeople, ACursorOpensNothingOutsideTheScope)
{
    PeopleQuestion question;
    question.rows = 5;
    question.cursor = "n" + std::to_string(cast::que().person.id.value) + ".1";
    auto page = list_people(app(), actor(Role::cell_secretary), question);
    ASSERT_TRUE(page);
    for (const auto& line : page->rows)
        EXPECT_EQ(line.cell, cast::village_cell().id);
}

// Any question: the total of the page, the rows of all its pages, and the rows of each file are the same people.
TEST_P(ListOfPeople, TotalsAreTheSameOnScreenAndInFiles)
{
    std::mt19937 random(20261123);
    auto maybe = [&](auto value) { return random() % 3 == 0 ? std::optional(value) : std::nullopt; };
    auto any = [&](auto... values) {
        std::vector<std::common_type_t<decltype(values)...>> picked;
        ((random() % 4 == 0 ? picked.push_back(values) : void()), ...);
        return picked;
    };
    for (int round = 0; round < 60; ++round) {
        PeopleQuestion question;
        question.organisation = maybe(cast::organisations()[random() % 7].id);
        question.words = random() % 4 == 0 ? "n" : "";
        question.standings = any(Standing::none, Standing::probationary, Standing::official, Standing::died);
        question.sex = maybe(random() % 2 ? Sex::male : Sex::female);
        question.born_from = maybe(1950 + static_cast<int>(random() % 50));
        if (random() % 2) {
            question.admitted_from = maybe(*Date::of(1985 + static_cast<int>(random() % 30), 1, 1));
            question.youth_union = maybe(random() % 2 == 0);
            question.admission_sexes = any(Sex::male, Sex::female);
            question.age_to = maybe(18 + static_cast<int>(random() % 30));
        }
        auto page = list_people(app(), actor(Role::province_commission), question);
        ASSERT_TRUE(page) << page.error().message;
        auto json = boost::json::parse(file(question, ExportFormat::json)).as_object();
        EXPECT_EQ(json["total"].as_int64(), page->total);
        EXPECT_EQ(static_cast<std::int64_t>(json["items"].as_array().size()), page->total);
        std::multiset<std::string> shown;
        std::multiset<std::string> written;
        for (const auto& line : page->rows)
            shown.insert(line.name);
        for (const auto& item : json["items"].as_array())
            written.emplace(item.as_object().at("full_name").as_string());
        EXPECT_EQ(shown, written);
        auto csv = file(question, ExportFormat::csv);
        for (const auto& name : shown)
            EXPECT_NE(csv.find(name), std::string::npos);
        auto rows = export_people(app(), actor(Role::province_commission), question);
        std::size_t count = 0;
        for (auto piece = rows->next(); !piece.empty(); piece = rows->next())
            count += piece.size();
        EXPECT_EQ(static_cast<std::int64_t>(count), page->total);
    }
}

TEST_P(ListOfPeople, AnExportSaysWhatWasAskedAndIsRecorded)
{
    auto table = export_people(app(), actor(Role::grassroots_office), named("đào"));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->head.notes.front(), "tên có “đào”");
    EXPECT_NE(table->head.notes[1].find("1 người"), std::string::npos);
    auto rows = audit_of("people.export");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().actor_name, "grassroots_office");
    EXPECT_NE(rows.front().details.find("\"rows\":\"1\""), std::string::npos);
}

TEST_P(ListOfPeople, AnExportGoesOnAsItBeganWhenRecordsChange)
{
    auto table = export_people(app(), actor(Role::province_commission), named("đào"));
    write([](storage::Transaction& transaction, AuditNumber by) {
        auto dao = *storage::person(transaction, cast::dao().person.id);
        dao.name = "Nguyễn Thị Mận";
        ASSERT_TRUE(storage::correct_person(transaction, dao, by));
    });
    auto rows = table->next();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(std::get<std::string>(rows.front().front()), "Nguyễn Thị Đào Phai");
}

TEST_P(ListOfPeople, NoFileHasAnIdentityNumberInClear)
{
    for (auto format : {ExportFormat::csv, ExportFormat::json}) {
        auto whole = file({}, format);
        EXPECT_EQ(whole.find(identity_of_may), std::string::npos);
        EXPECT_NE(whole.find("0003"), std::string::npos) << "masked, but there";
    }
    for (const auto& row : audit_of(""))
        EXPECT_EQ(row.details.find(identity_of_may), std::string::npos);
}

} // namespace

} // namespace phusa
