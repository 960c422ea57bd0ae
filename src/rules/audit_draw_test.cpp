#include "base/case_file.hpp"
#include "rules/audit_draw.hpp"
#include "rules/audit_risk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

namespace phusa
{

namespace
{

// "2/22:10": unit, dossier, tickets.
AuditLot lot_in(const std::string& text)
{
    std::istringstream in(text);
    char mark = 0;
    std::int64_t unit = 0, dossier = 0;
    int tickets = 0;
    in >> unit >> mark >> dossier >> mark >> tickets;
    return {.dossier = DossierId(dossier), .cell = {}, .unit = OrganisationId(unit), .tickets = tickets, .marks = {}};
}

std::vector<AuditLot> lots_in(const std::string& text)
{
    std::vector<AuditLot> lots;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        lots.push_back(lot_in(word));
    return lots;
}

std::string drawn_in_words(const std::vector<AuditLot>& lots, int share, std::int64_t seed)
{
    std::set<std::int64_t> dossiers;
    for (auto place : draw_lots(lots, share, seed))
        dossiers.insert(lots[place].dossier.value);
    std::string words;
    for (auto dossier : dossiers)
        words += (words.empty() ? "" : " ") + std::to_string(dossier);
    return words;
}

TEST(AuditDraw, TheTableOfTheOfficeHolds)
{
    for (const auto& row : case_rows("tests/audit_rounds/draw.case")) {
        if (row.cell(0) == "so")
            EXPECT_EQ(drawn_of(std::stoi(row.cell(1)), std::stoi(row.cell(2))), std::stoi(row.cell(3))) << row.place;
        else if (row.cell(0) == "ve")
            EXPECT_EQ(tickets_for(risk_marks(row.cell(1)), shipped_audit_rules()), std::stoi(row.cell(2))) << row.place;
        else
            EXPECT_EQ(drawn_in_words(lots_in(row.cell(3)), std::stoi(row.cell(2)), std::stoll(row.cell(1))),
                      row.cell(4))
                << row.place;
    }
}

// A register of some units with dossiers of one to thirty tickets.
std::vector<AuditLot> some_lots(std::mt19937& random)
{
    std::vector<AuditLot> lots;
    auto units = 1 + random() % 12;
    for (std::uint32_t unit = 1; unit <= units; ++unit)
        for (auto left = random() % 60; left > 0; --left)
            lots.push_back({.dossier = DossierId(static_cast<std::int64_t>(lots.size()) + 1),
                            .cell = OrganisationId(100 + static_cast<std::int64_t>(random() % 9)),
                            .unit = OrganisationId(unit),
                            .tickets = 1 + static_cast<int>(random() % 30),
                            .marks = {}});
    return lots;
}

TEST(AuditDraw, IsTheSameAgainWhateverTheOrder)
{
    std::mt19937 random(1);
    for (int round = 0; round < 50; ++round) {
        auto lots = some_lots(random);
        auto seed = static_cast<std::int64_t>(random());
        auto drawn = drawn_in_words(lots, 7, seed);
        EXPECT_EQ(drawn, drawn_in_words(lots, 7, seed));
        std::ranges::shuffle(lots, random);
        EXPECT_EQ(drawn, drawn_in_words(lots, 7, seed));
    }
}

TEST(AuditDraw, EveryUnitGivesItsShareRoundedUpAndNobodyTwice)
{
    std::mt19937 random(2);
    for (int round = 0; round < 100; ++round) {
        auto lots = some_lots(random);
        int share = 5 + static_cast<int>(random() % 6);
        std::map<OrganisationId, int> there, drawn;
        for (const auto& lot : lots)
            ++there[lot.unit];
        auto places = draw_lots(lots, share, static_cast<std::int64_t>(random()));
        EXPECT_EQ(std::set(places.begin(), places.end()).size(), places.size());
        for (auto place : places)
            ++drawn[lots[place].unit];
        for (auto [unit, count] : there) {
            EXPECT_GE(drawn[unit], 1);
            EXPECT_GE(drawn[unit] * 100, count * share);
            EXPECT_LT((drawn[unit] - 1) * 100, count * share);
        }
    }
}

TEST(AuditDraw, MoreTicketsAreDrawnMoreOften)
{
    std::vector<AuditLot> lots;
    for (int i = 0; i < 20; ++i)
        lots.push_back({.dossier = DossierId(i + 1),
                        .cell = {},
                        .unit = OrganisationId(1),
                        .tickets = i == 7 ? 10 : 1,
                        .marks = {}});
    int risky = 0;
    constexpr int seeds = 2000;
    for (int seed = 0; seed < seeds; ++seed)
        risky += draw_lots(lots, 5, seed).front() == 7 ? 1 : 0;
    EXPECT_NEAR(static_cast<double>(risky) / seeds, 10.0 / 29, 0.04);
}

TEST(AuditRisk, StepsQuickerThanCustomaryAreCounted)
{
    Case of;
    auto add = [&](ActKind kind, std::string_view on) {
        Act act;
        act.kind = kind;
        act.on = *Date::from_iso(on);
        if (kind == ActKind::cell_vote)
            act.about = Matter::admission;
        of.acts.push_back(act);
    };
    add(ActKind::application, "2026-03-01");
    add(ActKind::declaration, "2026-03-02");
    add(ActKind::verification, "2026-03-08");
    add(ActKind::cell_vote, "2026-03-31");
    const auto& intervals = shipped_audit_rules().intervals;
    // 30 days from the application are customary, 6 for the verification are not.
    EXPECT_EQ(short_intervals(of, intervals, *Date::from_iso("2026-04-01")), 1);
    of.acts.back().on = *Date::from_iso("2026-03-30");
    EXPECT_EQ(short_intervals(of, intervals, *Date::from_iso("2026-04-01")), 2);
    EXPECT_EQ(short_intervals(of, intervals, *Date::from_iso("2026-03-29")), 1);
}

TEST(AuditRules, MistakesAreNamed)
{
    auto message = [](std::string_view toml) { return parse_audit_rules(toml).error().message; };
    EXPECT_EQ(message("confidence = \"custom\"\nshare = 7"), "audit_faults.toml, share: không có mục này");
    EXPECT_EQ(message("confidence = \"S\""),
              "audit_faults.toml, confidence: chỉ nhận custom: đây là nếp làm việc, không phải quy định");
    for (auto reason : all_risk_reasons())
        EXPECT_NE(std::ranges::find(shipped_audit_rules().risks, reason, &AuditRules::Risk::reason),
                  shipped_audit_rules().risks.end())
            << key_of(reason);
}

} // namespace

} // namespace phusa
