#include "storage/paper_terms.hpp"
#include "storage/storage_test.hpp"

namespace phusa::storage
{

namespace
{

class PaperTermsTest : public StorageTest
{
};

TEST_P(PaperTermsTest, BelongToOneBodyAndComeByTheirFirstDay)
{
    const OrganisationId body(7);
    write([&](Transaction& transaction, AuditNumber by) {
        put_committee_term(transaction, body, {.name = "2025–2030", .from = *Date::of(2025, 6, 14)}, by);
        put_committee_term(transaction, body, {.name = "2020–2025", .from = *Date::of(2020, 5, 30)}, by);
        put_committee_term(transaction, OrganisationId(8), {.name = "2022–2027", .from = *Date::of(2022, 1, 1)}, by);
    });
    write([&](Transaction& transaction, AuditNumber by) {
        put_committee_term(transaction, body, {.name = "2025–2030", .from = *Date::of(2025, 6, 20)}, by);
    });
    auto session = database().read();
    auto terms = committee_terms_of(session, body);
    ASSERT_EQ(terms.size(), 2U);
    EXPECT_EQ(terms.front().name, "2020–2025");
    EXPECT_EQ(terms.back().from, *Date::of(2025, 6, 20));
}

TEST_P(PaperTermsTest, CanBeTakenBack)
{
    const OrganisationId body(7);
    write([&](Transaction& transaction, AuditNumber by) {
        put_committee_term(transaction, body, {.name = "2025–2030", .from = *Date::of(2025, 6, 14)}, by);
        remove_committee_term(transaction, body, "2025–2030");
    });
    auto session = database().read();
    EXPECT_TRUE(committee_terms_of(session, body).empty());
}

ON_BOTH_DATABASES(PaperTermsTest);

} // namespace

} // namespace phusa::storage
