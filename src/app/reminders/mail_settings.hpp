#pragma once

#include "app/app.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace phusa
{

// How this site sends mail, as its operator set it for the process (docs/van-hanh/thu-nhac-viec.md).
struct MailSettings {
    std::string smtp_url = {}; // smtp://host:port or smtps://host:port; empty: no mail is sent
    std::string from = {};     // the address that letters come from
    std::string user = {};
    std::string password = {};
    std::string ca_file = {};
    bool is_plain = false;                 // without TLS, to a server on this machine alone
    std::vector<std::string> domains = {}; // to which letters may go; empty: to any
    std::string site_url = {};             // "https://phusa.tinh.example", for links; empty: letters have none

    bool sends() const { return !smtp_url.empty(); }
    // Of a page of this site, "/ho-so/7"; empty where the site has no address.
    std::string link(std::string_view path) const;
    bool may_go_to(std::string_view address) const;
};

// The Problem names the setting that cannot be so.
Result<void> check(const MailSettings& settings);

// Those of the process, kept as long as the App. Before they are set nothing is sent.
void set_mail_settings(App& app, MailSettings settings);
MailSettings mail_settings(App& app);

} // namespace phusa
