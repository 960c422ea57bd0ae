#pragma once

#include "base/result.hpp"
#include "web/http/fields.hpp"
#include "web/views/view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa::web
{

// One choice of a select, of radio buttons or check boxes.
struct FormChoice {
    std::string value;
    std::string label;
    std::string note = {};
};

struct FieldLook {
    std::string hint = {};
    bool required = false;
    std::string value = {}; // before anything was typed
    std::string autocomplete = {};
    bool is_short = false;
    bool searchable = false; // a long select
};

// A form as layout/form and layout/filter_bar show it: the fields in order, with what was typed and what is wrong.
//
//     FormView form("/to-chuc/7/doi-ten", "Đổi tên", request.form, problem);
//     form.text("name", "Tên mới", {.required = true}).date("from", "Từ ngày", {.required = true});
//     content.set("form", form.view());
//
// `typed` wins over FieldLook::value where the form was sent. Passwords are never repeated.
class FormView
{
public:
    FormView(std::string action, std::string submit_label, const Fields& typed = {}, const Problem* problem = nullptr);

    FormView& text(std::string name, std::string label, FieldLook look = {});
    FormView& password(std::string name, std::string label, FieldLook look = {});
    FormView& search(std::string name, std::string label, FieldLook look = {});
    FormView& date(std::string name, std::string label, FieldLook look = {});         // dd/mm/yyyy
    FormView& partial_date(std::string name, std::string label, FieldLook look = {}); // and mm/yyyy, yyyy
    FormView& longer(std::string name, std::string label, FieldLook look = {});
    FormView& select(std::string name, std::string label, const std::vector<FormChoice>& choices, FieldLook look = {});
    FormView& radios(std::string name, std::string label, const std::vector<FormChoice>& choices, FieldLook look = {});
    FormView& check_box(std::string name, std::string label, FieldLook look = {});
    FormView& hidden(std::string name, std::string value);
    FormView& cancel(std::string href, std::string label = "Không lưu");
    // What is typed is kept in the tab until it is sent; `name` says which form it is.
    FormView& draft(std::string name);

    View view() const;

private:
    View field(const std::string& name, std::string label, const FieldLook& look, bool repeats_value = true) const;
    std::string value_of(const std::string& name, const FieldLook& look) const;
    FormView& add(View field);

    Fields typed_;
    const Problem* problem_;
    View view_;
    View::List fields_;
    View::List hidden_;
};

} // namespace phusa::web
