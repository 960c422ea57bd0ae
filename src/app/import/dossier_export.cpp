#include "app/import/dossier_export.hpp"

#include "app/import/dossier_slots.hpp"
#include "domain/person_fields.hpp"
#include "storage/dossier_acts.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <algorithm>
#include <cassert>

namespace phusa
{

namespace
{

Cell cell_of_count(int count) { return static_cast<std::int64_t>(count); }

std::string shown(const std::vector<SpecialCase>& regimes)
{
    std::string text;
    for (const auto& each : regimes) {
        text.append(text.empty() ? "" : "; ").append(title_of(each.regime));
        if (!each.consent.number.empty())
            text.append(": ").append(each.consent.number);
    }
    return text;
}

class RowWriter
{
public:
    RowWriter(storage::Session& session, const Reach& reach, const Dossier& dossier, const Person& person)
        : session_(session), reach_(reach), dossier_(dossier), person_(person), cells_(dossier_columns().size()),
          acts_(storage::dossier_acts_of(session, dossier.id))
    {
    }

    std::vector<Cell> write()
    {
        write_person();
        write_facts();
        write_acts();
        std::vector<Cell> row;
        auto columns = dossier_columns();
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (is_written(columns[i]))
                row.push_back(std::move(cells_[i]));
        return row;
    }

private:
    void put(std::string_view key, Cell cell)
    {
        auto column = column_index(dossier_columns(), key);
        assert(column);
        cells_[*column] = std::move(cell);
    }
    void put(std::optional<std::size_t> column, Cell cell)
    {
        if (column)
            cells_[*column] = std::move(cell);
    }

    bool has_applied() const
    {
        return std::ranges::any_of(
            acts_, [](const RecordedAct& act) { return !act.side && act.act.kind == ActKind::application; });
    }

    void write_person()
    {
        put("identity", identity_cell(session_, reach_, person_));
        put("full_name", cell_of(person_.name));
        put("sex", cell_of(phusa::code_of(person_.sex)));
        put("born", cell_of(person_.born));
        if (has_applied()) {
            put("ethnicity", cell_of(ethnicities().at(person_.ethnicity)));
            put("religion", cell_of(religions().at(person_.religion)));
        }
        put("home", cell_of(person_.home));
        put("residence", cell_of(person_.residence));
        put("work", cell_of(person_.work));
        put("occupation", cell_of(phusa::code_of(person_.occupation)));
        put("general_education", cell_of(phusa::code_of(person_.general_education)));
        put("qualification", cell_of(phusa::code_of(person_.qualification)));
        put("phone", cell_of(person_.phone));
        put("cell", cell_of(phusa::code_of(reach_, dossier_.cell)));
        if (person_.cell != dossier_.cell)
            put("member_cell", cell_of(phusa::code_of(reach_, person_.cell)));
    }

    void write_facts()
    {
        put("opened", Cell(dossier_.opened));
        put("is_citizen", cell_of(dossier_.is_citizen));
        put("disadvantaged", cell_of(dossier_.area == Area::disadvantaged));
        put("village_elder", cell_of(dossier_.village_elder));
        put("youth_union_member", cell_of(dossier_.youth_union_member));
        put("youth_union_available", cell_of(dossier_.youth_union_available));
        if (const auto& again = dossier_.readmission) {
            put("left", Cell(again->left));
            put("left_cause", cell_of(std::string(title_of(again->cause))));
            put("expunged", cell_of(again->expunged));
            put("times", cell_of_count(again->times));
        }
        put("regimes", cell_of(shown(dossier_.regimes)));
        if (const auto& closed = dossier_.closed) {
            put("closed_on", Cell(closed->on));
            put("closing_cause", cell_of(std::string(title_of(closed->cause))));
            put("closing_note", cell_of(closed->note));
        }
    }

    void write_acts()
    {
        auto shown = acts_in_slots(acts_);
        std::size_t written = 0;
        for (std::size_t slot = 0; slot < shown.size(); ++slot)
            if (shown[slot]) {
                ++written;
                write_act(dossier_slot_columns()[slot], *shown[slot]);
            }
        if (written < acts_.size())
            put("other_acts", cell_of_count(static_cast<int>(acts_.size() - written)));
        auto past = std::ranges::find_if(acts_, [](const RecordedAct& act) { return !act.past_reason.empty(); });
        if (past != acts_.end())
            put("past_reason", cell_of(past->past_reason));
    }

    void write_act(const SlotColumns& columns, const RecordedAct& act)
    {
        put(columns.on, Cell(act.act.on));
        put(columns.number, cell_of(act.paper.number));
        put(columns.issuer, cell_of(act.paper.issuer));
        put(columns.received, cell_of(act.act.received));
        put(columns.name, cell_of(name_in(act)));
        put(columns.is_official, cell_of(act.act.official));
        put(columns.months, cell_of_count(act.act.shared_months));
        put(columns.kind, cell_of(std::string(title_of(act.act.consent))));
        put(columns.official, cell_of_count(act.act.cell.official));
        put(columns.excluded, cell_of_count(act.act.cell.excluded));
        put(columns.present, cell_of_count(act.act.cell.present));
        bool is_committee = columns.members.has_value();
        put(columns.in_favour, cell_of_count(is_committee ? act.act.committee.in_favour : act.act.cell.in_favour));
        put(columns.against, cell_of_count(act.act.cell.against));
        put(columns.members, cell_of_count(act.act.committee.members));
        put(columns.decides, cell_of(act.act.committee.decides));
    }

    std::string name_in(const RecordedAct& act)
    {
        if (!act.who)
            return act.who_name;
        auto known = storage::person(session_, *act.who);
        return known ? known->name : act.who_name;
    }

    storage::Session& session_;
    const Reach& reach_;
    const Dossier& dossier_;
    const Person& person_;
    std::vector<Cell> cells_; // as many as dossier_columns()
    std::vector<RecordedAct> acts_;
};

} // namespace

std::vector<std::vector<Cell>> DossierRows::next()
{
    constexpr std::size_t piece = 200;
    std::vector<std::vector<Cell>> rows;
    auto session = app_.database().read();
    while (rows.empty() && !is_over_) {
        auto dossiers = storage::dossiers_after(session, last_, piece);
        is_over_ = dossiers.size() < piece;
        for (const auto& dossier : dossiers) {
            last_ = dossier.id;
            if (!reach_.units.contains(dossier.cell))
                continue;
            if (auto person = storage::person(session, dossier.person)) // not purged
                rows.push_back(RowWriter(session, reach_, dossier, *person).write());
        }
    }
    return rows;
}

} // namespace phusa
