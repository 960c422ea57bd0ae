#include "cast/cast.hpp"
#include "storage/audit.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

class AuditTest : public StorageTest
{
protected:
    // Five rows, the third about a person.
    void fill()
    {
        store_cast();
        for (int i = 0; i < 4; ++i) {
            auto transaction = database().write();
            auto row = audit_of(i == 1 ? "person.correct" : "test.write");
            row.person = cast::sen().person.id;
            row.organisation = i == 2 ? cast::museum_cell().id : cast::village_cell().id;
            row.details = R"({"name":"Hoàng Thị Sen"})";
            row.kind = i == 1 ? Details::personal : Details::open;
            append(transaction, row);
            transaction.commit();
        }
    }
    void tamper(std::string_view sql)
    {
        auto transaction = database().write();
        transaction.connection().run(sql);
        transaction.commit();
    }
    std::optional<AuditFault> fault(const std::optional<AuditHead>& printed = {})
    {
        auto session = database().read();
        return verify_audit(session, printed).fault;
    }
};
ON_BOTH_DATABASES(AuditTest);

TEST_P(AuditTest, an_untouched_chain_verifies)
{
    EXPECT_FALSE(fault());
    fill();
    auto session = database().read();
    auto found = verify_audit(session, audit_head(session));
    EXPECT_EQ(found.rows, 5);
    EXPECT_EQ(found.head.hash, audit_head(session).hash);
    EXPECT_FALSE(found.fault);
}

TEST_P(AuditTest, an_edited_row_is_found)
{
    fill();
    tamper("UPDATE audit_row SET actor_name = 'ai-do' WHERE number = 2");
    ASSERT_TRUE(fault());
    EXPECT_EQ(fault()->number.value, 2);
}

TEST_P(AuditTest, a_deleted_row_is_found)
{
    fill();
    tamper("DELETE FROM audit_row WHERE number = 3");
    ASSERT_TRUE(fault());
    EXPECT_EQ(fault()->number.value, 3);
}

TEST_P(AuditTest, deleted_last_rows_are_found)
{
    fill();
    tamper("DELETE FROM audit_row WHERE number = 5");
    ASSERT_TRUE(fault());
    EXPECT_EQ(fault()->number.value, 5);
    // Even where the head was moved back with them: its signature needs the key.
    tamper("UPDATE audit_head SET number = 4, hash = (SELECT hash FROM audit_row WHERE number = 4)");
    EXPECT_TRUE(fault());
}

TEST_P(AuditTest, swapped_rows_are_found)
{
    fill();
    tamper("UPDATE audit_row SET number = 99 WHERE number = 4");
    tamper("UPDATE audit_row SET number = 4 WHERE number = 5");
    tamper("UPDATE audit_row SET number = 5 WHERE number = 99");
    ASSERT_TRUE(fault());
    EXPECT_EQ(fault()->number.value, 4);
}

TEST_P(AuditTest, a_row_put_at_the_end_is_found)
{
    fill();
    tamper(
        "INSERT INTO audit_row SELECT 6, at, actor, actor_name, action, subject, person_id, organisation_id, details, "
        "sealed, hash, hash FROM audit_row WHERE number = 5");
    EXPECT_TRUE(fault());
}

TEST_P(AuditTest, a_head_printed_in_a_report_must_be_in_the_chain)
{
    fill();
    auto session = database().read();
    auto printed = audit_head(session);
    write([](Transaction&, AuditNumber) {});
    EXPECT_FALSE(fault(printed));
    printed.hash.front() = printed.hash.front() == '0' ? '1' : '0';
    EXPECT_EQ(fault(printed)->number, printed.number);
    printed.number.value = 1000;
    EXPECT_TRUE(fault(printed));
}

TEST_P(AuditTest, personal_details_are_sealed_and_gone_with_their_key)
{
    fill();
    auto session = database().read();
    auto stored = session.connection().query("SELECT details FROM audit_row WHERE number = 3").value<std::string>();
    EXPECT_EQ(stored->find("Sen"), std::string::npos);
    EXPECT_EQ(audit_row(session, {3})->details, R"({"name":"Hoàng Thị Sen"})");
    {
        auto transaction = database().write();
        destroy_person_key(transaction, cast::sen().person.id);
        transaction.commit();
    }
    EXPECT_TRUE(audit_row(session, {3})->details_destroyed);
    EXPECT_EQ(audit_row(session, {3})->details, "");
    EXPECT_FALSE(fault());
    // What is said of a purged person later cannot be read either.
    {
        auto transaction = database().write();
        auto row = audit_of("person.correct");
        row.person = cast::sen().person.id;
        row.details = R"({"name":"again"})";
        row.kind = Details::personal;
        append(transaction, row);
        transaction.commit();
    }
    EXPECT_TRUE(audit_row(session, {6})->details_destroyed);
    EXPECT_FALSE(fault());
}

TEST_P(AuditTest, sealed_details_copied_to_another_row_do_not_open)
{
    fill();
    tamper(
        "UPDATE audit_row SET details = (SELECT details FROM audit_row WHERE number = 3), sealed = 1 WHERE number = 4");
    auto session = database().read();
    EXPECT_TRUE(audit_row(session, {4})->details_destroyed);
}

TEST_P(AuditTest, pages_go_from_the_newest_back)
{
    fill();
    auto session = database().read();
    auto first = audit_page(session, {}, {}, 2);
    EXPECT_EQ(first.total, 5);
    ASSERT_EQ(first.rows.size(), 2U);
    EXPECT_EQ(first.rows.at(0).number.value, 5);
    auto second = audit_page(session, {}, first.next, 2);
    EXPECT_EQ(second.rows.at(0).number.value, 3);
    auto last = audit_page(session, {}, second.next, 2);
    EXPECT_EQ(last.rows.size(), 1U);
    EXPECT_FALSE(last.next);
}

TEST_P(AuditTest, filters_narrow_the_page)
{
    fill();
    auto session = database().read();
    EXPECT_EQ(audit_page(session, {.action = "person."}).total, 1);
    EXPECT_EQ(audit_page(session, {.action = "person.correct"}).total, 1);
    EXPECT_EQ(audit_page(session, {.person = cast::sen().person.id}).total, 4);
    EXPECT_EQ(audit_page(session, {.within = cast::district().id}).total, 3);
    EXPECT_EQ(audit_page(session, {.within = cast::district().id, .with_unplaced = true}).total, 4);
    EXPECT_EQ(audit_page(session, {.within = cast::bloc().id}).total, 1);
    EXPECT_EQ(audit_page(session, {.actor = AccountId(1)}).total, 0);
    EXPECT_EQ(audit_page(session, {.from = test_time(), .until = test_time()}).total, 0);
    EXPECT_EQ(audit_page(session, {.from = test_time()}).total, 5);
    EXPECT_EQ(audit_page(session, {.words = "correct"}).total, 1);
}

} // namespace phusa::storage
