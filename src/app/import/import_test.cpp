#include "app/import/import.hpp"
#include "app/import/undo.hpp"
#include "app/people_test.hpp"
#include "storage/admissions.hpp"
#include "storage/identities.hpp"
#include "storage/import_export.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{
namespace
{

class ImportTest : public PeopleTest
{
protected:
    static constexpr std::string_view heads = "Họ và tên,Giới tính,Sinh ngày,Số định danh,Chi bộ,Quê quán,Điện thoại,"
                                              "Ngày vào Đảng,Ngày chính thức,Trạng thái\n";

    Result<ImportOutcome> run(const std::string& csv, ImportWish wish = {}, std::optional<Actor> by = {})
    {
        auto file = ImportFile::of_bytes(csv, "danh-sach.csv");
        return import_sheet(app(), by.value_or(Actor::program("phusa import")), file.value(), wish);
    }
    ImportOutcome members(const std::string& rows) { return run(std::string(heads) + rows).value(); }

    static std::string said(const ImportOutcome& outcome)
    {
        std::string text;
        for (const auto& error : outcome.errors)
            text += fmt::format("{}|{}|{}|{}\n", error.row, error.column, error.value, error.message);
        return text;
    }

    // All that stands, as the exports tell it, the identity numbers in clear.
    std::string content(ImportKind kind, App* of = nullptr)
    {
        auto table = export_kind(of ? *of : app(), Actor::program("phusa export"),
                                 {.kind = kind, .org = {}, .with_identities = true})
                         .value();
        auto chunks = write_table(std::move(table), ExportFormat::csv);
        std::string text;
        for (std::string chunk; chunks(chunk); chunk.clear())
            text += chunk;
        return text;
    }
    std::string content()
    {
        return content(ImportKind::organisations) + content(ImportKind::members) + content(ImportKind::admissions);
    }

    std::vector<PersonId> named(std::string_view name, std::string_view born)
    {
        auto session = app().database().read();
        return storage::people_named(session, name, *PartialDate::from_iso(born));
    }
};

TEST_P(ImportTest, writesNewMembersWithWhatIsKnownOfTheirMembership)
{
    auto outcome = members("PHÙ SA ĐỀ,Nữ,02/05/1990,034190000001,99.001.001.000.001,Bồi Hạ,0912000001,19/05/2015,"
                           "19/05/2016,Đang sinh hoạt\n"
                           "Phù Sa Bãi,nam,1988,,\"Chi bộ Bảo tàng Phù Sa\",,,01/07/2020,,Dự bị\n");
    EXPECT_EQ(said(outcome), "");
    EXPECT_EQ(outcome.rows, 2);
    EXPECT_EQ(outcome.written, 2);
    ASSERT_TRUE(outcome.import_id.has_value());
    auto found = named("Phù Sa Đề", "1990-05-02");
    ASSERT_EQ(found.size(), 1u);
    auto session = app().database().read();
    auto person = storage::person(session, found.front()).value();
    EXPECT_EQ(person.standing, Standing::official);
    EXPECT_EQ(person.sex, Sex::female);
    EXPECT_EQ(person.home, "Bồi Hạ");
    EXPECT_EQ(person.recorded, outcome.import_id);
    EXPECT_EQ(person.valid.first, *Date::of(2015, 5, 19));
    EXPECT_EQ(storage::read_identity(session, person.id), "034190000001");
    auto admissions = storage::admissions_of(session, person.id);
    ASSERT_EQ(admissions.size(), 1u);
    EXPECT_EQ(admissions.front().ceremony_on, Date::of(2015, 5, 19));
    EXPECT_EQ(storage::membership_events_of(session, person.id).size(), 1u);
    EXPECT_EQ(storage::person(session, named("Phù Sa Bãi", "1988").at(0))->standing, Standing::probationary);
    EXPECT_EQ(last_recorded(1).front(), "import.write import:members");
}

TEST_P(ImportTest, saysWhatIsWrongWithEachCellAndLeavesTheRowOut)
{
    auto outcome = members("Phù Sa Đề,Nữ,31/02/1990,034190000001,99.001.001.000.001,,,19/05/2015,19/05/2016,\n"
                           "Phù Sa Bồi,Nữ,02/05/1990,34190000002,99.001.001.000.001,,,2023-02-31,,\n"
                           "\"Phù Sa An\nPhù Sa Bình\",Nam,02/05/1990,,99.001.001.000.001,,,01/01/2020,,\n"
                           "Phù Sa Lở,Nam,02/05/1990,,Chi bộ không có,,,01/01/2020,,\n"
                           "Phù Sa Bờ,Không rõ,02/05/1990,,99.001.001.000.001,,,01/01/2020,,Chuyển đi\n"
                           "Phù Sa Gò,Nam,02/05/1990,,99.001.001.000.001,,,01/01/2020,01/01/2019,\n"
                           "Phù Sa Vun,Nam,02/05/1990,,99.001.001.000.001,,,01/01/2020,,\n");
    EXPECT_EQ(outcome.rows, 7);
    EXPECT_EQ(outcome.written, 1);
    std::vector<std::pair<std::uint32_t, std::string>> places;
    for (const auto& error : outcome.errors)
        places.emplace_back(error.row, error.column);
    EXPECT_EQ(places, (std::vector<std::pair<std::uint32_t, std::string>>{{2, "Sinh ngày"},
                                                                          {3, "Số định danh"},
                                                                          {3, "Ngày vào Đảng"},
                                                                          {4, "Họ và tên"},
                                                                          {5, "Chi bộ"},
                                                                          {6, "Giới tính"},
                                                                          {7, "Ngày chính thức"}}))
        << said(outcome);
    EXPECT_NE(outcome.errors[0].message.find("tháng 2/1990 chỉ có 28 ngày"), std::string::npos);
    EXPECT_NE(outcome.errors[1].message.find("số 0"), std::string::npos);
    EXPECT_EQ(outcome.errors[2].value, "2023-02-31");
}

TEST_P(ImportTest, updatesOnlyWhatTheSheetHasAndCanBeTakenBack)
{
    auto before = content();
    auto may = cast::may().person;
    auto outcome =
        run("Họ và tên,Sinh ngày,Số định danh,Chi bộ,Điện thoại\n" +
            fmt::format("{},{},{},99.001.001.000.001,0987654321\n", may.name, may.born.vietnamese(), identity_of_may))
            .value();
    EXPECT_EQ(said(outcome), "");
    EXPECT_EQ(outcome.updated, 1);
    {
        auto session = app().database().read();
        auto now = storage::person(session, may.id).value();
        EXPECT_EQ(now.phone, "0987654321");
        EXPECT_EQ(now.home, may.home);
        EXPECT_EQ(now.standing, may.standing);
    }
    EXPECT_NE(content(), before);
    auto changes = changes_of_import(app(), Actor::program("p"), *outcome.import_id).value();
    ASSERT_EQ(changes.changes.size(), 1u);
    EXPECT_EQ(changes.changes.front().field, "Điện thoại");
    EXPECT_EQ(changes.changes.front().before, may.phone);
    EXPECT_EQ(changes.changes.front().after, "0987654321");
    ASSERT_TRUE(undo_import(app(), Actor::program("p"), *outcome.import_id).has_value());
    EXPECT_EQ(content(), before);
    EXPECT_FALSE(undo_import(app(), Actor::program("p"), *outcome.import_id).has_value());
    auto past = past_imports(app(), Actor::program("p")).value();
    ASSERT_EQ(past.size(), 1u);
    EXPECT_TRUE(past.front().taken_back.has_value());
}

TEST_P(ImportTest, undoneNewPeopleAreGoneAndCanBeImportedAgain)
{
    auto before = content();
    const std::string rows = "Phù Sa Đề,Nữ,02/05/1990,034190000001,99.001.001.000.001,,,19/05/2015,19/05/2016,\n";
    auto outcome = members(rows);
    ASSERT_TRUE(undo_import(app(), Actor::program("p"), *outcome.import_id).has_value());
    EXPECT_EQ(content(), before);
    EXPECT_EQ(named("Phù Sa Đề", "1990-05-02").size(), 0u);
    auto again = members(rows);
    EXPECT_EQ(again.added, 1);
}

TEST_P(ImportTest, isNotTakenBackWhereLaterChangesRestOnIt)
{
    auto outcome = members("Phù Sa Đề,Nữ,02/05/1990,,99.001.001.000.001,,,19/05/2015,,\n");
    auto id = named("Phù Sa Đề", "1990-05-02").at(0);
    write([&](storage::Transaction& transaction, AuditNumber by) {
        auto person = storage::person(transaction, id).value();
        person.phone = "1";
        ASSERT_TRUE(storage::correct_person(transaction, person, by).has_value());
    });
    auto undone = undo_import(app(), Actor::program("p"), *outcome.import_id);
    ASSERT_FALSE(undone.has_value());
    EXPECT_EQ(undone.error().kind, Problem::Kind::conflict);
    EXPECT_NE(undone.error().message.find("Phù Sa Đề"), std::string::npos);
}

TEST_P(ImportTest, knowsPeopleAgainByNameBirthAndUnit)
{
    members("Phù Sa Đề,Nữ,02/05/1990,,99.001.001.000.001,,,19/05/2015,,\n");
    auto again = members("phu sa de,Nữ,02/05/1990,034190000001,Chi bộ thôn Đầu Làng,,0912,19/05/2015,,\n");
    EXPECT_EQ(said(again), "");
    EXPECT_EQ(again.updated, 1);
    EXPECT_EQ(named("Phù Sa Đề", "1990-05-02").size() + named("Phu Sa De", "1990-05-02").size(), 1u);
    auto unchanged = members("phu sa de,Nữ,02/05/1990,034190000001,Chi bộ thôn Đầu Làng,,0912,19/05/2015,,\n");
    EXPECT_EQ(unchanged.unchanged, 1);
    auto twice = members("Phù Sa Gò,Nữ,02/05/1991,,99.001.001.000.001,,,19/05/2015,,\n"
                         "Phù Sa Gò,Nữ,02/05/1991,,99.001.001.000.001,,,19/05/2015,,\n");
    EXPECT_EQ(twice.added, 1);
    ASSERT_EQ(twice.errors.size(), 1u);
    EXPECT_EQ(twice.errors.front().row, 3u);
}

TEST_P(ImportTest, aDryRunAnswersTheSameAndWritesNothing)
{
    auto before = content();
    auto csv = std::string(heads) + "Phù Sa Đề,Nữ,02/05/1990,,99.001.001.000.001,,,19/05/2015,,\n"
                                    "Phù Sa Lở,Nữ,02/05/1990,,không có,,,19/05/2015,,\n";
    auto dry = run(csv, {.dry_run = true}).value();
    EXPECT_EQ(dry.written, 0);
    EXPECT_FALSE(dry.import_id.has_value());
    EXPECT_EQ(content(), before);
    auto wet = run(csv).value();
    EXPECT_EQ(dry.ready, wet.ready);
    EXPECT_EQ(said(dry), said(wet));
}

TEST_P(ImportTest, columnsChosenByHandAreRememberedForTheSameHeads)
{
    const std::string csv = "Ai,Sinh ngày,Chi bộ,Vào ngày\nPhù Sa Đề,02/05/1990,99.001.001.000.001,19/05/2015\n";
    EXPECT_FALSE(run(csv).has_value());
    auto by_hand = run(csv, {.columns = {{0, "full_name"}, {3, "admitted_on"}}}).value();
    EXPECT_EQ(by_hand.written, 1);
    auto again = run(csv).value();
    EXPECT_EQ(again.columns[0].how, "remembered");
    EXPECT_EQ(again.unchanged, 1);
}

TEST_P(ImportTest, reachesOnlyWhatTheImporterMayChange)
{
    auto csv = std::string(heads) + "Phù Sa Đề,Nữ,02/05/1990,,99.001.001.000.001,,,19/05/2015,,\n"
                                    "Phù Sa Quê,Nữ,02/05/1990,,Chi bộ Bảo tàng Phù Sa,,,19/05/2015,,\n";
    auto office = run(csv, {}, actor(Role::grassroots_office)).value();
    EXPECT_EQ(office.written, 1);
    ASSERT_EQ(office.errors.size(), 1u);
    EXPECT_EQ(office.errors.front().row, 3u);
    EXPECT_FALSE(run(csv, {}, actor(Role::auditor)).has_value());
    EXPECT_FALSE(run(csv, {.org = "99.002"}, actor(Role::grassroots_office)).has_value());
    EXPECT_FALSE(undo_import(app(), actor(Role::auditor), *office.import_id).has_value());
}

TEST_P(ImportTest, aSheetOfOneCellNeedNotNameIt)
{
    auto outcome =
        run("Họ và tên,Sinh ngày,Ngày vào Đảng\nPhù Sa Đề,1990,01/02/2010\n", {.org = "99.001.001.000.001"}).value();
    EXPECT_EQ(outcome.written, 1);
}

TEST_P(ImportTest, admissionsOfKnownPeopleKeepTheFactsOfTheirDay)
{
    auto may = cast::may();
    auto csv = fmt::format("Số định danh,Họ và tên,Giới tính,Sinh ngày,Chi bộ kết nạp,Ngày lễ kết nạp,Nghề nghiệp,"
                           "Đoàn viên,Kết nạp lại\n{},{},Nữ,{},99.001.001.000.001,{},Sinh viên,x,Không\n",
                           identity_of_may, may.person.name, may.person.born.vietnamese(),
                           may.admissions.front().ceremony_on->vietnamese());
    auto outcome = run(csv, {.kind = ImportKind::admissions}).value();
    EXPECT_EQ(said(outcome), "");
    auto session = app().database().read();
    auto admissions = storage::admissions_of(session, may.person.id);
    ASSERT_EQ(admissions.size(), 1u);
    EXPECT_EQ(admissions.front().occupation, Occupation::student);
    EXPECT_TRUE(admissions.front().youth_union_member);
    EXPECT_EQ(storage::person(session, may.person.id)->occupation, may.person.occupation);
}

TEST_P(ImportTest, organisationsComeInAnyOrder)
{
    auto outcome = run("Mã tổ chức,Tên tổ chức,Loại tổ chức,Ngày thành lập\n"
                       "99.003.001.000.001,Chi bộ thôn Mới,Chi bộ,01/01/2020\n"
                       "99.003.001,Đảng bộ xã Mới,Đảng bộ cơ sở,01/01/2020\n"
                       "99.003,Đảng bộ huyện Mới,\"Đảng bộ huyện, thành phố\",\n"
                       "99.009.001,Đảng bộ xã Mồ Côi,Đảng bộ cơ sở,\n"
                       "99.003.001-TN,Đoàn xã Mới,youth_union,01/01/2020\n",
                       {.kind = ImportKind::organisations})
                       .value();
    EXPECT_EQ(outcome.written, 4) << said(outcome);
    ASSERT_EQ(outcome.errors.size(), 1u) << said(outcome);
    EXPECT_EQ(outcome.errors.front().row, 5u);
    EXPECT_TRUE(app().tree()->find_code("99.003.001.000.001").has_value());
    ASSERT_TRUE(undo_import(app(), Actor::program("p"), *outcome.import_id).has_value());
    EXPECT_FALSE(app().tree()->find_code("99.003").has_value());
}

TEST_P(ImportTest, failingRowsCanBeMendedAndSentAgain)
{
    auto csv = std::string(heads) + "Phù Sa Đề,Nữ,31/02/1990,,99.001.001.000.001,,,19/05/2015,,\n"
                                    "Phù Sa Bồi,Nữ,02/05/1990,,99.001.001.000.001,,,19/05/2015,,\n";
    auto file = ImportFile::of_bytes(csv, "a.csv").value();
    auto outcome = import_sheet(app(), Actor::program("p"), file, {}).value();
    auto failed = ImportFile::of_bytes(failing_rows(file, outcome).value(), "b.xlsx").value();
    auto again = import_sheet(app(), Actor::program("p"), failed, {}).value();
    EXPECT_EQ(again.rows, 1);
    ASSERT_EQ(again.errors.size(), 1u);
    EXPECT_EQ(again.errors.front().column, "Sinh ngày");
}

TEST_P(ImportTest, anExportImportedIntoAnEmptyRegisterGivesTheSame)
{
    members("Phù Sa Đề,Nữ,02/05/1990,034190000001,99.001.001.000.001,Bồi Hạ,+84912,19/05/2015,19/05/2016,\n"
            "Phù Sa Bãi,Nam,1988,,99.002.001,,,01/07/2020,,Dự bị\n");
    auto folder = std::filesystem::temp_directory_path() / fmt::format("phusa_round_{}", app().today().iso());
    std::filesystem::remove_all(folder);
    {
        App other({.database_url = "sqlite:" + (folder / "phusa.db").string(), .data_folder = folder},
                  Clock([this] { return app().clock().now(); }));
        for (auto kind : all_import_kinds()) {
            auto file = ImportFile::of_bytes(content(kind), "xuat.csv").value();
            auto outcome = import_sheet(other, Actor::program("p"), file, {.kind = kind}).value();
            EXPECT_EQ(said(outcome), "") << key_of(kind);
        }
        for (auto kind : all_import_kinds()) {
            auto sorted = [](std::string text) {
                std::vector<std::string> lines;
                for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
                    lines.push_back(text.substr(at, text.find('\n', at) - at));
                std::ranges::sort(lines);
                return lines;
            };
            EXPECT_EQ(sorted(content(kind, &other)), sorted(content(kind))) << key_of(kind);
        }
    }
    std::filesystem::remove_all(folder);
}

ON_BOTH_REGISTERS(ImportTest);

} // namespace
} // namespace phusa
