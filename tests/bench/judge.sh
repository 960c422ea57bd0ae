#!/usr/bin/env bash
# Judgements a second on one core: the example of DESIGN §6 at its end, at its beginning with the full `next`, and between.
exec "${PHUSA_BUILD:-build}/rules_bench" --benchmark_format=json
