#include "app/dossiers/dossier_test.hpp"
#include "app/papers/making.hpp"
#include "app/papers/numbers.hpp"
#include "app/papers/offered.hpp"
#include "documents/office_file.hpp"

#include <gmock/gmock.h>

namespace phusa
{

namespace
{

using testing::HasSubstr;
using testing::Not;

class PaperKinds : public DossierTest
{
protected:
    std::string text_of(Role role, std::string code, DossierId id)
    {
        auto paper = make_paper(app(), actor(role), {.code = std::move(code), .dossier = id});
        EXPECT_TRUE(paper) << paper.error().message;
        auto xml = paper ? OfficeFile::read(paper->docx)->find("word/document.xml")->bytes : std::string();
        std::string text; // what people read, without the marks of the file
        for (bool is_mark = false; char letter : xml) {
            is_mark = is_mark || letter == '<';
            if (!is_mark)
                text += letter;
            is_mark = is_mark && letter != '>';
        }
        return text;
    }
    std::vector<std::string> offered(DossierId id, std::optional<Actor> by = {})
    {
        std::vector<std::string> codes;
        auto list = offered_papers(app(), by.value_or(actor(Role::deciding_office)), id).value();
        for (const auto* part : {&list.of_dossier, &list.of_process})
            for (const auto& paper : *part)
                codes.push_back(paper.form->code);
        return codes;
    }
    RecordedAct transfer(TransferStage stage, std::string_view on)
    {
        auto moved = act(ActKind::transfer, on);
        moved.act.stage = stage;
        return moved;
    }
};
ON_BOTH_REGISTERS(PaperKinds);

TEST_P(PaperKinds, NameTheIntroducerWhereTheIntroducerIsMeant)
{
    auto id = open();
    prepare(id);
    auto given = act(ActKind::helper, "2024-12-25");
    given.act.official = true;
    given.who_name = "Vũ Văn Giúp";
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    must(Role::grassroots_office, id, committee(Matter::admission, "2024-11-20"));
    must(Role::deciding_office, id, about(act(ActKind::decision, "2024-12-10"), Matter::admission));
    must(Role::cell_secretary, id, act(ActKind::ceremony, "2024-12-20"));
    must(Role::cell_secretary, id, given);
    must(Role::cell_secretary, id, transfer(TransferStage::helping, "2025-01-10"));
    auto text = text_of(Role::grassroots_office, "GCN-XX", id);
    EXPECT_THAT(text, HasSubstr(cast::may().person.name));
    EXPECT_THAT(text, Not(HasSubstr("Vũ Văn Giúp")));
}

TEST_P(PaperKinds, AreOneForEachStageAtWhichADossierMoves)
{
    auto id = open();
    prepare(id);
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    must(Role::cell_secretary, id, transfer(TransferStage::voted, "2024-11-10"));
    auto codes = offered(id);
    EXPECT_THAT(codes, testing::Contains("CV-CHS1"));
    for (auto other : {"GCN-XX", "CV-CHS2", "CV-CHS3", "CV-CHS4"})
        EXPECT_THAT(codes, Not(testing::Contains(other)));
    EXPECT_THAT(text_of(Role::grassroots_office, "CV-CHS1", id), HasSubstr("03/11/2024"));
    // The letter bears the number of the committee: the cell does not draw from it.
    EXPECT_FALSE(make_paper(app(), actor(Role::cell_secretary), {.code = "CV-CHS1", .dossier = id}));
}

TEST_P(PaperKinds, TellADecisionThatWasWrongFromOneThatWasRemedied)
{
    auto id = open();
    admit(id);
    auto list = offered_papers(app(), actor(Role::deciding_office), id).value();
    auto line = std::ranges::find_if(list.of_dossier, [](const OfferedPaper& p) { return p.form->code == "9-KNĐ"; });
    ASSERT_NE(line, list.of_dossier.end());
    const auto wrong = line->act.value();
    auto cancelled = cancel_decision(app(), actor(Role::deciding_office),
                                     {.act = wrong,
                                      .on = day("2025-02-01"),
                                      .paper = {.number = "31-QĐ/HU", .on = {}, .issuer = {}},
                                      .reason = "Biểu quyết chưa đúng quy định"});
    ASSERT_TRUE(cancelled) << cancelled.error().message;
    auto text = text_of(Role::deciding_office, "QĐ-HUỶ", id);
    EXPECT_THAT(text, HasSubstr("huỷ quyết định kết nạp đảng viên không đúng quy định"));
    EXPECT_THAT(text, HasSubstr("Số 31-QĐ/HU"));
    EXPECT_THAT(text, HasSubstr("ngày 10/12/2024"));
    EXPECT_THAT(offered(id), testing::Contains("QĐ-HUỶ"));
    EXPECT_THAT(offered(id), Not(testing::Contains("QĐ-KP")));
}

TEST_P(PaperKinds, OfAReadmissionHaveADecisionOfTheirOwn)
{
    auto id = open();
    EXPECT_THAT(offered(id), testing::Contains("9-KNĐ"));
    EXPECT_THAT(offered(id), Not(testing::Contains("QĐ-KNL")));
    EXPECT_FALSE(make_paper(app(), actor(Role::deciding_office), {.code = "QĐ-KNL", .dossier = id}));
}

TEST_P(PaperKinds, OfAReadmissionSayThatItIsOne)
{
    Dossier wanted{.person = cast::song().person.id, .cell = cast::village_cell().id, .opened = day("2024-06-01")};
    wanted.readmission = Readmission{.left = day("2015-04-10"), .cause = LeavingCause::removed, .expunged = {}};
    auto opened = open_dossier(app(), actor(Role::deciding_office), wanted);
    ASSERT_TRUE(opened) << opened.error().message;
    for (auto code : {"3-KNĐ", "5-KNĐ", "6-KNĐ", "GM-CB", "BB-CB", "BB-KP", "GM-LKN", "CT-LKN"})
        EXPECT_THAT(text_of(Role::cell_secretary, code, *opened), HasSubstr("kết nạp lại")) << code;
    auto decision = text_of(Role::deciding_office, "QĐ-KNL", *opened);
    EXPECT_THAT(decision, HasSubstr("Kết nạp lần thứ nhất ngày 02/09/2008; ra khỏi Đảng ngày 10/04/2015"));
    EXPECT_THAT(text_of(Role::cell_secretary, "GM-LKN", *opened), HasSubstr("ngày ……/……/………"));
}

TEST_P(PaperKinds, OfAGrassrootsCellNameNoCommitteeOfItsOwn)
{
    auto left = cast::tre().events.back().on;
    Dossier wanted{.person = cast::tre().person.id, .cell = cast::museum_cell().id, .opened = day("2024-06-01")};
    wanted.readmission = Readmission{.left = left, .cause = LeavingCause::resigned, .expunged = {}};
    auto office = Actor::program("phusa");
    auto opened = open_dossier(app(), office, wanted);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_THAT(offered(*opened, office), Not(testing::Contains("8-KNĐ")));
    auto letter = make_paper(app(), office, {.code = "GT-TT", .dossier = *opened});
    ASSERT_TRUE(letter) << letter.error().message;
    auto xml = OfficeFile::read(letter->docx)->find("word/document.xml")->bytes;
    EXPECT_THAT(xml, HasSubstr("CHI BỘ"));
    EXPECT_THAT(xml, Not(HasSubstr("ĐẢNG UỶ")));
}

// An invitation goes out before the meeting, on a day that the act does not tell.
TEST_P(PaperKinds, LeaveTheDayOfAnInvitationToBeWritten)
{
    auto id = open();
    prepare(id);
    must(Role::cell_secretary, id, vote(Matter::admission, "2024-11-03", 8));
    auto text = text_of(Role::cell_secretary, "GM-CB", id);
    EXPECT_THAT(text, HasSubstr("ngày …… tháng …… năm ……"));
    EXPECT_THAT(text, HasSubstr("ngày 03/11/2024"));
    EXPECT_THAT(text, Not(HasSubstr("ngày 03 tháng 11 năm 2024")));
}

TEST_P(PaperKinds, WriteTheSignOfACertificateOnce)
{
    auto id = open();
    auto given = certificate(CertificateKind::awareness, "2024-06-20");
    given.paper.number = "17/CN-TTCT";
    must(Role::cell_secretary, id, given);
    EXPECT_THAT(text_of(Role::cell_secretary, "CN-NTVĐ", id), HasSubstr("Số 17/CN-TTCT"));
    EXPECT_THAT(text_of(Role::cell_secretary, "CN-NTVĐ", id), Not(HasSubstr("17/CN-TTCT/CN")));
}

class PaperNumbersTold : public PaperKinds
{
protected:
    const OrganisationId commune = cast::commune().id;
    Result<void> told(Role role, std::string type, int last, std::string term = "2020–2025")
    {
        return tell_numbers_given(app(), actor(role),
                                  {.body = commune, .type = std::move(type), .term = std::move(term), .last = last});
    }
    std::string number_of_letter(std::string_view on)
    {
        auto id = open();
        must(Role::grassroots_office, id, act(ActKind::verification, on));
        return make_paper(app(), actor(Role::grassroots_office), {.code = "CV-TT", .dossier = id})->made.number_text;
    }
};
ON_BOTH_REGISTERS(PaperNumbersTold);

TEST_P(PaperNumbersTold, GoOnBehindWhatWasGivenBefore)
{
    ASSERT_TRUE(told(Role::grassroots_office, "CV", 41));
    EXPECT_EQ(number_of_letter("2024-10-01"), "42-CV/ĐU");
    auto numbers = body_numbers(app(), actor(Role::grassroots_office), commune).value();
    ASSERT_EQ(numbers.series.size(), 1U);
    EXPECT_EQ(numbers.series[0].given, 41);
    EXPECT_EQ(numbers.series[0].next, 43);
    EXPECT_EQ(audit_of("paper_numbers.tell").size(), 1U);
}

TEST_P(PaperNumbersTold, AreTheWordOfTheOfficeOfThatBody)
{
    EXPECT_FALSE(told(Role::cell_secretary, "CV", 41));
    EXPECT_FALSE(told(Role::grassroots_office, "XX", 41));
    EXPECT_FALSE(told(Role::grassroots_office, "CV", 41, "1990–1995"));
    EXPECT_FALSE(told(Role::grassroots_office, "CV", -1));
}

TEST_P(PaperNumbersTold, BeginAgainWithATermOfTheBodysOwn)
{
    auto office = actor(Role::grassroots_office);
    EXPECT_FALSE(tell_term(app(), office, commune, {.name = "khoá mới", .from = day("2024-09-01")}));
    ASSERT_TRUE(told(Role::grassroots_office, "CV", 41));
    ASSERT_TRUE(tell_term(app(), office, commune, {.name = "2024 - 2029", .from = day("2024-09-01")}));
    EXPECT_EQ(number_of_letter("2024-10-01"), "01-CV/ĐU");
    auto refused = forget_term(app(), office, commune, "2024–2029");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Problem::Kind::refused);
}

} // namespace

} // namespace phusa
