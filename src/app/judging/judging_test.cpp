#include "app/judging/case_json.hpp"
#include "app/judging/judging.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace phusa
{

namespace
{

const std::string person = R"("person": {"born": "2000-05-12", "citizenship": "VN", "education": "lower_secondary",
    "area": "ordinary", "village_elder": false, "youth_union_member": true, "youth_union_available": true,
    "readmission": null})";

std::string file_with(const std::string& acts) { return "{" + person + ", \"acts\": [" + acts + "]}"; }

std::string message_of(const std::string& json)
{
    auto read = read_cases(json);
    return read ? "no problem" : read.error().message;
}

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

} // namespace

TEST(CaseJson, reads_every_key_of_every_act)
{
    auto file = read_cases(file_with(R"(
        {"act": "certificate", "on": "2024-03-01", "kind": "new_member"},
        {"act": "consent", "on": "2024-03-02", "kind": "village_elder"},
        {"act": "introduction", "on": "2025-03-05", "by": "member", "official": true, "shared_months": 14, "replaces": true},
        {"act": "cell_vote", "on": "2025-04-03", "about": "removal", "official": 15, "excluded": 1, "present": 13, "for": 11, "against": 2},
        {"act": "committee_vote", "on": "2025-04-20", "about": "admission", "members": 15, "for": 13, "decides": true},
        {"act": "decision", "on": "2025-05-05", "about": "recognition", "received": "2025-05-12"},
        {"act": "appraisal", "on": "2025-04-10", "about": "admission"},
        {"act": "extension", "on": "2025-04-11", "about": "admission"},
        {"act": "helper", "on": "2025-05-19", "official": true},
        {"act": "transfer", "on": "2025-05-20", "stage": "sent"},
        {"act": "redo", "on": "2025-05-21", "about": "admission"}, {"act": "redo", "on": "2025-05-22"},
        {"act": "removal", "on": "2025-05-23"})"));
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->cases.size(), 1U);
    EXPECT_FALSE(file->is_array);
    const auto& acts = file->cases[0].acts;
    ASSERT_EQ(acts.size(), 13U);
    EXPECT_EQ(acts[0].certificate, CertificateKind::new_member);
    EXPECT_EQ(acts[1].consent, ConsentKind::village_elder);
    EXPECT_TRUE(acts[2].official && acts[2].replaces);
    EXPECT_EQ(acts[2].shared_months, 14);
    EXPECT_EQ(acts[3].cell, (CellBallot{.official = 15, .excluded = 1, .present = 13, .in_favour = 11, .against = 2}));
    EXPECT_EQ(acts[4].committee, (CommitteeBallot{.members = 15, .in_favour = 13, .decides = true}));
    EXPECT_EQ(acts[5].received, day("2025-05-12"));
    EXPECT_EQ(acts[9].stage, TransferStage::sent);
    EXPECT_EQ(acts[10].about, Matter::admission);
    EXPECT_FALSE(acts[11].about);
}

TEST(CaseJson, what_may_be_left_out_has_a_default)
{
    auto file = read_cases(R"([{"person": {"born": "1980-01-02", "citizenship": "LA", "education": "primary",
        "area": "disadvantaged", "youth_union_member": false, "youth_union_available": false,
        "readmission": {"left": "2015-01-01", "cause": "hardship"}}, "acts": [
        {"act": "cell_vote", "on": "2025-04-03", "about": "admission", "official": 3, "present": 3, "for": 3, "against": 0},
        {"act": "introduction", "on": "2025-03-05", "by": "trade_union"}, {"act": "helper", "on": "2025-05-19"}]}])");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_TRUE(file->is_array);
    const auto& read = file->cases[0];
    EXPECT_FALSE(read.person.is_citizen || read.person.village_elder || read.grassroots_cell);
    EXPECT_EQ(read.person.readmission->times, 1);
    EXPECT_FALSE(read.person.readmission->expunged);
    EXPECT_EQ(read.acts[0].cell.excluded, 0);
    EXPECT_FALSE(read.acts[1].official || read.acts[2].official);
}

TEST(CaseJson, names_what_cannot_be_read)
{
    struct {
        std::string json, message;
    } const rows[] = {
        {file_with(R"({"act": "baptism", "on": "2025-01-01"})"), "acts[0].act: không biết giá trị “baptism”"},
        {file_with(R"({"act": "ceremony"})"), "acts[0].on: thiếu"},
        {file_with(R"({"act": "ceremony", "on": "2025-02-30"})"),
         "acts[0].on: “2025-02-30” không phải là ngày; hãy ghi như 2025-04-03"},
        {file_with(R"({"act": "ceremony", "on": 20250201})"), "acts[0].on: phải là chuỗi ký tự"},
        {file_with(R"({"act": "ceremony", "on": "2025-02-03", "about": "admission"})"),
         "acts[0].about: không có mục này"},
        {file_with(R"({"act": "decision", "on": "2025-02-03"})"), "acts[0].about: thiếu"},
        {file_with(R"({"act": "decision", "on": "2025-02-03", "about": "both"})"),
         "acts[0].about: không biết giá trị “both”"},
        {file_with(R"({"act": "committee_vote", "on": "2025-02-03", "about": "admission", "members": 9.5, "for": 9})"),
         "acts[0].members: phải là số nguyên"},
        {file_with(R"({"act": "committee_vote", "on": "2025-02-03", "about": "admission", "members": 9, "for": "9"})"),
         "acts[0].for: phải là số nguyên"},
        {file_with("7"), "acts[0]: phải là một đối tượng JSON {…}"},
        {"{" + person + R"(, "acts": {}})", "acts: phải là một danh sách […]"},
        {"{" + person + "}", "acts: thiếu"},
        {R"({"acts": []})", "person: thiếu"},
        {"{" + person + R"(, "acts": [], "note": ""})", "note: không có mục này"},
        {"{" + person + R"(, "acts": [], "grassroots_cell": 1})", "grassroots_cell: phải là true hoặc false"},
        {"7", "hồ sơ: phải là một đối tượng JSON {…}"},
        {"{\n\n\"person\": }", "dòng 3: không phải là JSON hợp lệ; hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy"},
        {"", "dòng 1: không phải là JSON hợp lệ; hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy"},
        {"{} {}", "dòng 1: không phải là JSON hợp lệ; hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(message_of(row.json), row.message);
}

TEST(CaseJson, one_unreadable_case_refuses_all_and_says_which)
{
    auto good = file_with("");
    EXPECT_EQ(message_of("[" + good + "," + file_with(R"({"act": "redo"})") + "]"), "hồ sơ thứ 2: acts[0].on: thiếu");
    EXPECT_EQ(message_of("[" + good + "," + good + "]"), "no problem");
}

TEST(CaseJson, reads_acts_alone)
{
    auto one = read_acts(R"({"act": "ceremony", "on": "2025-05-19"})");
    ASSERT_TRUE(one);
    EXPECT_EQ(one->size(), 1U);
    auto two = read_acts(R"([{"act": "ceremony", "on": "2025-05-19"}, {"act": "opinions", "on": "2025-05-19"}])");
    ASSERT_TRUE(two);
    EXPECT_EQ(two->size(), 2U);
    EXPECT_FALSE(read_acts(R"([{"act": "ceremony"}])"));
}

TEST(JudgeJson, answers_in_the_form_of_the_design)
{
    auto answer = judge_json(file_with(R"({"act": "cell_vote", "on": "2025-04-03", "about": "admission",
        "official": 15, "present": 13, "for": 9, "against": 4})"),
                             day("2025-05-01"));
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->is_blocked);
    EXPECT_TRUE(answer->text.starts_with(
        R"({"outcome":"blocked","findings":[{"rule":"youth_union.required","severity":"block",)"
        R"("act":0,"due":null,"regulation":"232-QĐ/TW","citation":)"))
        << answer->text;
    auto value = boost::json::parse(answer->text).as_object();
    EXPECT_TRUE(value["next"].as_array()[0].as_object().contains("blocked_by"));
    std::string keys;
    for (const auto& each : value["next"].as_array()[0].as_object())
        keys += std::string(each.key()) + " ";
    EXPECT_EQ(keys, "act about earliest latest blocked_by ");
}

TEST(JudgeJson, an_array_answers_an_array)
{
    EXPECT_EQ(judge_json("[]", day("2025-01-01"))->text, "[]");
    auto two = judge_json("[" + file_with("") + "," + file_with("") + "]", day("2025-01-01"));
    ASSERT_TRUE(two);
    EXPECT_FALSE(two->is_blocked);
    EXPECT_EQ(boost::json::parse(two->text).as_array().size(), 2U);
}

TEST(JudgeWords, say_what_is_wrong_by_which_numbers_and_what_to_do)
{
    auto answer = judge_in_words(file_with(R"({"act": "cell_vote", "on": "2025-04-03", "about": "admission",
        "official": 15, "present": 13, "for": 9, "against": 4})"),
                                 day("2025-05-01"));
    ASSERT_TRUE(answer);
    EXPECT_NE(answer->text.find("Tán thành 9/15 đảng viên chính thức được tính (có mặt 13), cần ít nhất 10."),
              std::string::npos)
        << answer->text;
    EXPECT_NE(answer->text.find("Căn cứ: khoản 3 Điều 4, Điều lệ Đảng"), std::string::npos);
    EXPECT_NE(answer->text.find("Trước nghị quyết chi bộ ngày 03/04/2025 chưa có đơn xin vào Đảng."),
              std::string::npos);
}

} // namespace phusa
