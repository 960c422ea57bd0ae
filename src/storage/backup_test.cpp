#include "cast/cast.hpp"
#include "storage/accounts.hpp"
#include "storage/backup.hpp"
#include "storage/identities.hpp"
#include "storage/people.hpp"
#include "storage/settings.hpp"
#include "storage/sign_ins.hpp"
#include "storage/sql/connection.hpp"
#include "storage/storage_test.hpp"

#include <gmock/gmock.h>

#include <fstream>

namespace phusa::storage
{

class BackupTest : public StorageTest
{
protected:
    std::filesystem::path file() { return scratch().folder() / "sao-luu.phusa"; }

    void fill()
    {
        store_cast();
        write([](Transaction& transaction, AuditNumber by) {
            ASSERT_TRUE(set_identity(transaction, cast::sen().person.id, "034199001234", by));
            set_setting(transaction, "note", "tab\t quote\" back\\slash 🌾\nline");
            Account account;
            account.name = "thu.ky";
            account.created = test_time();
            auto id = *add_account(transaction, account, "$argon2id$x");
            open_sign_in(transaction, {.token_hash = std::string(64, 'a'),
                                       .account = id,
                                       .csrf = "c",
                                       .opened = test_time(),
                                       .seen = test_time(),
                                       .expires = test_time()});
        });
    }
    Dialect other() { return GetParam() == Dialect::sqlite ? Dialect::postgresql : Dialect::sqlite; }
};
ON_BOTH_DATABASES(BackupTest);

TEST_P(BackupTest, a_backup_restores_on_the_other_database_with_equal_content)
{
    fill();
    auto made = write_backup(database(), file(), test_time());
    ASSERT_TRUE(made);
    EXPECT_EQ(made->bytes, std::filesystem::file_size(file()));
    EXPECT_EQ(std::filesystem::status(file()).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);

    ScratchRegister target(other());
    auto restored = target.open();
    ASSERT_TRUE(restore_backup(*restored, file()));
    auto again = write_backup(*restored, target.folder() / "again.phusa", test_time());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->head.hash, made->head.hash);
    ASSERT_EQ(again->tables.size(), made->tables.size());
    for (std::size_t i = 0; i < made->tables.size(); ++i)
        EXPECT_EQ(again->tables.at(i).sha256, made->tables.at(i).sha256) << made->tables.at(i).name;

    auto session = restored->read();
    EXPECT_EQ(setting(session, "note"), "tab\t quote\" back\\slash 🌾\nline");
    EXPECT_EQ(read_identity(session, cast::sen().person.id), "034199001234");
    EXPECT_TRUE(account_named(session, "thu.ky"));
    EXPECT_FALSE(sign_in(session, std::string(64, 'a')));
    EXPECT_FALSE(verify_audit(session).fault);
}

TEST_P(BackupTest, writing_goes_on_after_a_restore_where_it_stopped)
{
    fill();
    ASSERT_TRUE(write_backup(database(), file(), test_time()));
    ScratchRegister target(GetParam());
    auto restored = target.open();
    ASSERT_TRUE(restore_backup(*restored, file()));
    auto mine = database().write();
    auto theirs = restored->write();
    EXPECT_EQ(allocate_people(mine), allocate_people(theirs));
    EXPECT_EQ(append(mine, audit_of("test.write")), append(theirs, audit_of("test.write")));
    theirs.commit();
    auto session = restored->read();
    EXPECT_FALSE(verify_audit(session).fault);
}

TEST_P(BackupTest, a_backup_is_verified_without_a_database)
{
    fill();
    auto made = *write_backup(database(), file(), test_time());
    auto verified = verify_backup(test_keys(), file());
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->rows, made.rows);
    EXPECT_EQ(verified->head.hash, made.head.hash);
    EXPECT_EQ(verified->made, test_time());
    EXPECT_FALSE(verify_backup(Keys::of(SecretKey::random()), file()));
}

TEST_P(BackupTest, nothing_in_the_file_is_readable)
{
    fill();
    ASSERT_TRUE(write_backup(database(), file(), test_time()));
    std::ifstream stream(file(), std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(stream), {});
    EXPECT_THAT(bytes, testing::Not(testing::HasSubstr("person_version")));
    EXPECT_THAT(bytes, testing::Not(testing::HasSubstr(cast::sen().person.name)));
}

TEST_P(BackupTest, a_damaged_or_cut_file_is_refused_and_restores_nothing)
{
    fill();
    ASSERT_TRUE(write_backup(database(), file(), test_time()));
    ScratchRegister target(GetParam());
    auto empty = target.open();
    auto size = std::filesystem::file_size(file());
    {
        std::fstream stream(file(), std::ios::binary | std::ios::in | std::ios::out);
        stream.seekg(static_cast<std::streamoff>(size / 2));
        char byte = static_cast<char>(stream.get() ^ 1);
        stream.seekp(static_cast<std::streamoff>(size / 2));
        stream.put(byte);
    }
    EXPECT_FALSE(verify_backup(test_keys(), file()));
    EXPECT_FALSE(restore_backup(*empty, file()));
    std::filesystem::resize_file(file(), size - 1);
    EXPECT_FALSE(restore_backup(*empty, file()));
    auto session = empty->read();
    EXPECT_EQ(audit_head(session).number.value, 0);
    EXPECT_FALSE(account_named(session, "thu.ky"));
}

TEST_P(BackupTest, a_register_in_use_is_never_overwritten)
{
    fill();
    ASSERT_TRUE(write_backup(database(), file(), test_time()));
    auto refused = restore_backup(database(), file());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Problem::Kind::refused);
    EXPECT_FALSE(write_backup(database(), file(), test_time()));
}

TEST_P(BackupTest, a_register_whose_chain_was_tampered_with_is_not_restored)
{
    fill();
    {
        auto transaction = database().write();
        transaction.connection().run("UPDATE audit_row SET actor_name = 'ai-do' WHERE number = 1");
        transaction.commit();
    }
    ASSERT_TRUE(write_backup(database(), file(), test_time()));
    ScratchRegister target(GetParam());
    auto empty = target.open();
    EXPECT_FALSE(restore_backup(*empty, file()));
    auto session = empty->read();
    EXPECT_EQ(audit_head(session).number.value, 0);
}

TEST_P(BackupTest, a_backup_that_fails_leaves_no_file)
{
    EXPECT_FALSE(write_backup(database(), scratch().folder() / "missing" / "x.phusa", test_time()));
    EXPECT_FALSE(std::filesystem::exists(scratch().folder() / "missing"));
}

} // namespace phusa::storage
