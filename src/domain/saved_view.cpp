#include "domain/saved_view.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

#include <fmt/core.h>

namespace phusa
{

Result<void> check(const SavedView& view)
{
    if (view.name.empty())
        return invalid("name", "Hãy đặt tên cho câu hỏi, để lần sau nhận ra.");
    if (code_points(view.name) > limit::name_length_max)
        return invalid("name", fmt::format("Tên dài không quá {} ký tự.", limit::name_length_max));
    if (view.question.size() > limit::saved_question_bytes_max)
        return invalid("name", "Câu hỏi này dài quá, không lưu được; hãy bỏ bớt điều kiện.");
    return {};
}

} // namespace phusa
