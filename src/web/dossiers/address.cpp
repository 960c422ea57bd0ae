#include "web/dossiers/address.hpp"

#include "web/dossiers/act_forms.hpp"

#include <fmt/core.h>

#include <utility>

namespace phusa::web::dossiers
{

std::string path_of(DossierId id) { return fmt::format("/ho-so/{}", id.value); }

std::string path_of(DossierId id, RecordedActId act)
{
    return fmt::format("/ho-so/{}/viec-da-ghi/{}", id.value, act.value);
}

std::string opening_path(PersonId person) { return fmt::format("/ho-so/moi?nguoi={}", person.value); }

std::string vote_path(DossierId id, Matter about)
{
    return fmt::format("/ho-so/{}/bieu-quyet/{}", id.value, slug_of(about));
}

std::string path_to_record(DossierId id, ActKind act, Matter about)
{
    if (act == ActKind::cell_vote)
        return vote_path(id, about);
    const auto* form = act_form(act, about);
    if (!form) // a transfer
        return path_of(id) + "/chuyen";
    auto path = fmt::format("/ho-so/{}/viec/{}", id.value, form->slug);
    return form->parts.contains(Part::about) ? fmt::format("{}?ve={}", path, slug_of(about)) : path;
}

std::string path_to_record(DossierId id, SideAct act)
{
    const auto* form = act_form(act);
    return form ? fmt::format("/ho-so/{}/viec/{}", id.value, form->slug) : path_of(id);
}

std::string_view slug_of(Matter about)
{
    switch (about) {
    case Matter::admission:
        return "ket-nap";
    case Matter::recognition:
        return "cong-nhan";
    case Matter::removal:
        return "xoa-ten";
    }
    std::unreachable();
}

std::optional<Matter> matter_of_slug(std::string_view slug)
{
    for (auto each : {Matter::admission, Matter::recognition, Matter::removal})
        if (slug_of(each) == slug || key_of(each) == slug)
            return each;
    return std::nullopt;
}

} // namespace phusa::web::dossiers
