#include "app/demo/life.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace phusa::demo
{

namespace
{

using Kind = MembershipEventKind;

// Of a thousand people of an age, how many die within a year; one entry for each ten years.
constexpr std::array<double, 11> deaths_a_thousand = {1, 1, 0.6, 0.9, 1.8, 4.5, 11, 30, 85, 210, 400};

constexpr std::array<std::string_view, 8> other_provinces = {
    "Thành phố Hà Nội", "Thành phố Hải Phòng", "Thành phố Hồ Chí Minh", "Tỉnh Nam Định",
    "Tỉnh Quảng Ninh",  "Tỉnh Bắc Ninh",       "Tỉnh Bình Dương",       "Tỉnh Đồng Nai"};

class Story
{
public:
    Story(std::uint64_t seed, const Structure& structure, const Homes& homes, const Newcomer& who, Date as_of)
        : structure_(structure), homes_(homes), who_(who), as_of_(as_of), random_(seed, "life", who.number),
          restoration_(seed, "restoration", who.number),
          home_(homes.commune_of(structure.cell(who.cell), Random(seed, "home", who.number)))
    {
        life_.stays.push_back({.first = who.counted_on, .cell = who.cell});
    }

    Life tell()
    {
        for (int year = who_.counted_on.year(); year <= as_of_.year() && !over_; ++year)
            live_through(year);
        return std::move(life_);
    }

private:
    // What may happen, in the order of the days on which it would.
    enum class Step { recognise, reorganise, retire, chance };

    void live_through(int year)
    {
        auto chance_day = *Date::of(year, random_.between(1, 12), random_.between(1, 28));
        auto dice = random_.unit();
        auto extra = random_.unit();
        std::array<std::pair<Date, Step>, 4> steps{{{who_.counted_on.plus_months(12), Step::recognise},
                                                    {reorganisation_day(), Step::reorganise},
                                                    {retirement_day(), Step::retire},
                                                    {chance_day, Step::chance}}};
        std::ranges::sort(steps);
        for (auto [on, step] : steps) {
            if (on.year() != year || on <= who_.counted_on || over_)
                continue;
            leave_ended_cell(std::min(on, as_of_));
            if (on <= as_of_ && !over_)
                take(step, on, dice, extra);
        }
        leave_ended_cell(std::min(*Date::of(year, 12, 31), as_of_));
    }

    void take(Step step, Date on, double dice, double extra)
    {
        switch (step) {
        case Step::recognise:
            return recognise_or_remove(on);
        case Step::reorganise:
            return note_new_office(on);
        case Step::retire:
            return retire(on);
        case Step::chance:
            return take_chance(on, dice, extra);
        }
    }

    const Cell& cell() const { return structure_.cell(life_.stays.back().cell); }
    int age_years(Date on) const
    {
        int months = (on.year() - who_.counted_on.year()) * 12 + on.month() - who_.counted_on.month();
        return (who_.age_months + months) / 12;
    }
    Date retirement_day() const
    {
        int at_years = who_.sex == Sex::female ? 56 : 61;
        return Date::of(who_.counted_on.year(), who_.counted_on.month(), 1)
            ->plus_months(at_years * 12 - who_.age_months);
    }

    MembershipEvent& add(Kind kind, Date on)
    {
        MembershipEvent event;
        event.kind = kind;
        event.on = on;
        return life_.events.emplace_back(std::move(event));
    }
    void end(Kind kind, Date on)
    {
        add(kind, on);
        over_ = true;
        if (official_ && (kind == Kind::expelled || kind == Kind::removed))
            restore_some(on);
    }
    // Of a few the decision is set aside after a year or two; they come back to where they were, or to what their cell
    // has become.
    void restore_some(Date ended)
    {
        auto on = ended.plus_days(restoration_.between(200, 800));
        if (!restoration_.chance(0.06) || away_ || on > as_of_)
            return;
        add(Kind::restored, on);
        while (cell().until && *cell().until <= as_of_) {
            auto day = std::max(*cell().until, on);
            auto to = cell().successor ? *cell().successor : homes_.village(home_, day, random_);
            move(to, day, life_.stays.back().retired);
        }
    }

    void recognise_or_remove(Date on)
    {
        auto decided = on.plus_days(random_.chance(0.05) ? random_.between(90, 200) : random_.between(12, 70));
        if (decided > as_of_)
            return;
        if (random_.chance(0.009)) {
            auto& removed = add(Kind::removed, decided);
            removed.decided_on = decided;
            removed.note = "Xoá tên đảng viên dự bị";
            over_ = true;
            return;
        }
        add(Kind::recognised, on).decided_on = decided;
        official_ = true;
    }

    void note_new_office(Date on)
    {
        if (!away_ && !cell().workplace_2025.empty())
            stay({.first = on, .cell = cell().id, .retired = life_.stays.back().retired, .is_2025_office = true});
    }

    void retire(Date on)
    {
        if (!away_ && cell().setting != Setting::village)
            move(homes_.village(home_, on, random_), on, true);
    }

    // A cell that ended hands its people on.
    void leave_ended_cell(Date by)
    {
        if (over_ || away_ || !cell().until || *cell().until > by)
            return;
        auto on = *cell().until;
        auto to = cell().successor ? *cell().successor : homes_.village(home_, on, random_);
        move(to, on, life_.stays.back().retired);
    }

    void move(OrganisationId to, Date on, bool retired)
    {
        auto& moved = add(Kind::moved_in, on);
        moved.from = life_.stays.back().cell;
        moved.to = to;
        stay({.first = on, .cell = to, .retired = retired});
    }

    void stay(const Stay& next)
    {
        if (next.first == life_.stays.back().first)
            life_.stays.back() = next;
        else
            life_.stays.push_back(next);
    }

    void take_chance(Date on, double dice, double extra)
    {
        int age = age_years(on);
        auto of_a_thousand = [&](double count) { return (dice -= count / 1000) < 0; };
        if (of_a_thousand(deaths_a_thousand[std::min<std::size_t>(static_cast<std::size_t>(age) / 10, 10)]))
            return end(Kind::died, on);
        if (away_)
            return come_back(on, extra);
        if (of_a_thousand(0.6))
            return end(official_ ? Kind::expelled : Kind::removed, on);
        if (!official_)
            return;
        if (of_a_thousand(1.1))
            return end(Kind::removed, on);
        if (of_a_thousand(0.5))
            return end(Kind::resigned, on);
        if (!exempted_ && age >= 70 && of_a_thousand(30)) {
            exempted_ = true;
            add(Kind::exempted, on);
            return;
        }
        change_place(on, age, of_a_thousand);
    }

    template<typename Lot>
    void change_place(Date on, int age, Lot of_a_thousand)
    {
        bool learning = who_.occupation == Occupation::student || who_.occupation == Occupation::pupil;
        bool serving = who_.occupation == Occupation::armed_forces && cell().setting == Setting::army;
        bool at_work = cell().setting != Setting::village;
        if (age < 50 && of_a_thousand(learning && at_work ? 250 : age < 35 ? 9 : 4))
            return leave_province(on);
        if (at_work && (learning || (serving && age < 27)) && of_a_thousand(400))
            return move(homes_.village(home_, on, random_), on, false);
        if (at_work && of_a_thousand(9))
            if (auto other = homes_.like(cell(), on, random_))
                move(*other, on, false);
    }

    void leave_province(Date on)
    {
        auto& left = add(Kind::moved_out, on);
        left.from = cell().id;
        left.elsewhere = other_provinces[random_.below(other_provinces.size())];
        away_ = true;
        away_since_ = on;
    }

    void come_back(Date on, double extra)
    {
        if (extra > 0.04 || days_between(away_since_, on) < 365)
            return;
        auto to = homes_.village(home_, on, random_);
        auto& back = add(Kind::moved_in, on);
        back.to = to;
        back.elsewhere = other_provinces[random_.below(other_provinces.size())];
        stay({.first = on, .cell = to});
        away_ = false;
    }

    const Structure& structure_;
    const Homes& homes_;
    const Newcomer& who_;
    Date as_of_;
    Random random_;
    Random restoration_; // a stream of its own: nobody else's life depends on it
    std::size_t home_;
    Life life_;
    Date away_since_;
    bool official_ = false;
    bool exempted_ = false;
    bool away_ = false;
    bool over_ = false;
};

} // namespace

Life live(std::uint64_t seed, const Structure& structure, const Homes& homes, const Newcomer& who, Date as_of)
{
    return Story(seed, structure, homes, who, as_of).tell();
}

} // namespace phusa::demo
