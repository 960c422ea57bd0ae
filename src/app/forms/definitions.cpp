#include "app/forms/definitions.hpp"

#include "app/columns.hpp"
#include "app/forms/membership_cube.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "domain/organisation.hpp"

#include <algorithm>
#include <stdexcept>

namespace phusa
{

namespace
{

std::vector<stats::Form> read_all()
{
    std::vector<stats::Form> forms;
    for (auto path : embedded_paths("regulations/forms/")) {
        auto form = stats::read_form(*embedded_file(path), form_dimensions());
        if (!form)
            throw std::runtime_error(std::string(path) + ": " + form.error().message);
        forms.push_back(std::move(*form));
    }
    std::ranges::stable_sort(forms, [](const auto& a, const auto& b) {
        return a.code != b.code ? a.code < b.code : a.valid_from > b.valid_from;
    });
    return forms;
}

std::vector<stats::Dimension> make_dimensions()
{
    stats::Dimension kind{.key = "kind", .title = "Loại tổ chức"};
    for (auto each : all_organisation_kinds())
        if (is_grassroots(each))
            kind.values.push_back(
                {static_cast<std::uint8_t>(each), std::string(key_of(each)), std::string(title_of(each))});
    return {kind, stats::Dimension::yes_no("admitted", "Có kết nạp đảng viên trong kỳ"),
            stats::Dimension::yes_no("no_masses_left", "Không còn quần chúng")};
}

} // namespace

const std::vector<stats::Form>& statistical_forms()
{
    static const auto forms = read_all();
    return forms;
}

const stats::Form* form_in_use(std::string_view code, Date day)
{
    const stats::Form* first = nullptr;
    for (const auto& form : statistical_forms()) {
        if (form.code != upper_case(code))
            continue;
        first = &form;
        if (form.valid_from <= day)
            return first;
    }
    return first;
}

const std::vector<stats::Dimension>& organisation_dimensions()
{
    static const auto dimensions = make_dimensions();
    return dimensions;
}

stats::FormDimensions form_dimensions()
{
    return {.admissions = admission_dimensions(),
            .changes = change_dimensions(),
            .organisations = organisation_dimensions()};
}

} // namespace phusa
