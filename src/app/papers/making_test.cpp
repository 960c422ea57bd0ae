#include "app/dossiers/acts.hpp"
#include "app/dossiers/opening.hpp"
#include "app/papers/making.hpp"
#include "app/papers/offered.hpp"
#include "app/papers/templates.hpp"
#include "app/people_test.hpp"
#include "documents/docx_filler.hpp"
#include "documents/office_file.hpp"

#include <gmock/gmock.h>

namespace phusa
{

namespace
{

using testing::HasSubstr;
using testing::Not;

Date day(std::string_view iso) { return *Date::from_iso(iso); }

class PaperMaking : public PeopleTest
{
protected:
    DossierId open()
    {
        Dossier wanted{.person = cast::sen().person.id, .cell = cast::village_cell().id, .opened = day("2024-06-01")};
        wanted.youth_union_member = true;
        return open_dossier(app(), actor(Role::cell_secretary), wanted).value();
    }
    RecordedActId does(Role role, DossierId id, ActKind kind, std::string_view on, std::string number = {})
    {
        RecordedAct act;
        act.act.kind = kind;
        act.act.on = day(on);
        act.paper.number = std::move(number);
        auto done = record_act(app(), actor(role), id, act);
        EXPECT_TRUE(done) << done.error().message;
        return done->id;
    }
    PaperFile made(Role role, std::string code, DossierId id)
    {
        auto paper = make_paper(app(), actor(role), {.code = std::move(code), .dossier = id});
        EXPECT_TRUE(paper) << paper.error().message;
        return std::move(paper).value_or(PaperFile{});
    }
    static std::string text_of(const PaperFile& paper)
    {
        return OfficeFile::read(paper.docx)->find("word/document.xml")->bytes;
    }
};
ON_BOTH_REGISTERS(PaperMaking);

TEST_P(PaperMaking, SaysWhatTheDossierKnowsAndLeavesTheRestToWrite)
{
    auto id = open();
    auto paper = made(Role::cell_secretary, "6-knd", id);
    auto text = text_of(paper);
    EXPECT_THAT(text, HasSubstr("NGHỊ QUYẾT"));
    EXPECT_THAT(text, HasSubstr(cast::sen().person.name));
    EXPECT_THAT(text, HasSubstr("CHI BỘ THÔN ĐẦU LÀNG"));
    EXPECT_THAT(text, HasSubstr("……-NQ/CB"));
    EXPECT_THAT(text, Not(HasSubstr("{{")));
    EXPECT_THAT(paper.missing, testing::Contains("tan_thanh"));
    EXPECT_EQ(paper.made.set, "38-2025");
    EXPECT_EQ(paper.made.number, 0);
}

TEST_P(PaperMaking, TakesTheSetOfTheDayOfTheAct)
{
    auto id = open();
    does(Role::cell_secretary, id, ActKind::application, "2024-08-01");
    EXPECT_EQ(made(Role::cell_secretary, "1-KNĐ", id).made.set, "2022");
}

TEST_P(PaperMaking, GivesANumberOnceItsActIsRecordedAndKeepsIt)
{
    auto id = open();
    does(Role::grassroots_office, id, ActKind::verification, "2024-10-01");
    auto letter = made(Role::grassroots_office, "CV-TT", id);
    EXPECT_EQ(letter.made.number_text, "01-CV/ĐU");
    EXPECT_THAT(text_of(letter), HasSubstr("Số 01-CV/ĐU"));
    EXPECT_EQ(made(Role::grassroots_office, "CV-TT", id).made.number_text, "01-CV/ĐU");
    EXPECT_EQ(made(Role::grassroots_office, "GT-TT", id).made.number_text, "01-GT/ĐU");
}

TEST_P(PaperMaking, ANumberThatIsTakenBackIsGivenAgain)
{
    auto id = open();
    does(Role::grassroots_office, id, ActKind::verification, "2024-10-01");
    auto first = made(Role::grassroots_office, "CV-TT", id);
    does(Role::grassroots_office, id, ActKind::verification, "2024-10-02");
    EXPECT_EQ(made(Role::grassroots_office, "CV-TT", id).made.number, 2);
    ASSERT_TRUE(withdraw_paper(app(), actor(Role::grassroots_office), first.made.id));
    does(Role::grassroots_office, id, ActKind::verification, "2024-10-03");
    EXPECT_EQ(made(Role::grassroots_office, "CV-TT", id).made.number, 1);
}

TEST_P(PaperMaking, IsForWhoeverMayRecordTheAct)
{
    auto id = open();
    auto refused = make_paper(app(), actor(Role::cell_secretary), {.code = "9-KNĐ", .dossier = id});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Problem::Kind::refused);
    auto looked = make_paper(app(), actor(Role::auditor), {.code = "6-KNĐ", .dossier = id});
    EXPECT_FALSE(looked);
    auto nobody = make_paper(app(), actor(Role::mass_organisation), {.code = "6-KNĐ", .dossier = id});
    EXPECT_FALSE(nobody);
}

TEST_P(PaperMaking, IsInTheAuditLogWithItsHash)
{
    auto paper = made(Role::cell_secretary, "6-KNĐ", open());
    auto rows = audit_of("paper.make");
    ASSERT_EQ(rows.size(), 1U);
    auto offered = offered_papers(app(), actor(Role::cell_secretary), paper.made.dossier).value();
    auto line = std::ranges::find_if(offered.of_dossier, [](const OfferedPaper& p) { return p.form->code == "6-KNĐ"; });
    ASSERT_NE(line, offered.of_dossier.end());
    ASSERT_TRUE(line->made);
    EXPECT_EQ(line->made->sha256, paper.made.sha256);
}

TEST_P(PaperMaking, UsesTheTemplateOfTheNearestUnitAndKeepsOldOnes)
{
    auto id = open();
    auto own = template_file(app(), actor(Role::deciding_office), "6-KNĐ", "38-2025", 0).value();
    auto file = OfficeFile::read(own.bytes).value();
    for (auto& part : file.parts())
        if (part.name == "word/document.xml")
            part.bytes.insert(part.bytes.find("<w:body>") + 8,
                              "<w:p><w:r><w:t>Mẫu của huyện {{ho_ten}} {{khong_co}}</w:t></w:r></w:p>");
    NewTemplate wanted{.code = "6-KNĐ",
                       .set = "38-2025",
                       .owner = cast::district().id,
                       .file_name = "6-KNĐ huyện.docx",
                       .note = {},
                       .docx = file.written()};
    EXPECT_FALSE(send_template(app(), actor(Role::cell_secretary), wanted));
    auto check = send_template(app(), actor(Role::deciding_office), wanted);
    ASSERT_TRUE(check) << check.error().message;
    EXPECT_THAT(check->unknown, testing::ElementsAre("khong_co"));
    auto paper = made(Role::cell_secretary, "6-KNĐ", id);
    EXPECT_THAT(text_of(paper), HasSubstr("Mẫu của huyện " + cast::sen().person.name));
    EXPECT_GT(paper.made.template_version, 0);
    ASSERT_TRUE(send_template(app(), actor(Role::deciding_office), wanted));
    EXPECT_GT(made(Role::cell_secretary, "6-KNĐ", id).made.template_version, paper.made.template_version);
    auto old = template_file(app(), actor(Role::deciding_office), "6-KNĐ", "38-2025", paper.made.template_version);
    ASSERT_TRUE(old);
    EXPECT_EQ(old->bytes, wanted.docx);
}

TEST_P(PaperMaking, RefusesATemplateThatIsNotWhole)
{
    OfficeFile file;
    file.add("word/document.xml",
             R"(<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{{#ho_ten}}</w:t></w:r></w:p></w:body></w:document>)");
    auto sent = send_template(app(), actor(Role::deciding_office),
                              {.code = "6-KNĐ",
                               .set = "38-2025",
                               .owner = cast::district().id,
                               .file_name = "x.docx",
                               .note = {},
                               .docx = file.written()});
    ASSERT_FALSE(sent);
    EXPECT_THAT(sent.error().message, HasSubstr("ho_ten"));
}

} // namespace

} // namespace phusa
