#include "app/audit_rounds/tasks.hpp"

#include "app/audit_rounds/checks.hpp"
#include "app/audit_rounds/corrections.hpp"
#include "app/audit_rounds/round_gate.hpp"
#include "app/unit_names.hpp"
#include "storage/audit_rounds.hpp"
#include "storage/check_faults.hpp"
#include "storage/database.hpp"
#include "storage/dossiers.hpp"
#include "storage/people.hpp"

#include <fmt/format.h>

#include <map>

namespace phusa
{

namespace
{

class AuditTasks
{
public:
    AuditTasks(App& app, const Actor& actor, const Gate& gate, const std::optional<OrganisationTree::Range>& asked)
        : app_(app), actor_(actor), gate_(gate), asked_(asked), checks_(my_checks(app, actor)),
          session_(app.database().read())
    {
        for (auto& round : storage::audit_rounds(session_))
            rounds_.emplace(round.id, std::move(round));
    }

    std::vector<Task> take() &&
    {
        add_checks();
        for (const auto& fault : storage::check_faults(session_))
            add(fault);
        return std::move(tasks_);
    }

private:
    bool is_asked(OrganisationId cell) const
    {
        auto position = gate_.tree().find(cell);
        return !asked_ || (position && asked_->contains(*position));
    }

    Task task(OrganisationId cell, std::string title, Date due) const
    {
        return {.cell_name = unit_name(app_, cell),
                .urgency = urgency_of(due, app_.today()),
                .title = std::move(title),
                .due = due,
                .days_left = days_between(app_.today(), due)};
    }

    void add_checks()
    {
        if (!checks_)
            return; // not a role that checks
        for (const auto& line : *checks_) {
            const auto& sample = line.line.sample;
            if (sample.checked || !is_asked(sample.checking))
                continue;
            auto made = task(sample.cell, "Kiểm tra chéo hồ sơ", line.due);
            made.dossier = sample.dossier;
            made.person = sample.person;
            made.name = line.line.name;
            made.round = line.round_name;
            made.check = sample.id;
            made.reckoning =
                fmt::format("{} được giao kiểm tra; ngày cuối do đợt kiểm tra đặt.", line.line.checking_name);
            tasks_.push_back(std::move(made));
        }
    }

    void add(const CheckFault& fault)
    {
        auto dossier = storage::dossier(session_, fault.dossier);
        if (!dossier || fault.confirmed || !is_asked(dossier->cell))
            return;
        auto title = title_of_fault(fault.kind);
        if (fault.state() == CorrectionState::open && gate_.pass(Right::record_cell_acts, dossier->cell)) {
            auto made = task(dossier->cell, fmt::format("Khắc phục: {}", title), fault.due);
            made.reckoning = "Thiếu sót ghi trong phiếu kiểm tra; ngày cuối do người kiểm tra đặt.";
            return add(std::move(made), fault, *dossier);
        }
        if (fault.state() == CorrectionState::done && may_confirm(fault)) {
            auto made = task(dossier->cell, fmt::format("Xác nhận đã khắc phục: {}", title), fault.due);
            made.urgency = Urgency::open;
            made.due.reset();
            made.days_left = 0;
            made.reckoning = fmt::format("Chi bộ báo đã khắc phục ngày {}.", fault.done->vietnamese());
            add(std::move(made), fault, *dossier);
        }
    }

    void add(Task made, const CheckFault& fault, const Dossier& dossier)
    {
        auto person = storage::person(session_, dossier.person);
        made.dossier = dossier.id;
        made.person = dossier.person;
        made.name = person ? person->name : std::string();
        made.round = rounds_.at(fault.round).name;
        made.fault = fault.id;
        tasks_.push_back(std::move(made));
    }

    bool may_confirm(const CheckFault& fault)
    {
        const auto& round = rounds_.at(fault.round);
        auto sample = storage::audit_sample(session_, fault.sample);
        bool may = gate_.pass(Right::record_committee_acts, round.unit).has_value() ||
                   (sample && is_checker(gate_, round, *sample));
        return may && !was_done_by(session_, fault, actor_);
    }

    App& app_;
    const Actor& actor_;
    const Gate& gate_;
    const std::optional<OrganisationTree::Range>& asked_;
    Result<std::vector<CheckLine>> checks_; // read before session_: nobody holds one while waiting for another
    storage::Session session_;
    std::map<AuditRoundId, AuditRound> rounds_;
    std::vector<Task> tasks_;
};

} // namespace

std::vector<Task> audit_tasks(App& app, const Actor& actor, const Gate& gate,
                              const std::optional<OrganisationTree::Range>& asked)
{
    return AuditTasks(app, actor, gate, asked).take();
}

} // namespace phusa
