#include "app/dossiers/counting_acts.hpp"

#include "domain/case_reading.hpp"

#include <algorithm>

namespace phusa
{

std::vector<const RecordedAct*> acts_that_count(const JudgedDossier& judged, ActKind kind)
{
    std::vector<const RecordedAct*> found;
    for (std::size_t i = 0; i < judged.judged.acts.size(); ++i) {
        if (judged.judged.value.acts[i].kind != kind || is_set_aside(judged.judged.value, i))
            continue;
        auto act = std::ranges::find(judged.acts, judged.judged.acts[i], &RecordedAct::id);
        if (act != judged.acts.end())
            found.push_back(&*act);
    }
    std::ranges::stable_sort(found, {}, [](const RecordedAct* act) { return act->act.on; });
    return found;
}

} // namespace phusa
