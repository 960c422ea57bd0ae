// Organisations: units of the tree, in any order; a unit may stand under one that a later row makes.
#include "storage/organisations.hpp"

#include "app/gate.hpp"
#include "app/import/intake.hpp"
#include "base/text.hpp"
#include "domain/organisation_tree.hpp"
#include "storage/imports.hpp"
#include "storage/successions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace phusa
{

namespace
{

struct UnitRow {
    std::uint32_t number = 0;
    Organisation unit;
    std::string parent; // as the row or the code says
    std::string beside;
    std::optional<Date> from;
    std::string document;
};

std::optional<OrganisationKind> kind_meant(std::string_view text)
{
    if (auto kind = organisation_kind(text))
        return kind;
    auto folded = fold(text);
    for (auto kind : all_organisation_kinds())
        if (folded == fold(title_of(kind)))
            return kind;
    constexpr std::pair<std::string_view, OrganisationKind> words[] = {
        {"chi bo truc thuoc", OrganisationKind::cell},
        {"dang bo xa", OrganisationKind::commune_committee},
        {"dang bo phuong", OrganisationKind::commune_committee},
        {"dang bo huyen", OrganisationKind::district_committee},
        {"dang bo thanh pho", OrganisationKind::district_committee},
        {"tinh uy", OrganisationKind::province_committee},
        {"doan thanh nien", OrganisationKind::youth_union},
        {"mttq", OrganisationKind::fatherland_front},
    };
    for (const auto& [word, kind] : words)
        if (folded == word)
            return kind;
    return std::nullopt;
}

std::optional<Sector> sector_meant(std::string_view text)
{
    if (auto known = sector(text))
        return known;
    for (auto each : all_sectors())
        if (fold(text) == fold(title_of(each)))
            return each;
    return std::nullopt;
}

// "34.012.003.000.001" stands under "34.012.003": groups of zeros name no unit.
std::string code_above(std::string code)
{
    do {
        auto dot = code.rfind('.');
        code = dot == std::string::npos ? "" : code.substr(0, dot);
    } while (code.ends_with(".000"));
    return code;
}

class OrganisationIntake : public Intake
{
public:
    explicit OrganisationIntake(const IntakeContext& context) : context_(context)
    {
        for (auto& unit : storage::last_organisations(context_.transaction))
            known_.emplace(unit.code, std::move(unit));
    }

    void take(const SheetRow& sheet_row) override
    {
        RowReader row(context_.layout, sheet_row, context_.remarks);
        auto read = read_unit_row(row);
        if (row.is_bad())
            return;
        if (auto [before, is_new] = places_.emplace(read.unit.code, rows_.size()); !is_new)
            return row.wrong(
                context_.layout.column("code"),
                fmt::format("Mã này đã có ở dòng {}. Mỗi tổ chức chỉ ghi một dòng.", rows_[before->second].number));
        rows_.push_back(std::move(read));
    }

    void finish() override
    {
        states_.assign(rows_.size(), State::waiting);
        for (std::size_t i = 0; i < rows_.size(); ++i)
            place(i);
        storage::insert_organisations(context_.transaction, new_units_, context_.by);
        storage::add_successions(context_.transaction, founded_, context_.by);
        rows_.clear();
    }

private:
    enum class State : std::uint8_t { waiting, in_hand, placed, left_out };

    UnitRow read_unit_row(RowReader& row) const
    {
        const auto& layout = context_.layout;
        UnitRow read{.number = row.number(), .unit = {}, .parent = {}, .beside = {}, .from = {}, .document = {}};
        for (std::string_view key : {"code", "name", "kind"})
            if (!row.is_given(layout.column(key)))
                row.missing(layout.column(key));
        read.unit.code = row.text(layout.column("code"));
        read.unit.name = row.text(layout.column("name"));
        if (auto text = row.text(layout.column("kind")); !text.empty()) {
            if (auto kind = kind_meant(text))
                read.unit.kind = *kind;
            else
                row.wrong(layout.column("kind"), fmt::format("Không có loại tổ chức này. Hãy ghi một trong: {}.",
                                                             layout.columns()[layout.column("kind")].allowed));
        }
        if (auto text = row.text(layout.column("sector")); !text.empty()) {
            if (auto known = sector_meant(text))
                read.unit.sector = *known;
            else
                row.wrong(layout.column("sector"), fmt::format("Không có loại hình này. Hãy ghi một trong: {}.",
                                                               layout.columns()[layout.column("sector")].allowed));
        }
        read.parent = row.text(layout.column("parent"));
        read.beside = row.text(layout.column("beside"));
        if (auto from = row.date(layout.column("from")))
            read.from = from->first();
        read.unit.valid.until = row.day(layout.column("until"));
        read.document = row.text(layout.column("document"));
        if (!read.unit.code.empty() && !row.is_bad() && !is_code_for(read.unit.kind, read.unit.code))
            row.wrong(layout.column("code"), "Mã tổ chức gồm các nhóm chữ số 2.3.3.3.3, ví dụ 34.012.003.000.001; mã "
                                             "đoàn thể thêm ký hiệu, ví dụ 34.012-TN.");
        return read;
    }

    // Places the units above it first. False where the unit cannot be placed.
    bool place(std::size_t index)
    {
        if (states_[index] != State::waiting)
            return states_[index] == State::placed;
        states_[index] = State::in_hand; // a circle ends here
        states_[index] = place_now(rows_[index]) ? State::placed : State::left_out;
        return states_[index] == State::placed;
    }

    bool place_now(UnitRow& row)
    {
        auto& unit = row.unit;
        const auto* above = place_above(row);
        if (!above && (unit.kind != OrganisationKind::province_committee || !row.parent.empty()))
            return false;
        if (above && !is_mass_organisation(unit.kind) && !unit.beside && !may_stand_under(unit.kind, above->kind))
            return wrong(row, "kind",
                         fmt::format("{} không thể trực thuộc {}. Hãy xem lại loại hoặc cấp trên.", title_of(unit.kind),
                                     lower_case(title_of(above->kind))));
        if (!may_write(above))
            return wrong(row, "code", "Anh/chị không có quyền lập hoặc sửa tổ chức ở đây.");
        auto known = known_.find(unit.code);
        return known == known_.end() ? add(row, above) : update(row, known->second);
    }

    // The unit that it stands under or beside; null after saying what is wrong, or for the root.
    const Organisation* place_above(UnitRow& row)
    {
        bool is_beside = is_mass_organisation(row.unit.kind) || !row.beside.empty();
        auto hyphen = row.unit.code.find('-');
        auto code = is_beside ? (row.beside.empty() ? row.parent : row.beside) : row.parent;
        if (code.empty())
            code = hyphen != std::string::npos ? row.unit.code.substr(0, hyphen) : code_above(row.unit.code);
        if (code.empty() || (row.unit.kind == OrganisationKind::province_committee && row.parent.empty()))
            return nullptr;
        if (auto in_sheet = places_.find(code); in_sheet != places_.end() && !place(in_sheet->second)) {
            wrong(row, "parent",
                  fmt::format("Cấp trên {} ở dòng {} có lỗi nên dòng này chưa ghi được. Hãy sửa dòng đó "
                              "trước.",
                              code, rows_[in_sheet->second].number));
            return nullptr;
        }
        auto found = known_.find(code);
        if (found == known_.end()) {
            wrong(
                row, is_beside ? "beside" : "parent",
                fmt::format("Không thấy tổ chức có mã {}. Hãy ghi mã tổ chức cấp trên có trong sổ hoặc trong bảng này.",
                            code));
            return nullptr;
        }
        (is_beside ? row.unit.beside : row.unit.parent) = found->second.id;
        return &found->second;
    }

    bool may_write(const Organisation* above)
    {
        if (!above) // the first unit of a register, which nobody can have been given yet
            return context_.gate.has(Right::change_organisations);
        return fresh_.contains(above->code) || context_.units.is_reachable(above->id);
    }

    bool add(UnitRow& row, const Organisation* above)
    {
        auto& unit = row.unit;
        if (!row.from && !above)
            return wrong(row, "from", "Thiếu ngày thành lập của tổ chức cao nhất. Hãy ghi thêm ngày.");
        if (!row.from)
            warn(row, "from",
                 fmt::format("Không ghi ngày thành lập: coi như có từ {}, theo cấp trên.",
                             above->valid.first.vietnamese()));
        unit.valid.first = row.from.value_or(above ? above->valid.first : Date());
        if (auto sound = check(unit); !sound)
            return wrong(row, sound.error().fields.empty() ? "code" : sound.error().fields.front().name,
                         sound.error().message);
        unit.id = storage::allocate_organisations(context_.transaction);
        new_units_.push_back(unit);
        founded_.push_back({.kind = SuccessionKind::founded,
                            .on = unit.valid.first,
                            .from = {},
                            .to = unit.id,
                            .document = row.document});
        fresh_.emplace(unit.code, true);
        known_.emplace(unit.code, unit);
        ++counts_.added;
        return true;
    }

    // What the row says was always so: a name that changed on a day is changed on the page of the unit.
    bool update(UnitRow& row, Organisation& known)
    {
        auto wanted = known;
        wanted.name = row.unit.name;
        wanted.kind = row.unit.kind;
        if (row.unit.sector != Sector::unknown)
            wanted.sector = row.unit.sector;
        if (row.unit.parent)
            wanted.parent = row.unit.parent;
        if (row.unit.beside)
            wanted.beside = row.unit.beside;
        bool same = wanted.name == known.name && wanted.kind == known.kind && wanted.sector == known.sector &&
                    wanted.parent == known.parent && wanted.beside == known.beside;
        ++(same ? counts_.unchanged : counts_.updated);
        if (same)
            return true;
        auto sound = check(wanted);
        if (sound)
            sound = storage::correct_organisation(context_.transaction, wanted, context_.by);
        if (!sound) {
            --counts_.updated;
            return wrong(row, "code", sound.error().message);
        }
        known = wanted;
        known.recorded = context_.by;
        return true;
    }

    bool wrong(const UnitRow& row, std::string_view key, std::string message)
    {
        context_.remarks.errors.push_back(remark(row, key, std::move(message)));
        return false;
    }

    void warn(const UnitRow& row, std::string_view key, std::string message)
    {
        context_.remarks.warnings.push_back(remark(row, key, std::move(message)));
    }

    ImportRemark remark(const UnitRow& row, std::string_view key, std::string message) const
    {
        auto column = column_index(context_.layout.columns(), key).value_or(0);
        return {.row = row.number,
                .column = context_.layout.head(column),
                .value = key == "kind" ? std::string(title_of(row.unit.kind)) : row.unit.code,
                .message = std::move(message)};
    }

    IntakeContext context_;
    std::vector<UnitRow> rows_;
    std::vector<State> states_;
    std::unordered_map<std::string, std::size_t> places_; // rows by code
    std::unordered_map<std::string, Organisation> known_; // of the register and of this sheet
    std::unordered_map<std::string, bool> fresh_;         // made by this import
    std::vector<Organisation> new_units_;
    std::vector<Succession> founded_;
};

} // namespace

std::unique_ptr<Intake> organisation_intake(const IntakeContext& context)
{
    return std::make_unique<OrganisationIntake>(context);
}

} // namespace phusa
