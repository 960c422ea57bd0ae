#include "web/layout/form_view.hpp"

namespace phusa::web
{

namespace
{

std::string id_of(std::string_view name) { return "field-" + std::string(name); }

View errors_of(const Problem& problem)
{
    View::List errors;
    for (const auto& wrong : problem.fields)
        errors.push_back(View().set("id", id_of(wrong.name)).set("message", wrong.message));
    if (errors.empty())
        errors.push_back(View().set("id", "main").set("message", problem.message));
    return View(std::move(errors));
}

View options_of(const std::vector<FormChoice>& choices, std::string_view chosen)
{
    View::List options;
    for (const auto& choice : choices)
        options.push_back(View()
                              .set("value", choice.value)
                              .set("label", choice.label)
                              .set("note", choice.note)
                              .set("chosen", choice.value == chosen));
    return View(std::move(options));
}

} // namespace

FormView::FormView(std::string action, std::string submit_label, const Fields& typed, const Problem* problem)
    : typed_(typed), problem_(problem)
{
    view_.set("action", std::move(action)).set("submit_label", std::move(submit_label));
    view_.set("has_errors", problem != nullptr);
    if (problem)
        view_.set("errors", errors_of(*problem));
}

std::string FormView::value_of(const std::string& name, const FieldLook& look) const
{
    return typed_.empty() ? look.value : std::string(typed_.text(name));
}

View FormView::field(const std::string& name, std::string label, const FieldLook& look, bool repeats_value) const
{
    View field;
    field.set("id", id_of(name)).set("name", name).set("label", std::move(label)).set("hint", look.hint);
    field.set("required", look.required).set("short", look.is_short).set("autocomplete", look.autocomplete);
    field.set("searchable", look.searchable).set("value", repeats_value ? value_of(name, look) : std::string());
    std::string error;
    if (problem_)
        for (const auto& wrong : problem_->fields)
            if (wrong.name == name)
                error = wrong.message;
    // Set in any case, so that a field never shows what belongs to the page around it.
    field.set("error", error);
    for (auto kind : {"input", "inputmode", "maxlength"})
        field.set(kind, "");
    for (auto kind : {"date", "partial", "longer", "has_options", "has_choices", "checkbox", "chosen", "many"})
        field.set(kind, false);
    return field;
}

FormView& FormView::add(View field)
{
    fields_.push_back(std::move(field));
    return *this;
}

FormView& FormView::text(std::string name, std::string label, FieldLook look)
{
    return add(field(name, std::move(label), look).set("input", "text"));
}

FormView& FormView::password(std::string name, std::string label, FieldLook look)
{
    return add(field(name, std::move(label), look, false).set("input", "password"));
}

FormView& FormView::search(std::string name, std::string label, FieldLook look)
{
    return add(field(name, std::move(label), look).set("input", "search"));
}

FormView& FormView::date(std::string name, std::string label, FieldLook look)
{
    return add(field(name, std::move(label), look).set("date", true));
}

FormView& FormView::partial_date(std::string name, std::string label, FieldLook look)
{
    return add(field(name, std::move(label), look).set("date", true).set("partial", true));
}

FormView& FormView::longer(std::string name, std::string label, FieldLook look)
{
    return add(field(name, std::move(label), look).set("longer", true).set("rows", 4));
}

FormView& FormView::select(std::string name, std::string label, const std::vector<FormChoice>& choices, FieldLook look)
{
    auto made = field(name, std::move(label), look).set("has_options", true);
    return add(made.set("options", options_of(choices, value_of(name, look))));
}

FormView& FormView::radios(std::string name, std::string label, const std::vector<FormChoice>& choices, FieldLook look)
{
    auto made = field(name, std::move(label), look).set("has_choices", true);
    auto options = options_of(choices, value_of(name, look));
    View::List numbered = *options.list();
    for (std::size_t i = 0; i < numbered.size(); ++i)
        numbered[i].set("choice_id", id_of(name) + "-" + std::to_string(i));
    return add(made.set("choices", View(std::move(numbered))));
}

FormView& FormView::check_box(std::string name, std::string label, FieldLook look)
{
    bool ticked = typed_.empty() ? look.value == "1" : typed_.has(name);
    return add(field(name, std::move(label), look).set("checkbox", true).set("chosen", ticked));
}

FormView& FormView::hidden(std::string name, std::string value)
{
    hidden_.push_back(View().set("name", std::move(name)).set("value", std::move(value)));
    return *this;
}

FormView& FormView::cancel(std::string href, std::string label)
{
    view_.set("cancel_href", std::move(href)).set("cancel_label", std::move(label));
    return *this;
}

FormView& FormView::draft(std::string name)
{
    view_.set("draft", std::move(name));
    return *this;
}

View FormView::view() const
{
    View whole = view_;
    return whole.set("fields", View(fields_)).set("hidden", View(hidden_));
}

} // namespace phusa::web
