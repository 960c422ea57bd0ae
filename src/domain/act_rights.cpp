#include "domain/act_rights.hpp"

#include <utility>

namespace phusa
{

Right right_to_record(ActKind kind)
{
    switch (kind) {
    case ActKind::helper_remarks: // and the helper, by relation
    case ActKind::certificate:
    case ActKind::application:
    case ActKind::declaration:
    case ActKind::introduction:
    case ActKind::opinions:
    case ActKind::cell_vote:
    case ActKind::ceremony:
    case ActKind::helper:
    case ActKind::member_declaration:
    case ActKind::self_review:
    case ActKind::transfer:
    case ActKind::redo:
        return Right::record_cell_acts;
    case ActKind::verification:
    case ActKind::appraisal:
    case ActKind::committee_vote:
        return Right::record_committee_acts;
    case ActKind::consent:
    case ActKind::decision:
    case ActKind::extension:
    case ActKind::removal:
        return Right::record_decisions;
    }
    std::unreachable();
}

Right right_to_record(SideAct act)
{
    return act == SideAct::recheck ? Right::record_cell_acts : Right::record_decisions;
}

Right right_to_record(const RecordedAct& act)
{
    return act.side ? right_to_record(*act.side) : right_to_record(act.act.kind);
}

} // namespace phusa
