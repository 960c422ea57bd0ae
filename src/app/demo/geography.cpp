#include "app/demo/demo_files.hpp"
#include "base/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace phusa::demo
{

namespace
{

using Row = std::vector<std::string>;

// The two files are written by cmake/geography.mjs; no name of a unit holds a comma or a quote.
std::vector<Row> rows_of(std::string_view path)
{
    auto text = embedded_file(path);
    assert(text);
    std::vector<Row> rows;
    for (std::size_t begin = 0; begin < text->size();) {
        auto end = std::min(text->find('\n', begin), text->size());
        auto line = text->substr(begin, end - begin);
        assert(!line.contains('"'));
        Row row;
        for (std::size_t cell = 0; cell <= line.size();) {
            auto comma = std::min(line.find(',', cell), line.size());
            row.emplace_back(line.substr(cell, comma - cell));
            cell = comma + 1;
        }
        rows.push_back(std::move(row));
        begin = end + 1;
    }
    rows.erase(rows.begin());
    return rows;
}

using Places = std::unordered_map<std::string, std::size_t>;

void add_unit(Geography& geography, const Row& row, Places& districts)
{
    const auto& level = row[2];
    bool of_2025 = row[5] == "2025";
    if (level == "huyen") {
        districts[row[0]] = geography.districts.size();
        geography.districts.push_back({row[0], row[3], row[4]});
    } else if (level == "xa" && of_2025) {
        geography.communes_2025.push_back({row[0], row[3], row[4]});
    } else if (level == "xa") {
        geography.communes_2020.push_back({row[0], row[3], row[4], districts.at(row[1])});
    }
}

// A commune of 2020 whose fate the source does not tell goes where its neighbour in the list went.
void read_successors(Geography& geography)
{
    Places successors;
    for (std::size_t i = 0; i < geography.communes_2025.size(); ++i)
        successors[geography.communes_2025[i].code] = i;
    std::unordered_map<std::string, std::string> fate;
    for (const auto& row : rows_of("geography/thai-binh-mapping.csv"))
        fate[row[0]] = row[2];
    std::size_t last = 0;
    for (auto& commune : geography.communes_2020) {
        if (auto known = successors.find(fate[commune.code]); known != successors.end())
            last = known->second;
        commune.successor = last;
    }
}

Geography read_geography()
{
    Geography geography;
    Places districts;
    for (const auto& row : rows_of("geography/thai-binh.csv"))
        add_unit(geography, row, districts);
    read_successors(geography);
    return geography;
}

} // namespace

const Geography& geography()
{
    static const Geography read = read_geography();
    return read;
}

} // namespace phusa::demo
