#include "web/dossiers/act_forms.hpp"

#include <algorithm>
#include <array>

namespace phusa::web::dossiers
{

namespace
{

using enum Part;

constexpr std::array forms{
    ActForm{.slug = "giay-chung-nhan",
            .kind = ActKind::certificate,
            .title = "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng",
            .lead = "Có giá trị 60 tháng kể từ ngày cấp; phải còn giá trị vào ngày chi bộ họp xét.",
            .day = "Ngày cấp giấy",
            .parts = {number, issuer}},
    ActForm{.slug = "don-xin",
            .kind = ActKind::application,
            .title = "Đơn xin vào Đảng",
            .lead = "Mẫu 1-KNĐ, người xin vào Đảng tự viết tay. Đơn phải có trước khi khai lý lịch.",
            .day = "Ngày ghi trong đơn",
            .parts = {}},
    ActForm{.slug = "ly-lich",
            .kind = ActKind::declaration,
            .title = "Lý lịch của người xin vào Đảng",
            .lead = "Mẫu 2-KNĐ, người xin vào Đảng tự khai. Chi bộ chưa nhận xét trước khi thẩm tra.",
            .day = "Ngày khai lý lịch",
            .parts = {}},
    ActForm{.slug = "tham-tra",
            .kind = ActKind::verification,
            .title = "Thẩm tra lý lịch",
            .lead =
                "Mỗi người cần thẩm tra ghi một dòng: bản thân, cha mẹ đẻ, vợ hoặc chồng, cha mẹ vợ hoặc chồng (hoặc "
                "người nuôi dưỡng), con đẻ có năng lực hành vi dân sự đầy đủ. Không thẩm tra chú, bác, cô, dì.",
            .day = "Ngày thẩm tra xong",
            .parts = {letters}},
    ActForm{.slug = "dong-y",
            .kind = ActKind::consent,
            .title = "Văn bản đồng ý của cấp uỷ có thẩm quyền",
            .lead = "Chỉ cần cho trường hợp đặc biệt; phải có trước quyết định kết nạp.",
            .day = "Ngày của văn bản",
            .parts = {consent, number, issuer}},
    ActForm{.slug = "gioi-thieu",
            .kind = ActKind::introduction,
            .title = "Đảng viên giới thiệu",
            .lead = "Mẫu 3-KNĐ. Cần hai đảng viên chính thức; hoặc một đảng viên cùng nghị quyết của Đoàn thanh niên; "
                    "nơi không "
                    "có Đoàn thì một đảng viên cùng nghị quyết của Công đoàn.",
            .day = "Ngày ghi trong giấy giới thiệu",
            .parts = {introducer},
            .by = Introducer::member},
    ActForm{.slug = "gioi-thieu-cua-doan",
            .kind = ActKind::introduction,
            .title = "Nghị quyết giới thiệu của Đoàn thanh niên",
            .lead = "Mẫu 4-KNĐ, của ban chấp hành đoàn cơ sở.",
            .day = "Ngày của nghị quyết",
            .parts = {number, issuer},
            .by = Introducer::youth_union},
    ActForm{.slug = "gioi-thieu-cua-cong-doan",
            .kind = ActKind::introduction,
            .title = "Nghị quyết giới thiệu của Công đoàn",
            .lead = "Mẫu 4A-KNĐ, của ban chấp hành công đoàn cơ sở; dùng ở nơi không có tổ chức Đoàn.",
            .day = "Ngày của nghị quyết",
            .parts = {number, issuer},
            .by = Introducer::trade_union},
    ActForm{
        .slug = "y-kien",
        .kind = ActKind::opinions,
        .title = "Tổng hợp ý kiến nhận xét",
        .lead =
            "Mẫu 5-KNĐ khi xét kết nạp, mẫu 12-KNĐ khi xét công nhận chính thức: ý kiến của đoàn thể nơi sinh hoạt và "
            "của chi uỷ nơi cư trú.",
        .day = "Ngày tổng hợp ý kiến",
        .parts = {}},
    ActForm{.slug = "kiem-tra-lai",
            .kind = ActKind::opinions,
            .title = "Chi uỷ kiểm tra lại điều kiện",
            .lead = "Chi uỷ xem lại tiêu chuẩn, điều kiện và hồ sơ trước khi trình chi bộ.",
            .day = "Ngày kiểm tra",
            .parts = {},
            .side = SideAct::recheck},
    ActForm{.slug = "tham-dinh",
            .kind = ActKind::appraisal,
            .title = "Báo cáo thẩm định của đảng uỷ bộ phận",
            .lead = "Mẫu 7-KNĐ khi xét kết nạp, 14-KNĐ khi xét công nhận chính thức; chỉ ở nơi có đảng uỷ bộ phận.",
            .day = "Ngày của báo cáo",
            .parts = {about, number, issuer}},
    ActForm{.slug = "nghi-quyet-dang-uy",
            .kind = ActKind::committee_vote,
            .title = "Nghị quyết của đảng uỷ cơ sở",
            .lead = "Mẫu 8-KNĐ khi đề nghị kết nạp, 15-KNĐ khi đề nghị công nhận chính thức.",
            .day = "Ngày họp",
            .parts = {about, committee, number, issuer}},
    ActForm{.slug = "quyet-dinh",
            .kind = ActKind::decision,
            .title = "Quyết định của cấp uỷ có thẩm quyền",
            .lead = "Mẫu 9-KNĐ: quyết định kết nạp; mẫu 16-KNĐ: quyết định công nhận đảng viên chính thức.",
            .day = "Ngày ký quyết định",
            .parts = {about, received, number, issuer}},
    ActForm{.slug = "khong-chuan-y",
            .kind = ActKind::decision,
            .title = "Thông báo không chuẩn y",
            .lead = "Cấp uỷ có thẩm quyền không đồng ý thì thông báo cho chi bộ biết.",
            .day = "Ngày của thông báo",
            .parts = {about, number, issuer},
            .side = SideAct::refusal},
    ActForm{.slug = "gia-han",
            .kind = ActKind::extension,
            .title = "Gia hạn ra quyết định",
            .lead = "Trường hợp đặc biệt được thêm không quá 30 ngày làm việc; phải ghi trước khi hết hạn.",
            .day = "Ngày của văn bản gia hạn",
            .parts = {about, number, issuer}},
    ActForm{.slug = "le-ket-nap",
            .kind = ActKind::ceremony,
            .title = "Lễ kết nạp",
            .lead = "Tổ chức cho từng người. Ngày vào Đảng và 12 tháng dự bị tính từ ngày này.",
            .day = "Ngày tổ chức lễ",
            .parts = {}},
    ActForm{.slug = "giup-do",
            .kind = ActKind::helper,
            .title = "Phân công đảng viên giúp đỡ",
            .lead = "Chi bộ phân công một đảng viên chính thức giúp đỡ đảng viên dự bị.",
            .day = "Ngày phân công",
            .parts = {helper}},
    ActForm{.slug = "ly-lich-dang-vien",
            .kind = ActKind::member_declaration,
            .title = "Lý lịch đảng viên",
            .lead = "Mẫu 1-HSĐV, đảng viên mới khai trong 30 ngày làm việc sau lễ kết nạp.",
            .day = "Ngày khai lý lịch",
            .parts = {}},
    ActForm{.slug = "giay-chung-nhan-dang-vien-moi",
            .kind = ActKind::certificate,
            .title = "Giấy chứng nhận học lớp bồi dưỡng đảng viên mới",
            .lead = "Học trong thời gian dự bị; phải có trước khi chi bộ xét công nhận chính thức.",
            .day = "Ngày cấp giấy",
            .parts = {number, issuer},
            .certificate = CertificateKind::new_member},
    ActForm{.slug = "tu-kiem-diem",
            .kind = ActKind::self_review,
            .title = "Bản tự kiểm điểm của đảng viên dự bị",
            .lead = "Mẫu 10-KNĐ, đảng viên dự bị viết khi đã đủ 12 tháng.",
            .day = "Ngày ghi trong bản tự kiểm điểm",
            .parts = {}},
    ActForm{.slug = "nhan-xet",
            .kind = ActKind::helper_remarks,
            .title = "Nhận xét của đảng viên được phân công giúp đỡ",
            .lead = "Mẫu 11-KNĐ, viết khi đã đủ 12 tháng dự bị.",
            .day = "Ngày ghi trong bản nhận xét",
            .parts = {helper}},
    ActForm{.slug = "lam-lai",
            .kind = ActKind::redo,
            .title = "Yêu cầu làm lại thủ tục",
            .lead = "Giấy giới thiệu, ý kiến nhận xét, các lần biểu quyết và quyết định trước ngày này thôi không dùng "
                    "nữa và phải "
                    "làm lại. Đơn, lý lịch, thẩm tra giữ nguyên.",
            .day = "Ngày yêu cầu",
            .parts = {about, number, issuer}},
    ActForm{
        .slug = "xoa-ten",
        .kind = ActKind::removal,
        .title = "Quyết định xoá tên trong danh sách đảng viên dự bị",
        .lead =
            "Khi đảng viên dự bị không đủ tư cách. Ghi quyết định của cấp uỷ có thẩm quyền, sau biểu quyết của chi bộ.",
        .day = "Ngày ký quyết định",
        .parts = {number, issuer}},
};

template<typename Fits>
const ActForm* first_form(Fits fits)
{
    auto found = std::ranges::find_if(forms, fits);
    return found == forms.end() ? nullptr : &*found;
}

} // namespace

std::span<const ActForm> act_forms() { return forms; }

const ActForm* act_form(std::string_view slug)
{
    return first_form([&](const ActForm& form) { return form.slug == slug; });
}

const ActForm* act_form(ActKind kind, Matter about)
{
    auto certificate = about == Matter::admission ? CertificateKind::awareness : CertificateKind::new_member;
    return first_form([&](const ActForm& form) {
        return !form.side && form.kind == kind && (kind != ActKind::certificate || form.certificate == certificate);
    });
}

const ActForm* act_form(SideAct side)
{
    return first_form([&](const ActForm& form) { return form.side == side; });
}

const ActForm* act_form(const RecordedAct& act)
{
    if (act.side)
        return act_form(*act.side);
    const auto& what = act.act;
    return first_form([&](const ActForm& form) {
        if (form.side || form.kind != what.kind)
            return false;
        if (what.kind == ActKind::certificate)
            return form.certificate == what.certificate;
        return what.kind != ActKind::introduction || form.by == what.by;
    });
}

RecordedAct blank_act(const ActForm& form, DossierId dossier, Date today, std::optional<Matter> about)
{
    RecordedAct act{.dossier = dossier, .side = form.side};
    act.act.kind = form.kind;
    act.act.on = today;
    act.act.certificate = form.certificate;
    act.act.by = form.by;
    if (form.parts.contains(Part::about))
        act.act.about = about.value_or(Matter::admission);
    return act;
}

} // namespace phusa::web::dossiers
