#include "web/site/visitor.hpp"

#include <cassert>

namespace phusa::web
{

const Actor* asking_if_any(const Request& request)
{
    return request.visitor ? &request.visitor->signed_in.actor : nullptr;
}

const Actor& asking(const Request& request)
{
    const Actor* actor = asking_if_any(request);
    assert(actor);
    return *actor;
}

} // namespace phusa::web
