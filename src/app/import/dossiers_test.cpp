#include "app/dossiers/view.hpp"
#include "app/import/import.hpp"
#include "app/import/undo.hpp"
#include "app/people_test.hpp"
#include "storage/admissions.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/membership_events.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace phusa
{
namespace
{

using RowOfKeys = std::map<std::string, std::string>;

// Carried from the certificate to recognition by the rules of 24-QĐ/TW.
RowOfKeys whole_dossier(const std::string& name)
{
    return {{"full_name", name},
            {"born", "12/05/2000"},
            {"sex", "Nữ"},
            {"general_education", "12/12"},
            {"cell", "99.001.001.000.001"},
            {"opened", "01/02/2022"},
            {"youth_union_member", "x"},
            {"certificate_on", "01/03/2022"},
            {"certificate_number", "17/CN-TTCT"},
            {"application_on", "10/08/2022"},
            {"declaration_on", "20/08/2022"},
            {"verification_on", "01/10/2022"},
            {"introducer_1_name", "Vũ Thị Mây"},
            {"introducer_1_official", "Có"},
            {"introducer_1_months", "20"},
            {"introducer_1_on", "05/10/2022"},
            {"youth_union_on", "06/10/2022"},
            {"youth_union_number", "03-NQ/ĐTN"},
            {"opinions_on", "20/10/2022"},
            {"cell_vote_on", "03/11/2022"},
            {"cell_vote_number", "05-NQ/CB"},
            {"cell_vote_official", "9"},
            {"cell_vote_present", "8"},
            {"cell_vote_for", "7"},
            {"cell_vote_against", "1"},
            {"committee_vote_on", "20/11/2022"},
            {"committee_vote_members", "15"},
            {"committee_vote_for", "14"},
            {"decision_on", "10/12/2022"},
            {"decision_number", "88-QĐ/HU"},
            {"decision_received", "12/12/2022"},
            {"ceremony_on", "20/12/2022"},
            {"helper_name", "Vũ Thị Mây"},
            {"helper_official", "Có"},
            {"member_declaration_on", "05/01/2023"},
            {"new_member_certificate_on", "01/06/2023"},
            {"self_review_on", "21/12/2023"},
            {"helper_remarks_on", "22/12/2023"},
            {"recognition_opinions_on", "25/12/2023"},
            {"recognition_vote_on", "03/01/2024"},
            {"recognition_vote_official", "9"},
            {"recognition_vote_for", "9"},
            {"recognition_committee_on", "10/01/2024"},
            {"recognition_committee_members", "15"},
            {"recognition_committee_for", "15"},
            {"recognition_on", "20/01/2024"},
            {"recognition_number", "12-QĐ/HU"}};
}

RowOfKeys with(RowOfKeys row, const std::string& key, const std::string& value)
{
    row[key] = value;
    return row;
}

// Up to the cell's vote, which is still to come.
RowOfKeys candidate(const std::string& name)
{
    auto row = whole_dossier(name);
    for (auto each = row.lower_bound("a"); each != row.end();) {
        const auto& key = each->first;
        bool is_later = key.starts_with("cell_vote") || key.starts_with("committee") || key.starts_with("decision") ||
                        key.starts_with("ceremony") || key.starts_with("helper") || key.starts_with("member_decl") ||
                        key.starts_with("new_member") || key.starts_with("self_") || key.starts_with("recognition");
        each = is_later ? row.erase(each) : std::next(each);
    }
    return row;
}

class DossierImportTest : public PeopleTest
{
protected:
    static std::string sheet(const std::vector<RowOfKeys>& rows)
    {
        std::map<std::string, bool> keys;
        for (const auto& row : rows)
            for (const auto& [key, value] : row)
                keys[key] = true;
        std::string csv;
        for (const auto& [key, there] : keys)
            csv += (csv.empty() ? "" : ",") + key;
        for (const auto& row : rows) {
            csv += "\n";
            for (const auto& [key, there] : keys) {
                auto value = row.find(key);
                csv += (value == row.end() ? "" : value->second) + (key == keys.rbegin()->first ? "" : ",");
            }
        }
        return csv + "\n";
    }

    ImportOutcome run(const std::vector<RowOfKeys>& rows, std::optional<Actor> by = {})
    {
        auto file = ImportFile::of_bytes(sheet(rows), "ho-so.csv").value();
        return import_sheet(app(), by.value_or(Actor::program("phusa import")), file, {.kind = ImportKind::dossiers})
            .value();
    }

    static std::string said(const std::vector<ImportRemark>& remarks)
    {
        std::string text;
        for (const auto& remark : remarks)
            text += fmt::format("{}|{}|{}|{}\n", remark.row, remark.column, remark.value, remark.message);
        return text;
    }

    PersonId named(std::string_view name)
    {
        auto session = app().database().read();
        auto found = storage::people_named(session, name, *PartialDate::from_iso("2000-05-12"));
        return found.empty() ? PersonId() : found.front();
    }

    std::string content(App& of)
    {
        std::string text;
        for (auto kind : all_import_kinds()) {
            auto table =
                export_kind(of, Actor::program("p"), {.kind = kind, .org = {}, .with_identities = true}).value();
            auto chunks = write_table(std::move(table), ExportFormat::csv);
            for (std::string chunk; chunks(chunk); chunk.clear())
                text += chunk;
        }
        return text;
    }
    std::string content(App& of, ImportKind kind)
    {
        auto chunks = write_table(
            export_kind(of, Actor::program("p"), {.kind = kind, .org = {}, .with_identities = true}).value(),
            ExportFormat::csv);
        std::string text;
        for (std::string chunk; chunks(chunk); chunk.clear())
            text += chunk;
        return text;
    }
};

TEST_P(DossierImportTest, aWholeDossierMakesWhatItsActsMake)
{
    auto outcome = run({whole_dossier("Phù Sa Bồi")});
    EXPECT_EQ(said(outcome.errors), "");
    EXPECT_EQ(said(outcome.warnings), "");
    EXPECT_EQ(outcome.added, 1);
    EXPECT_EQ(last_recorded(1).front(), "import.write import:dossiers");
    auto id = named("Phù Sa Bồi");
    auto session = app().database().read();
    auto dossiers = storage::dossiers_of(session, id);
    ASSERT_EQ(dossiers.size(), 1u);
    auto acts = storage::dossier_acts_of(session, dossiers.front().id);
    EXPECT_EQ(acts.size(), 20u);
    EXPECT_TRUE(std::ranges::none_of(acts, &RecordedAct::is_past_fact));
    auto admissions = storage::admissions_of(session, id);
    ASSERT_EQ(admissions.size(), 1u);
    EXPECT_EQ(admissions.front().ceremony_on, Date::of(2022, 12, 20));
    EXPECT_EQ(admissions.front().decision_number, "88-QĐ/HU");
    EXPECT_TRUE(admissions.front().youth_union_member);
    auto events = storage::membership_events_of(session, id);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events.front().on, *Date::of(2023, 12, 20));
    EXPECT_EQ(storage::person(session, id)->standing, Standing::official);
    EXPECT_EQ(storage::person_on(session, id, *Date::of(2023, 1, 1))->standing, Standing::probationary);
    EXPECT_EQ(storage::person_on(session, id, *Date::of(2022, 12, 1))->standing, Standing::none);
}

TEST_P(DossierImportTest, undoTakesDossierActsAndTheirEffectsBack)
{
    auto before = content(app());
    auto outcome = run({whole_dossier("Phù Sa Bồi"), candidate("Phù Sa Bãi")});
    EXPECT_NE(content(app()), before);
    auto changes = changes_of_import(app(), Actor::program("p"), *outcome.import_id).value();
    EXPECT_TRUE(changes.resting.empty());
    auto undone = undo_import(app(), Actor::program("p"), *outcome.import_id);
    ASSERT_TRUE(undone.has_value()) << undone.error().message;
    EXPECT_EQ(content(app()), before);
    EXPECT_EQ(named("Phù Sa Bồi"), PersonId());
    EXPECT_EQ(run({whole_dossier("Phù Sa Bồi")}).added, 1);
}

TEST_P(DossierImportTest, aBreachIsAWarningForTheDecidingOfficeAndAnErrorForOthers)
{
    auto row = candidate("Phù Sa Bồi");
    row["cell_vote_on"] = "03/11/2022";
    row["cell_vote_official"] = "9";
    row["cell_vote_for"] = "9";
    row.erase("opinions_on");
    auto office = run({row}, actor(Role::grassroots_office));
    ASSERT_EQ(office.errors.size(), 1u) << said(office.errors);
    EXPECT_EQ(office.errors.front().column, "cell_vote_on");
    EXPECT_EQ(office.errors.front().value, "03/11/2022");
    EXPECT_EQ(office.written, 0);
    auto deciding = run({row}, actor(Role::deciding_office));
    EXPECT_EQ(said(deciding.errors), "");
    EXPECT_EQ(deciding.written, 1);
    EXPECT_GE(deciding.warnings.size(), 1u);
    auto session = app().database().read();
    auto dossier = storage::dossiers_of(session, named("Phù Sa Bồi")).at(0);
    auto acts = storage::dossier_acts_of(session, dossier.id);
    auto past = std::ranges::find(acts, true, &RecordedAct::is_past_fact);
    ASSERT_NE(past, acts.end());
    EXPECT_EQ(past->act.kind, ActKind::cell_vote);
    EXPECT_EQ(past->past_reason, "Nhập từ hồ sơ giấy");
}

TEST_P(DossierImportTest, whatRestsOnAFailedVoteIsAPastFactTheVoteIsNot)
{
    auto row = with(with(whole_dossier("Phù Sa Bồi"), "cell_vote_for", "5"), "cell_vote_against", "3");
    auto office = run({row}, actor(Role::grassroots_office));
    EXPECT_GE(office.errors.size(), 1u);
    auto outcome = run({row});
    EXPECT_EQ(said(outcome.errors), "");
    auto session = app().database().read();
    std::vector<ActKind> past;
    for (const auto& act : storage::dossier_acts_of(session, storage::dossiers_of(session, named("Phù Sa Bồi"))[0].id))
        if (act.is_past_fact)
            past.push_back(act.act.kind);
    EXPECT_EQ(past, (std::vector{ActKind::committee_vote, ActKind::decision, ActKind::ceremony}));
}

TEST_P(DossierImportTest, whatCannotBeIsAnErrorForEverybody)
{
    auto base = candidate("Phù Sa Bồi");
    auto vote = with(with(base, "cell_vote_on", "03/11/2022"), "cell_vote_official", "9");
    auto outcome = run({with(base, "application_on", "2023-02-31"), with(base, "application_on", "01/01/2027"),
                        with(with(vote, "cell_vote_for", "8"), "cell_vote_present", "7"),
                        with(base, "declaration_on", "01/01/1999"), with(base, "introducer_1_months", "nhiều"),
                        with(base, "cell_vote_number", "7"), with(base, "consent_kind", "khác")});
    std::vector<std::pair<std::uint32_t, std::string>> places;
    for (const auto& error : outcome.errors)
        places.emplace_back(error.row, error.column);
    EXPECT_EQ(places,
              (std::vector<std::pair<std::uint32_t, std::string>>{{2, "application_on"},
                                                                  {3, "application_on"},
                                                                  {4, "cell_vote_on"},
                                                                  {5, "declaration_on"},
                                                                  {6, "introducer_1_months"},
                                                                  {7, "cell_vote_official"},
                                                                  {7, "cell_vote_for"},
                                                                  {7, "cell_vote_on"},
                                                                  {8, "consent_kind"},
                                                                  {8, "Ngày văn bản đồng ý của cấp uỷ có thẩm quyền"}}))
        << said(outcome.errors);
    EXPECT_EQ(outcome.written, 0);
}

TEST_P(DossierImportTest, theSameSheetAgainChangesNothingAndALaterOneAddsActs)
{
    run({candidate("Phù Sa Bồi")});
    auto again = run({candidate("Phù Sa Bồi")});
    EXPECT_EQ(said(again.errors), "");
    EXPECT_EQ(again.unchanged, 1);
    auto later = candidate("Phù Sa Bồi");
    later["cell_vote_on"] = "03/11/2022";
    later["cell_vote_official"] = "9";
    later["cell_vote_for"] = "9";
    auto added = run({later});
    EXPECT_EQ(added.updated, 1);
    auto changes = changes_of_import(app(), Actor::program("p"), *added.import_id).value();
    ASSERT_EQ(changes.changes.size(), 1u);
    EXPECT_EQ(changes.changes.front().subject, "Phù Sa Bồi");
    EXPECT_EQ(changes.changes.front().after, "03/11/2022");
    auto other = run({with(later, "application_on", "11/08/2022")});
    ASSERT_EQ(other.errors.size(), 1u);
    EXPECT_NE(other.errors.front().message.find("10/08/2022"), std::string::npos);
}

TEST_P(DossierImportTest, anImportOnWhichLaterActsRestStays)
{
    auto outcome = run({candidate("Phù Sa Bồi")});
    auto later = candidate("Phù Sa Bồi");
    later["cell_vote_on"] = "03/11/2022";
    later["cell_vote_official"] = "9";
    later["cell_vote_for"] = "9";
    run({later});
    auto undone = undo_import(app(), Actor::program("p"), *outcome.import_id);
    ASSERT_FALSE(undone.has_value());
    EXPECT_NE(undone.error().message.find("Phù Sa Bồi"), std::string::npos);
}

TEST_P(DossierImportTest, aMemberComesBackOnlyByReadmission)
{
    auto may = cast::may().person;
    auto row = candidate(may.name);
    row["born"] = may.born.vietnamese();
    auto member = run({row});
    ASSERT_EQ(member.errors.size(), 1u);
    EXPECT_NE(member.errors.front().message.find("đang là đảng viên"), std::string::npos);
    auto lua = cast::lua();
    row = candidate(lua.person.name);
    row["born"] = lua.person.born.vietnamese();
    EXPECT_EQ(run({row}).errors.size(), 1u);
    auto song = cast::song().person; // expelled in 2015
    row = candidate(song.name);
    row["born"] = song.born.vietnamese();
    EXPECT_EQ(run({row}).errors.size(), 1u);
    row["left"] = "01/06/2015";
    row["left_cause"] = "Bị xoá tên";
    auto again = run({row});
    EXPECT_EQ(said(again.errors), "");
    EXPECT_EQ(again.added, 1);
}

TEST_P(DossierImportTest, theOldDossierOfAMemberIsTiedToTheAdmissionThatIsThere)
{
    auto lua = cast::lua();
    auto row = candidate(lua.person.name);
    row["born"] = lua.person.born.vietnamese();
    row["ceremony_on"] = lua.admissions.front().ceremony_on->vietnamese();
    auto outcome = run({row});
    EXPECT_EQ(said(outcome.errors), "");
    auto session = app().database().read();
    EXPECT_EQ(storage::admissions_of(session, lua.person.id).size(), 1u);
    auto acts = storage::dossier_acts_of(session, storage::dossiers_of(session, lua.person.id).at(0).id);
    auto ceremony = std::ranges::find(acts, ActKind::ceremony, [](const auto& act) { return act.act.kind; });
    ASSERT_NE(ceremony, acts.end());
    EXPECT_EQ(ceremony->made, lua.admissions.front().id.value);
}

TEST_P(DossierImportTest, ofWhoHasNotAppliedOnlyLittleIsKept)
{
    auto row = candidate("Phù Sa Bồi");
    for (const auto* key :
         {"application_on", "declaration_on", "verification_on", "opinions_on", "youth_union_on", "introducer_1_on",
          "introducer_1_name", "introducer_1_official", "introducer_1_months", "youth_union_number"})
        row.erase(key);
    row["religion"] = "Phật giáo";
    auto outcome = run({row});
    EXPECT_EQ(said(outcome.errors), "");
    EXPECT_EQ(outcome.warnings.size(), 1u) << said(outcome.warnings);
    auto session = app().database().read();
    EXPECT_EQ(storage::person(session, named("Phù Sa Bồi"))->religion, 0);
}

TEST_P(DossierImportTest, reachesOnlyWhatTheImporterMayRecord)
{
    auto row = whole_dossier("Phù Sa Bồi");
    auto secretary = run({row}, actor(Role::cell_secretary));
    EXPECT_EQ(secretary.written, 0);
    EXPECT_EQ(secretary.errors.size(), 5u)
        << said(secretary.errors); // verification, two committee votes, two decisions
    auto elsewhere = run({with(row, "cell", "99.002.001")}, actor(Role::grassroots_office));
    EXPECT_EQ(elsewhere.written, 0);
    auto file = ImportFile::of_bytes(sheet({row}), "a.csv").value();
    EXPECT_FALSE(import_sheet(app(), actor(Role::auditor), file, {.kind = ImportKind::dossiers}).has_value());
}

TEST_P(DossierImportTest, anExportImportedIntoAnEmptyRegisterGivesTheSame)
{
    auto failed = with(with(whole_dossier("Phù Sa Bờ"), "cell_vote_for", "5"), "cell_vote_against", "3");
    auto old = with(with(candidate("Phù Sa Gò"), "born", "12/05/1950"), "closed_on", "01/02/2024");
    old["closing_cause"] = "Người xin vào Đảng rút đơn";
    old["closing_note"] = "Tuổi cao";
    old["regimes"] = "Người theo tôn giáo: 12-CV/TU; Người Hoa";
    auto made = run({whole_dossier("Phù Sa Bồi"), candidate("Phù Sa Bãi"), failed, old});
    ASSERT_EQ(said(made.errors), "");
    auto folder =
        std::filesystem::temp_directory_path() / fmt::format("phusa_round_{}", this->folder().filename().string());
    {
        App other({.database_url = "sqlite:" + (folder / "phusa.db").string(), .data_folder = folder},
                  Clock([this] { return app().clock().now(); }));
        for (auto kind : all_import_kinds()) {
            auto file = ImportFile::of_bytes(content(app(), kind), "xuat.csv").value();
            auto outcome = import_sheet(other, Actor::program("p"), file, {.kind = kind}).value();
            EXPECT_EQ(said(outcome.errors), "") << key_of(kind);
        }
        EXPECT_EQ(content(other, ImportKind::dossiers), content(app(), ImportKind::dossiers));
        EXPECT_EQ(std::ranges::count(content(app(), ImportKind::dossiers), '\n'), 5);
    }
    std::filesystem::remove_all(folder);
}

ON_BOTH_REGISTERS(DossierImportTest);

} // namespace
} // namespace phusa
