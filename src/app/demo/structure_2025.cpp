#include "app/demo/structure_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

// The reorganisation of 1 July 2025: districts end, communes merge and stand directly under the province, Thái Bình
// becomes part of Hưng Yên. The laws are real; which office of a district went to which commune is invented.
namespace phusa::demo
{

namespace
{

constexpr std::string_view merger = "Nghị quyết 202/2025/QH15 ngày 12/6/2025: hợp nhất tỉnh Thái Bình và tỉnh Hưng Yên";
constexpr std::string_view communes_law = "Nghị quyết 1666/NQ-UBTVQH15: sắp xếp đơn vị hành chính cấp xã từ 01/7/2025";
constexpr std::string_view no_districts = "Kết thúc hoạt động của cấp huyện từ 01/7/2025";
constexpr std::string_view invented = "Dữ liệu mẫu: cách sắp xếp do phần mềm đặt";
constexpr int first_commune_code = 40; // 001-039 are those of the old Hưng Yên

const std::map<Setting, std::vector<std::string>> commune_offices = {
    {Setting::party_agency,
     {"Văn phòng Đảng uỷ", "Ban Xây dựng Đảng", "Uỷ ban Kiểm tra Đảng uỷ", "Mặt trận Tổ quốc và các đoàn thể"}},
    {Setting::agency,
     {"Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hoá – Xã hội", "Trung tâm Phục vụ hành chính công"}},
    {Setting::police, {"Công an"}},
    {Setting::army, {"Quân sự"}},
};

void replace(std::string& text, const std::string& old, const std::string& with)
{
    if (auto at = text.find(old); at != std::string::npos)
        text.replace(at, old.size(), with);
}

class Reorganisation
{
public:
    explicit Reorganisation(StructureBuilder& builder)
        : builder_(builder), root_(builder.structure().root), on_(reorganisation_day())
    {
    }

    void carry_out()
    {
        auto before = builder_.children(root_);
        builder_.rename(root_, "Đảng bộ tỉnh Hưng Yên", "33", on_);
        builder_.succeed(SuccessionKind::merged, on_, root_, root_, merger);
        builder_.count_from(root_, first_commune_code);
        for (const auto& commune : geography().communes_2025)
            communes_.push_back(builder_.add(OrganisationKind::commune_committee, Sector::commune,
                                             "Đảng bộ " + full_name(commune.kind, commune.name), root_, on_,
                                             NameSource::units_of_2025));
        std::size_t district = 0;
        for (auto unit : before)
            if (builder_.now(unit).kind == OrganisationKind::district_committee)
                end_district(unit, district++);
        reorganise_blocs(before);
        reorganise_mass_organisations(builder_, communes_);
    }

private:
    void end_district(OrganisationId district, std::size_t number)
    {
        auto targets = communes_of(number);
        std::size_t next = 0;
        for (auto unit : builder_.children(district)) {
            const auto& version = builder_.now(unit);
            const auto& cell = builder_.cell_of(unit);
            bool committee = version.kind == OrganisationKind::grassroots_committee;
            if (version.sector == Sector::commune)
                merge_commune(unit, *cell.commune);
            else if (committee && commune_offices.contains(cell.setting))
                spread(unit, targets);
            else if (cell.setting == Setting::enterprise || cell.setting == Setting::high_school)
                move_unit(unit, communes_[targets[next++ % targets.size()]], number);
            else
                move_unit(unit, communes_[seat_of(number, targets)], number);
        }
        builder_.end(district, on_);
        builder_.succeed(SuccessionKind::dissolved, on_, district, {}, no_districts);
    }

    // The communes of 2025 that took over the most communes of this district, in the order of their codes.
    std::vector<std::size_t> communes_of(std::size_t district) const
    {
        std::map<std::size_t, std::map<std::size_t, int>> votes;
        for (const auto& commune : geography().communes_2020)
            ++votes[commune.successor][commune.district];
        std::vector<std::size_t> found;
        for (const auto& [successor, of] : votes)
            if (std::ranges::max_element(of, {}, [](const auto& vote) { return vote.second; })->first == district)
                found.push_back(successor);
        return found;
    }

    // Where the district's offices stood: the commune that has its name.
    static std::size_t seat_of(std::size_t district, const std::vector<std::size_t>& targets)
    {
        for (auto target : targets)
            if (geography().communes_2025[target].name == geography().districts[district].name)
                return target;
        return targets.front();
    }

    void merge_commune(OrganisationId unit, std::size_t number)
    {
        const auto& commune = geography().communes_2020[number];
        auto target = communes_[commune.successor];
        for (auto cell : builder_.children(unit)) {
            if (builder_.cell_of(cell).setting == Setting::commune_office)
                merge_office(cell, commune.successor);
            else
                move_cell(cell, target, builder_.now(cell).name, commune.name);
        }
        builder_.end(unit, on_);
        builder_.succeed(SuccessionKind::merged, on_, unit, target, communes_law);
    }

    // The first office of a new commune goes on as its office; the others join it.
    void merge_office(OrganisationId cell, std::size_t successor)
    {
        const auto& commune = geography().communes_2025[successor];
        auto place = full_name(commune.kind, commune.name);
        auto [office, is_first] = offices_.try_emplace(successor, cell);
        if (is_first) {
            builder_.cell_of(cell).workplace_2025 = "Uỷ ban nhân dân " + place;
            move_cell(cell, communes_[successor], "Chi bộ Uỷ ban nhân dân " + place, commune.name);
            return;
        }
        builder_.end(cell, on_);
        builder_.succeed(SuccessionKind::merged, on_, cell, office->second, communes_law);
        builder_.cell_of(cell).until = on_;
        builder_.cell_of(cell).successor = office->second;
    }

    void spread(OrganisationId unit, const std::vector<std::size_t>& targets)
    {
        std::size_t next = 0;
        for (auto id : builder_.children(unit)) {
            auto& cell = builder_.cell_of(id);
            const auto& names = commune_offices.at(cell.setting);
            auto target = targets[next % targets.size()];
            const auto& commune = geography().communes_2025[target];
            cell.workplace_2025 =
                fmt::format("{} {}", names[next % names.size()], full_name(commune.kind, commune.name));
            move_cell(id, communes_[target], "Chi bộ " + cell.workplace_2025, "II");
            ++next;
        }
        builder_.end(unit, on_);
        builder_.succeed(SuccessionKind::dissolved, on_, unit, {}, no_districts);
    }

    // A name that is there already gets `addition`.
    void move_cell(OrganisationId cell, OrganisationId target, std::string name, const std::string& addition)
    {
        auto& known = names_[target];
        while (!known.insert(name).second)
            name += " – " + addition;
        auto from = builder_.now(cell).parent;
        builder_.move(cell, target, std::move(name), on_);
        builder_.succeed(SuccessionKind::moved, on_, cell, cell, from == root_ ? merger : communes_law);
    }

    void move_unit(OrganisationId unit, OrganisationId target, std::optional<std::size_t> district = {})
    {
        auto name = builder_.now(unit).name;
        if (district) {
            const auto& place = geography().districts[*district];
            replace(name, full_name(place.kind, place.name), "khu vực " + place.name);
        }
        builder_.move(unit, target, name, on_);
        builder_.succeed(SuccessionKind::moved, on_, unit, unit, invented);
        recode_children(unit);
    }

    void recode_children(OrganisationId unit)
    {
        builder_.count_from(unit, 1);
        for (auto child : builder_.children(unit)) {
            builder_.move(child, unit, builder_.now(child).name, on_);
            recode_children(child);
        }
    }

    OrganisationId found_bloc(const std::string& name)
    {
        return builder_.add(OrganisationKind::bloc_committee, Sector::agency, name, root_, on_, NameSource::invented);
    }

    void end_into(OrganisationId bloc, SuccessionKind kind, const std::vector<OrganisationId>& successors)
    {
        builder_.end(bloc, on_);
        for (auto successor : successors)
            builder_.succeed(kind, on_, bloc, successor, invented);
    }

    void reorganise_blocs(const std::vector<OrganisationId>& before)
    {
        std::vector<OrganisationId> blocs;
        std::ranges::copy_if(before, std::back_inserter(blocs),
                             [&](auto unit) { return builder_.now(unit).kind == OrganisationKind::bloc_committee; });
        auto agencies = blocs.at(0), enterprises = blocs.at(1), army = blocs.at(2), police = blocs.at(3),
             border = blocs.at(4);
        for (auto kept : {army, police})
            move_unit(kept, root_);
        auto party = found_bloc("Đảng bộ các cơ quan Đảng tỉnh");
        auto government = found_bloc("Đảng bộ Uỷ ban nhân dân tỉnh");
        for (auto unit : builder_.children(agencies))
            move_unit(unit, builder_.cell_of(unit).setting == Setting::party_agency ? party : government);
        for (auto unit : builder_.children(enterprises))
            move_unit(unit, government);
        for (auto unit : builder_.children(border))
            move_unit(unit, army);
        end_into(agencies, SuccessionKind::split, {party, government});
        end_into(enterprises, SuccessionKind::merged, {government});
        end_into(border, SuccessionKind::merged, {army});
    }

    StructureBuilder& builder_;
    OrganisationId root_;
    Date on_;
    std::vector<OrganisationId> communes_;
    std::map<std::size_t, OrganisationId> offices_; // by the commune of 2025
    std::map<OrganisationId, std::set<std::string>> names_;
};

} // namespace

void reorganise(StructureBuilder& builder) { Reorganisation(builder).carry_out(); }

} // namespace phusa::demo
