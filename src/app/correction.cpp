#include "app/correction.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

namespace phusa
{

Result<std::string> reason_in(std::string_view reason)
{
    auto why = clean_text(reason);
    if (code_points(why) < limit::reason_length_min)
        return invalid("reason", "Hãy ghi rõ lý do.");
    return why;
}

} // namespace phusa
