#include "app/import/matching.hpp"

#include "base/text.hpp"
#include "storage/imports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace phusa
{

namespace
{

struct Likeness {
    std::string name; // folded
    PartialDate born;
    OrganisationId cell;
    friend bool operator==(const Likeness&, const Likeness&) = default;
};

struct HashOfLikeness {
    std::size_t operator()(const Likeness& key) const
    {
        auto day = static_cast<std::size_t>(key.born.first().days_since_1900());
        return std::hash<std::string>{}(key.name) ^ (day * 31) ^ (std::hash<OrganisationId>{}(key.cell) * 131);
    }
};

class Matcher
{
public:
    Matcher(const IntakeContext& context, std::vector<MatchedRow>& rows, RowsEach each)
        : context_(context), rows_(rows), each_(each)
    {
    }

    void match()
    {
        for (const auto& row : rows_)
            likenesses_.push_back(likeness_of(row));
        find_numbers();
        find_likenesses();
        load();
        for (std::size_t i = 0; i < rows_.size(); ++i)
            decide(rows_[i], likenesses_[i]);
    }

private:
    struct Candidates {
        std::optional<PersonId> by_number;
        std::vector<storage::PersonSeen> alike;
    };

    static OrganisationId place_of(const MatchedRow& row) { return row.row.now ? row.row.now : row.row.person.cell; }

    static Likeness likeness_of(const MatchedRow& row)
    {
        return {.name = row.keys.name, .born = row.row.person.born, .cell = place_of(row)};
    }

    void find_numbers()
    {
        std::vector<std::string> digits;
        std::vector<std::string> hashes;
        for (const auto& row : rows_)
            if (!row.row.identity.empty()) {
                digits.push_back(row.row.identity);
                hashes.push_back(row.keys.identity_hash);
            }
        auto holders = storage::people_with_identities(context_.transaction, hashes);
        for (std::size_t i = 0; i < digits.size(); ++i)
            if (holders[i])
                holders_.emplace(digits[i], *holders[i]);
    }

    void find_likenesses()
    {
        std::vector<std::pair<PartialDate, OrganisationId>> asked;
        for (const auto& row : rows_)
            if (!holders_.contains(row.row.identity))
                asked.emplace_back(row.row.person.born, place_of(row));
        // In the order of the index: of a large register each page is read once for many rows.
        std::ranges::sort(asked);
        std::vector<PartialDate> born;
        std::vector<OrganisationId> cells;
        for (const auto& [day, cell] : asked) {
            born.push_back(day);
            cells.push_back(cell);
        }
        // Equal neighbours make the question smaller where a sheet goes cell by cell.
        for (auto& seen : storage::people_born_in(context_.transaction, born, cells))
            if (seen_.insert(seen.id).second)
                alike_[{.name = fold(seen.name), .born = seen.born, .cell = seen.cell}].push_back(seen);
    }

    void load()
    {
        std::vector<PersonId> wanted;
        for (const auto& [digits, id] : holders_)
            wanted.push_back(id);
        for (const auto& likeness : likenesses_) {
            auto alike = alike_.find(likeness);
            if (alike == alike_.end())
                continue;
            for (const auto& seen : alike->second)
                wanted.push_back(seen.id);
        }
        std::ranges::sort(wanted);
        auto twice = std::ranges::unique(wanted);
        wanted.erase(twice.begin(), twice.end());
        for (auto& person : storage::people_now(context_.transaction, wanted)) {
            auto id = person.id;
            people_.emplace(id, std::move(person));
        }
    }

    void decide(MatchedRow& row, const Likeness& likeness)
    {
        if (auto holder = holders_.find(row.row.identity); holder != holders_.end())
            return take(row, holder->second, "identity");
        if (!row.row.identity.empty())
            if (auto [before, is_new] = numbers_.emplace(row.row.identity, row.row.number); !is_new)
                return meet_again(
                    row, "identity",
                    fmt::format("Số định danh này đã có ở dòng {}. Hãy xem lại hai dòng.", before->second));
        std::vector<PersonId> meant;
        auto alike = alike_.find(likeness);
        bool has_namesake = false;
        for (const auto& seen : alike == alike_.end() ? nobody_ : alike->second)
            if (row.row.identity.empty() || people_.at(seen.id).identity_masked.empty())
                meant.push_back(seen.id);
            else
                has_namesake = true;
        if (has_namesake)
            warn_of(context_, row, "full_name",
                    "Chi bộ này đã có một người cùng họ tên, ngày sinh nhưng khác số định danh: ghi thành người mới. "
                    "Hãy xem có phải cùng một người không.");
        if (meant.size() > 1)
            return leave_out(context_, row, "full_name",
                             fmt::format("Chi bộ này có {} người cùng họ tên và ngày sinh. Hãy ghi thêm số định danh.",
                                         meant.size()));
        if (meant.size() == 1)
            return take(row, meant.front(), "full_name");
        auto [before, is_first] = fresh_.emplace(likeness, &row);
        if (!is_first && (before->second->row.identity.empty() || row.row.identity.empty()))
            meet_again(row, "full_name",
                       fmt::format("Người này đã có ở dòng {} (cùng họ tên, ngày sinh, chi bộ). Nếu là hai người, hãy "
                                   "ghi số định danh của cả hai.",
                                   before->second->row.number));
    }

    void meet_again(MatchedRow& row, std::string_view key, std::string message)
    {
        if (each_ == RowsEach::one)
            return leave_out(context_, row, key, std::move(message));
        row.is_later = true;
    }

    // `key`: the column by which the row was matched.
    void take(MatchedRow& row, PersonId id, std::string_view key)
    {
        const auto& person = people_.at(id);
        if (!context_.units.is_reachable(person.cell))
            return leave_out(context_, row, "identity",
                             "Không ghi được số định danh này. Hãy xem lại số, hoặc hỏi cơ quan cấp trên.");
        bool is_written = each_ == RowsEach::one && person.recorded == context_.by; // its row is no longer known
        auto [before, is_first] = met_.emplace(id, row.row.number);
        if (is_written || !is_first)
            return meet_again(row, key,
                              fmt::format("{} đã có ở {}. Hãy gộp hai dòng thành một.", person.name,
                                          is_first ? "một dòng trên" : fmt::format("dòng {}", before->second)));
        row.has_identity = !person.identity_masked.empty();
        row.person = person;
    }

    const IntakeContext& context_;
    std::vector<MatchedRow>& rows_;
    RowsEach each_;
    const std::vector<storage::PersonSeen> nobody_;
    std::vector<Likeness> likenesses_; // as many as rows_
    std::unordered_map<std::string, PersonId> holders_;
    std::unordered_map<Likeness, std::vector<storage::PersonSeen>, HashOfLikeness> alike_;
    std::unordered_set<PersonId> seen_;
    std::unordered_map<PersonId, Person> people_;
    // Of this piece: whom a row meant, and numbers and likenesses of new people; each with the first such row.
    std::unordered_map<PersonId, std::uint32_t> met_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::unordered_map<Likeness, const MatchedRow*, HashOfLikeness> fresh_;
};

ImportRemark remark_on(const IntakeContext& context, const MatchedRow& row, std::string_view key, std::string message)
{
    auto column = context.layout.column(key);
    std::string value = key == "identity" ? row.row.identity : key == "full_name" ? row.row.person.name : std::string();
    return {
        .row = row.row.number, .column = context.layout.head(column), .value = value, .message = std::move(message)};
}

} // namespace

MatchedRow row_to_match(const IntakeContext& context, PersonRow row)
{
    auto keys = storage::search_keys(row.person, row.identity, context.app.database().keys());
    return {.row = std::move(row), .keys = std::move(keys), .person = {}};
}

void match_people(const IntakeContext& context, std::vector<MatchedRow>& rows, RowsEach each)
{
    Matcher(context, rows, each).match();
}

void leave_out(const IntakeContext& context, MatchedRow& row, std::string_view key, std::string message)
{
    row.is_left_out = true;
    context.remarks.errors.push_back(remark_on(context, row, key, std::move(message)));
}

void warn_of(const IntakeContext& context, const MatchedRow& row, std::string_view key, std::string message)
{
    context.remarks.warnings.push_back(remark_on(context, row, key, std::move(message)));
}

} // namespace phusa
