#include "storage/sql/versions.hpp"

namespace phusa::storage
{

Problem changed_meanwhile()
{
    return {.kind = Problem::Kind::conflict,
            .message = "Người khác đã sửa bản ghi này trong lúc bạn đang làm: xem lại bản mới rồi sửa tiếp."};
}

Problem outside_validity()
{
    return {.kind = Problem::Kind::invalid,
            .message = "Ngày thay đổi không nằm trong thời gian mà bản ghi này có hiệu lực: chọn ngày khác."};
}

} // namespace phusa::storage
