#pragma once

#include <chrono>
#include <cstddef>

// Everything has a limit, in this one file, with its unit.
namespace phusa::limit
{

inline constexpr int organisation_depth_max = 12;     // the tree is drawn on one screen
inline constexpr std::size_t name_length_max = 120;   // code points
inline constexpr std::size_t line_length_max = 300;   // code points: an address, a place of work
inline constexpr std::size_t note_length_max = 4'000; // code points
inline constexpr std::size_t reason_length_min = 8;   // code points: a reason says something
inline constexpr std::size_t page_rows = 50;
inline constexpr std::size_t api_page_rows_max = 200;
inline constexpr std::size_t export_rows_max = 1'000'000;

inline constexpr std::size_t unpacked_part_bytes_max = 256 * 1024 * 1024; // one part of a zipped office file
inline constexpr std::size_t report_text_bytes_max = 1024 * 1024;         // of a report whose figures are checked
inline constexpr std::size_t sheet_rows_max = 1'048'576;                  // as many as a spreadsheet has
inline constexpr std::size_t sheet_columns_max = 400;

inline constexpr std::size_t request_header_bytes_max = 16 * 1024;
inline constexpr std::size_t request_body_bytes_max = 1024 * 1024; // forms and JSON
inline constexpr std::size_t request_target_bytes_max = 8 * 1024;
inline constexpr std::size_t request_fields_max = 2'000;                  // in a query, a form, or headers
inline constexpr std::size_t request_files_max = 50;                      // in one multipart form
inline constexpr std::size_t request_refused_bytes_max = 8 * 1024 * 1024; // read away, so that a 413 can be read
inline constexpr std::chrono::seconds response_write_time_max{60};        // for each part of a long answer
inline constexpr std::chrono::seconds request_read_time_max{15};          // a slow sender cannot renew it
inline constexpr std::chrono::seconds keep_alive_idle_max{60};
inline constexpr std::chrono::seconds drain_time_max{10};
inline constexpr std::size_t connections_max = 2'000;

inline constexpr std::size_t account_name_length_max = 64; // bytes, all ASCII
inline constexpr std::size_t password_length_min = 12;     // code points (ASVS 5.0 6.2.1)
inline constexpr std::size_t password_length_max = 256;
inline constexpr int password_hashes_at_once_max = 2;
inline constexpr std::chrono::hours session_idle_max{8};
inline constexpr std::chrono::hours session_life_max{24 * 7};
inline constexpr int sign_in_failures_before_back_off = 5;
inline constexpr std::chrono::minutes sign_in_back_off_max{15};
inline constexpr std::chrono::hours first_link_life_max{24};

} // namespace phusa::limit
