#include "domain/scan_batch.hpp"

#include <utility>

namespace phusa
{

std::string_view title_of(WhyWaiting why)
{
    switch (why) {
    case WhyWaiting::no_code:
        return "Không đọc được mã trên trang.";
    case WhyWaiting::foreign:
        return "Mã trên trang không phải của giấy thuộc phạm vi của anh/chị.";
    case WhyWaiting::no_act:
        return "Việc của giấy này chưa ghi, hoặc có nhiều việc cùng hợp.";
    case WhyWaiting::repeated:
        return "Trang này đã có bản khác trong cùng lần quét.";
    case WhyWaiting::incomplete:
        return "Giấy còn thiếu trang.";
    }
    std::unreachable();
}

} // namespace phusa
