#pragma once

// toml++ with the one setting that all rooms share. Include this, never <toml++/toml.h> itself: files that were
// compiled with and without its exceptions do not fit together, and the program crashes where they meet.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
