#include "app/import/dossier_rows.hpp"

#include "app/import/dossier_slots.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace phusa
{

namespace
{

constexpr std::string_view usual_reason = "Nhập từ hồ sơ giấy";

// A word of a closed list by its key or its title, with or without marks.
template<typename Enum>
std::optional<Enum> meant(std::string_view text, std::span<const Enum> all)
{
    auto folded = fold(text);
    for (auto each : all)
        if (folded == fold(title_of(each)) || text == key_of(each))
            return each;
    return std::nullopt;
}

constexpr ConsentKind consents[] = {ConsentKind::over_60, ConsentKind::village_elder, ConsentKind::readmission};
constexpr LeavingCause causes[] = {
    LeavingCause::removed,       LeavingCause::resigned,          LeavingCause::hardship,
    LeavingCause::abandoned,     LeavingCause::disunity,          LeavingCause::corruption,
    LeavingCause::serious_crime, LeavingCause::expunged_sentence, LeavingCause::population};

// Of what a dossier says beside its acts.
constexpr std::string_view fact_keys[] = {
    "opened", "is_citizen", "disadvantaged", "village_elder", "youth_union_member", "youth_union_available",
    "left",   "regimes"};

class Reader
{
public:
    Reader(RowReader& row, const PersonRow& person, Date today) : row_(row), person_(person), today_(today) {}

    DossierRow read()
    {
        read_acts();
        date_what_has_no_day();
        std::erase_if(read_.acts, [](const RowAct& act) { return act.column == no_column; });
        read_facts();
        read_readmission();
        read_regimes();
        read_closing();
        read_.past_reason = text("past_reason");
        if (read_.past_reason.empty())
            read_.past_reason = usual_reason;
        for (auto key : fact_keys)
            if (row_.is_given(column(key)))
                read_.given.push_back(key);
        if (row_.count(column("other_acts")).value_or(0) > 0)
            row_.warn(column("other_acts"),
                      "Hồ sơ gốc còn việc khác không ghi được trong bảng (làm lại, lần biểu quyết "
                      "trước, huỷ quyết định…). Hãy ghi bổ sung trong hồ sơ.");
        check_facts();
        return std::move(read_);
    }

private:
    static constexpr auto no_column = static_cast<std::size_t>(-1);

    std::size_t column(std::string_view key) const { return row_.layout().column(key); }
    std::string text(std::string_view key) { return row_.text(column(key)); }
    int count(std::optional<std::size_t> column) { return column ? row_.count(*column).value_or(0) : 0; }
    bool flag(std::optional<std::size_t> column) { return column && row_.yes_no(*column).value_or(false); }
    std::string text(std::optional<std::size_t> column) { return column ? row_.text(*column) : std::string(); }

    void read_acts()
    {
        auto columns = dossier_slot_columns();
        for (std::size_t slot = 0; slot < columns.size(); ++slot)
            if (std::ranges::any_of(columns[slot].all(), [&](std::size_t each) { return row_.is_given(each); }))
                read_act(slot, columns[slot]);
    }

    void read_act(std::size_t place, const SlotColumns& columns)
    {
        const auto& slot = dossier_slots()[place];
        RowAct read{.act = {}, .slot = place, .column = *columns.on};
        auto& act = read.act.act;
        act.kind = slot.kind;
        if (slot.kind != ActKind::opinions)
            act.about = slot.about;
        act.certificate = slot.certificate;
        act.by = slot.by;
        act.official = flag(columns.is_official);
        act.shared_months = count(columns.months);
        act.received = columns.received ? row_.day(*columns.received) : std::nullopt;
        read.act.who_name = columns.name ? row_.name(*columns.name) : std::string();
        read.act.paper.number = text(columns.number);
        read.act.paper.issuer = text(columns.issuer);
        if (slot.kind == ActKind::consent)
            read_consent(columns, act);
        if (slot.kind == ActKind::cell_vote)
            read_ballot(columns, act.cell);
        if (slot.kind == ActKind::committee_vote)
            read_ballot(columns, act.committee);
        bool had_day = row_.is_given(*columns.on);
        if (auto on = row_.day(*columns.on)) {
            act.on = *on;
            check_act(read);
        } else if (may_lack_day(slot) && !had_day) {
            undated_.push_back(read_.acts.size());
        } else if (!had_day) {
            row_.missing(*columns.on);
        }
        read_.acts.push_back(std::move(read));
    }

    static bool may_lack_day(const DossierSlot& slot)
    {
        return slot.kind == ActKind::helper || (slot.kind == ActKind::introduction && slot.by == Introducer::member);
    }

    void read_consent(const SlotColumns& columns, Act& act)
    {
        auto words = text(columns.kind);
        if (auto kind = meant<ConsentKind>(words, consents))
            act.consent = *kind;
        else
            row_.wrong(*columns.kind,
                       "Không rõ văn bản đồng ý về việc gì. Hãy ghi một trong: Đồng ý kết nạp người trên "
                       "60 tuổi; Đồng ý kết nạp già làng, trưởng bản, người có uy tín; Đồng ý kết nạp "
                       "lại.");
    }

    // What minutes often leave out follows from the rest.
    void read_ballot(const SlotColumns& columns, CellBallot& ballot)
    {
        for (auto needed : {*columns.official, *columns.in_favour})
            if (!row_.is_given(needed))
                row_.missing(needed);
        ballot.official = count(columns.official);
        ballot.excluded = count(columns.excluded);
        ballot.in_favour = count(columns.in_favour);
        ballot.against = count(columns.against);
        ballot.present = count(columns.present);
        if (!row_.is_given(*columns.present))
            ballot.present = ballot.in_favour + ballot.against;
        else if (!row_.is_given(*columns.against) && ballot.present >= ballot.in_favour)
            ballot.against = ballot.present - ballot.in_favour;
    }

    void read_ballot(const SlotColumns& columns, CommitteeBallot& ballot)
    {
        for (auto needed : {*columns.members, *columns.in_favour})
            if (!row_.is_given(needed))
                row_.missing(needed);
        ballot = {
            .members = count(columns.members), .in_favour = count(columns.in_favour), .decides = flag(columns.decides)};
    }

    void check_act(const RowAct& read)
    {
        if (auto sound = check(read.act, today_); !sound)
            row_.wrong(read.column, sound.error().message);
        else if (read.act.act.on < person_.person.born.first())
            row_.wrong(read.column, "Ngày này trước ngày sinh. Hãy xem lại hai ngày.");
    }

    std::optional<Date> day_of(std::initializer_list<std::string_view> prefixes) const
    {
        for (auto prefix : prefixes)
            for (const auto& act : read_.acts)
                if (dossier_slots()[act.slot].prefix == prefix && row_.is_given(act.column))
                    return act.act.act.on;
        return std::nullopt;
    }

    // Old books name introducers and helpers without a day: then it is that of the act beside it.
    void date_what_has_no_day()
    {
        for (auto place : undated_) {
            auto& act = read_.acts[place];
            bool is_helper = act.act.act.kind == ActKind::helper;
            auto day = is_helper ? day_of({"ceremony"}) : day_of({"youth_union", "opinions", "cell_vote"});
            if (!day) {
                row_.missing(act.column);
                act.column = no_column;
                continue;
            }
            act.act.act.on = *day;
            if (!is_helper)
                row_.warn(act.column, fmt::format("Không ghi ngày giới thiệu: lấy ngày {}. Hãy bổ sung ngày đúng khi "
                                                  "tìm được giấy.",
                                                  day->vietnamese()));
        }
    }

    void read_facts()
    {
        auto& facts = read_.facts;
        facts.cell = person_.person.cell;
        auto opened = row_.day(column("opened"));
        facts.opened = opened.value_or(today_);
        if (!opened)
            for (const auto& act : read_.acts)
                facts.opened = std::min(facts.opened, act.act.act.on);
        facts.is_citizen = row_.yes_no(column("is_citizen")).value_or(true);
        facts.area = row_.yes_no(column("disadvantaged")).value_or(false) ? Area::disadvantaged : Area::ordinary;
        facts.village_elder = row_.yes_no(column("village_elder")).value_or(false);
        facts.youth_union_member = row_.yes_no(column("youth_union_member")).value_or(false);
        facts.youth_union_available = row_.yes_no(column("youth_union_available")).value_or(true);
    }

    void read_readmission()
    {
        auto left = row_.day(column("left"));
        auto cause = text("left_cause");
        auto expunged = row_.day(column("expunged"));
        auto times = row_.count(column("times"));
        if (!left && cause.empty() && !expunged && !times)
            return;
        if (!left && !row_.is_given(column("left")))
            row_.missing(column("left"));
        auto known = meant<LeavingCause>(cause, causes);
        if (!known)
            row_.wrong(column("left_cause"), "Không rõ lý do ra khỏi Đảng. Hãy ghi đúng như tệp mẫu.");
        if (left && known)
            read_.facts.readmission =
                Readmission{.left = *left, .cause = *known, .expunged = expunged, .times = times.value_or(1)};
    }

    // "Người theo tôn giáo: 12-CV/TU; Người Hoa": each with the number of its paper, where there is one.
    void read_regimes()
    {
        auto all = all_special_regimes();
        auto rest = text("regimes");
        while (!rest.empty()) {
            auto end = rest.find(';');
            auto piece = clean_text(rest.substr(0, end));
            rest = end == std::string::npos ? std::string() : rest.substr(end + 1);
            if (piece.empty())
                continue;
            auto colon = piece.find(':');
            auto known = meant<SpecialRegime>(clean_text(piece.substr(0, colon)), all);
            if (!known) {
                row_.wrong(column("regimes"),
                           "Không rõ trường hợp nào. Hãy ghi đúng như tệp mẫu, cách nhau bằng dấu ;");
                return;
            }
            auto number = colon == std::string::npos ? std::string() : clean_text(piece.substr(colon + 1));
            read_.facts.regimes.push_back({.regime = *known, .consent = {.number = std::move(number), .on = {}}});
        }
    }

    void read_closing()
    {
        auto on = row_.day(column("closed_on"));
        auto words = text("closing_cause");
        if (!on && words.empty())
            return;
        if (!on && !row_.is_given(column("closed_on")))
            row_.missing(column("closed_on"));
        auto all = all_closing_causes();
        auto cause = meant<ClosingCause>(words, all);
        if (!cause)
            row_.wrong(column("closing_cause"), "Không rõ lý do đóng hồ sơ. Hãy ghi một trong: Người xin vào Đảng rút "
                                                "đơn; Từ trần; Chuyển ra ngoài đảng bộ; Lập nhầm.");
        if (on && cause)
            read_.facts.closed = Closing{.on = *on, .cause = *cause, .note = text("closing_note")};
    }

    void check_facts()
    {
        auto facts = read_.facts;
        facts.person = PersonId(1); // not known yet, but there will be one
        if (!facts.cell)
            return; // said already
        if (auto sound = check(facts, today_); !sound)
            row_.wrong(sound.error());
    }

    RowReader& row_;
    const PersonRow& person_;
    Date today_;
    DossierRow read_;
    std::vector<std::size_t> undated_;
};

} // namespace

bool DossierRow::has(ActKind kind) const
{
    return std::ranges::any_of(acts, [&](const RowAct& act) { return act.act.act.kind == kind; });
}

DossierRow read_dossier(RowReader& row, const PersonRow& person, Date today)
{
    return Reader(row, person, today).read();
}

} // namespace phusa
