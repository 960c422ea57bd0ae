#include "web/audit_log/sentences.hpp"

#include "base/date.hpp"
#include "domain/account.hpp"

#include <boost/json.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

namespace phusa::web::audit_log
{

namespace
{

using Words = std::pair<std::string_view, std::string_view>;

constexpr auto phrases = std::to_array<Words>({
    {"account.add", "đã thêm tài khoản"},
    {"account.change_password", "đã đổi mật khẩu của mình"},
    {"account.disable", "đã khoá tài khoản"},
    {"account.enable", "đã mở khoá tài khoản"},
    {"account.link_person", "đã gắn với người trong sổ tài khoản"},
    {"account.reset_password", "đã đặt lại mật khẩu cho tài khoản"},
    {"account.unlink_person", "đã bỏ gắn với người trong sổ tài khoản"},
    {"admission.add", "đã ghi một lần kết nạp còn thiếu"},
    {"admission.add", "đã ghi một lần kết nạp"},
    {"admission.correct", "đã đính chính một lần kết nạp"},
    {"admission.withdraw", "đã huỷ một lần kết nạp ghi nhầm"},
    {"audit.export", "đã tải nhật ký về"},
    {"audit_round.check", "đã ghi phiếu kiểm tra mẫu hồ sơ"},
    {"audit_round.close", "đã kết thúc đợt kiểm tra mẫu"},
    {"audit_round.confirm", "đã xác nhận khắc phục thiếu sót của hồ sơ"},
    {"audit_round.correct", "đã ghi khắc phục thiếu sót của hồ sơ"},
    {"audit_round.open", "đã rút mẫu và mở đợt kiểm tra hồ sơ"},
    {"audit_round.send_back", "đã trả lại việc khắc phục thiếu sót của hồ sơ"},
    {"backup.make", "đã sao lưu"},
    {"backup.restore", "đã phục hồi từ bản sao lưu"},
    {"demo.make", "đã dựng dữ liệu minh hoạ"},
    {"dossier.accept", "đã tiếp nhận hồ sơ kết nạp chuyển đến"},
    {"dossier.act", "đã ghi một việc vào hồ sơ kết nạp"},
    {"dossier.cancel", "đã huỷ một quyết định trong hồ sơ kết nạp"},
    {"dossier.close", "đã đóng hồ sơ kết nạp"},
    {"dossier.correct", "đã đính chính hồ sơ kết nạp"},
    {"dossier.correct_act", "đã đính chính một việc trong hồ sơ kết nạp"},
    {"dossier.open", "đã lập hồ sơ kết nạp"},
    {"dossier.past_fact", "đã ghi một việc đã làm trái quy định vào hồ sơ kết nạp"},
    {"dossier.remedy", "đã thừa nhận quyết định sau khi khắc phục"},
    {"dossier.reopen", "đã mở lại hồ sơ kết nạp"},
    {"dossier.send", "đã gửi phiếu chuyển hồ sơ kết nạp"},
    {"dossier.take_back", "đã rút phiếu chuyển hồ sơ kết nạp"},
    {"dossier.withdraw_act", "đã bỏ một việc ghi nhầm trong hồ sơ kết nạp"},
    {"export.accounts", "đã tải danh sách tài khoản"},
    {"export.audit_draw", "đã xem thử danh sách rút mẫu"},
    {"export.audit_round", "đã tải danh sách của đợt kiểm tra mẫu"},
    {"export.correction_sheet", "đã lập phiếu rà soát"},
    {"export.corrections", "đã tải danh sách việc khắc phục"},
    {"export.data_quality", "đã tải danh sách dữ liệu cần rà soát"},
    {"export.dossiers", "đã tải danh sách hồ sơ kết nạp"},
    {"export.rulebook_impact", "đã tải danh sách hồ sơ thay đổi theo quy định"},
    {"export.write", "đã xuất dữ liệu ra tệp"},
    {"first_link.make", "đã tạo liên kết khởi tạo"},
    {"grant.add", "đã cấp vai trò cho"},
    {"grant.end", "đã kết thúc vai trò của"},
    {"identity.reveal", "đã xem số định danh"},
    {"import.undo", "đã rút lại một lần nhập dữ liệu"},
    {"import.write", "đã nhập dữ liệu từ tệp"},
    {"membership.add", "đã ghi một biến động đảng viên"},
    {"membership.correct", "đã đính chính một biến động đảng viên"},
    {"membership.withdraw", "đã huỷ một biến động ghi nhầm"},
    {"organisation.dissolve", "đã giải thể tổ chức"},
    {"organisation.fact", "đã ghi nhận cho thống kê"},
    {"organisation.fact_end", "đã kết thúc một ghi nhận"},
    {"organisation.found", "đã lập tổ chức"},
    {"organisation.merge", "đã hợp nhất tổ chức"},
    {"organisation.move", "đã chuyển tổ chức"},
    {"organisation.rename", "đã đổi tên tổ chức"},
    {"organisation.reorganise", "đã sắp xếp lại tổ chức"},
    {"organisation.split", "đã chia tách tổ chức"},
    {"paper.make", "đã làm một giấy của hồ sơ kết nạp"},
    {"paper.print_kit", "đã in một bộ giấy có mã"},
    {"paper.withdraw", "đã thu hồi một giấy của hồ sơ kết nạp"},
    {"paper_numbers.tell", "đã ghi số văn bản cấp trước khi dùng Phù Sa"},
    {"paper_template.send", "đã gửi mẫu giấy"},
    {"paper_template.withdraw", "đã bỏ mẫu giấy"},
    {"paper_term.forget", "đã bỏ một nhiệm kỳ của đơn vị"},
    {"paper_term.tell", "đã ghi nhiệm kỳ của đơn vị"},
    {"people.export", "đã tải danh sách người"},
    {"people.list", "đã xem danh sách người"},
    {"person.add", "đã thêm người"},
    {"person.copy", "đã lập bản sao hồ sơ cho người có tên"},
    {"person.correct", "đã sửa hồ sơ"},
    {"person.distinct", "đã đánh dấu là hai người khác nhau"},
    {"person.export", "đã tải danh sách người"},
    {"person.indistinct", "đã bỏ đánh dấu hai người khác nhau"},
    {"person.look", "đã xem hồ sơ"},
    {"person.merge", "đã gộp hai hồ sơ làm một"},
    {"person.purge", "đã xoá hồ sơ theo thời hạn lưu"},
    {"person.unmerge", "đã tách lại hồ sơ đã gộp"},
    {"reminder.choose", "đã chọn việc được nhắc"},
    {"reminder.fail", "chưa gửi được thư nhắc việc cho"},
    {"reminder.make_calendar", "đã tạo địa chỉ lịch riêng"},
    {"reminder.revoke_calendar", "đã thu hồi địa chỉ lịch riêng"},
    {"reminder.send", "đã gửi thư nhắc việc cho"},
    {"rulebook.adopt", "đã áp dụng quy định mới"},
    {"rulebook.draft", "đã tải lên dự thảo quy định mới"},
    {"rulebook.drop_draft", "đã bỏ dự thảo quy định"},
    {"rulebook.remove", "đã gỡ quy định đã thêm"},
    {"rulebook.set", "đã xác nhận hoặc đặt trị số của quy định"},
    {"rulebook.take_back", "đã rút lại trị số đã đặt của quy định"},
    {"saved_view.change", "đã sửa một câu hỏi đã lưu"},
    {"saved_view.delete", "đã xoá một câu hỏi đã lưu"},
    {"saved_view.save", "đã lưu một câu hỏi báo cáo"},
    {"scan.batch", "đã gửi một tập giấy quét"},
    {"scan.bundle", "đã tải trọn bộ bản quét của hồ sơ kết nạp"},
    {"scan.complete", "đã ghép trang còn thiếu của một giấy quét"},
    {"scan.discard", "đã bỏ trang quét chưa nhận ra"},
    {"scan.file", "đã gửi một bản quét vào hồ sơ kết nạp"},
    {"scan.look", "đã xem một bản quét"},
    {"scan.purge", "đã xoá hẳn một bản quét đã bỏ"},
    {"scan.restore", "đã lấy lại một bản quét đã bỏ"},
    {"scan.sort", "đã xếp trang quét chưa nhận ra vào hồ sơ"},
    {"scan.take", "đã tải một bản quét"},
    {"scan.trash", "đã bỏ một bản quét"},
    {"scan.wait", "đã giữ lại trang quét chưa xếp được"},
    {"session.close", "đã đăng xuất"},
    {"session.end_others", "đã kết thúc các phiên khác của mình"},
    {"session.open", "đã đăng nhập"},
    {"session.refuse", "đăng nhập không thành công"},
    {"setting.change", "đã đổi cài đặt"},
    {"token.make", "đã tạo khoá truy cập cho"},
    {"token.revoke", "đã thu hồi khoá truy cập của"},
});

constexpr auto groups = std::to_array<ActionGroup>({
    {"session.", "Đăng nhập, đăng xuất"},
    {"account.", "Tài khoản"},
    {"grant.", "Vai trò"},
    {"token.", "Khoá truy cập"},
    {"person.", "Hồ sơ người"},
    {"identity.", "Số định danh"},
    {"organisation.", "Tổ chức"},
    {"rulebook.", "Quy định"},
    {"audit_round.", "Kiểm tra mẫu"},
    {"scan.", "Bản quét"},
    {"backup.", "Sao lưu"},
});

constexpr auto labels = std::to_array<Words>({
    {"admissions", "Lần kết nạp chuyển sang"},
    {"before", "Trước đó"},
    {"by_mail", "Nhận thư"},
    {"changed", "Mục đã sửa"},
    {"code", "Mã"},
    {"count", "Số dòng"},
    {"display_name", "Họ và tên"},
    {"dossiers", "Số hồ sơ"},
    {"document", "Văn bản"},
    {"events", "Việc chuyển sang"},
    {"expires", "Dùng đến hết ngày"},
    {"faults", "Thiếu sót"},
    {"file", "Tệp"},
    {"filter", "Điều kiện lọc"},
    {"from", "Từ ngày"},
    {"head", "Mắt xích cuối"},
    {"kept", "Hồ sơ giữ lại"},
    {"kind", "Loại"},
    {"label", "Dùng để"},
    {"list", "Danh sách"},
    {"name", "Tên"},
    {"note", "Ghi chú"},
    {"number", "Số"},
    {"on", "Ngày"},
    {"pages", "Số trang"},
    {"paper", "Mẫu giấy"},
    {"papers", "Số giấy"},
    {"other", "Hồ sơ kia"},
    {"peer", "Địa chỉ máy"},
    {"question", "Điều kiện lọc"},
    {"reason", "Lý do"},
    {"regulation", "Quy định"},
    {"role", "Vai trò"},
    {"reminders", "Việc được nhắc"},
    {"rows", "Số dòng"},
    {"seed", "Số rút"},
    {"scan", "Bản quét số"},
    {"scans", "Số bản quét"},
    {"set", "Bộ mẫu"},
    {"sha256", "Mã băm của tệp"},
    {"rule", "Quy tắc"},
    {"share", "Tỷ lệ rút"},
    {"shared_with", "Dùng chung ở"},
    {"token", "Khoá số"},
    {"unit", "Tổ chức"},
    {"until", "Đến trước ngày"},
    {"value", "Trị số"},
    {"waiting", "Trang chờ xếp"},
});

constexpr std::array<Words, 3> refusals = {{
    {"password", "sai mật khẩu"},
    {"unknown", "không có tài khoản mang tên đã gõ"},
    {"disabled", "tài khoản đã bị khoá"},
}};

std::optional<std::string_view> words_for(std::span<const Words> words, std::string_view key)
{
    auto found = std::ranges::find(words, key, &Words::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::string shown_value(std::string_view key, std::string_view value)
{
    if (key == "role")
        if (auto named = role(value))
            return std::string(title_of(*named));
    if (key == "reason")
        return std::string(words_for(refusals, value).value_or(value));
    if (auto day = Date::from_iso(value))
        return day->vietnamese();
    return std::string(value);
}

boost::json::object read_details(std::string_view json)
{
    boost::system::error_code error;
    auto value = boost::json::parse({json.data(), json.size()}, error);
    return !error && value.is_object() ? std::move(value.get_object()) : boost::json::object();
}

std::string name_in(std::string_view json)
{
    auto details = read_details(json);
    const auto* name = details.if_contains("name");
    return name && name->is_string() ? std::string(name->get_string()) : std::string();
}

} // namespace

std::string phrase_for(std::string_view action) { return std::string(words_for(phrases, action).value_or(action)); }

std::span<const ActionGroup> action_groups() { return groups; }

SubjectLink subject_of(const AuditRow& row)
{
    std::string_view subject = row.subject;
    auto colon = subject.find(':');
    if (colon == std::string_view::npos)
        return {};
    auto noun = subject.substr(0, colon);
    auto number = subject.substr(colon + 1);
    auto named = [&](std::string_view word) {
        auto name = name_in(row.details);
        return name.empty() ? fmt::format("{} số {}", word, number) : name;
    };
    bool is_own = row.actor && noun == "account" && number == std::to_string(row.actor->value);
    if (noun == "account" && !is_own)
        return {fmt::format("/tai-khoan/{}", number), named("tài khoản")};
    if (noun == "person")
        return {fmt::format("/nguoi/{}", number), fmt::format("người số {}", number)};
    if (noun == "organisation")
        return {fmt::format("/to-chuc/{}", number), named("tổ chức")};
    if (noun == "rulebook")
        return {"/quy-dinh", fmt::format("Quy định {}", number)};
    return {};
}

std::vector<std::pair<std::string, std::string>> details_of(std::string_view json)
{
    std::vector<std::pair<std::string, std::string>> shown;
    for (const auto& [key, detail] : read_details(json)) {
        auto text = detail.is_string() ? std::string(detail.get_string()) : boost::json::serialize(detail);
        if (!text.empty())
            shown.emplace_back(std::string(words_for(labels, key).value_or(key)), shown_value(key, text));
    }
    return shown;
}

} // namespace phusa::web::audit_log
