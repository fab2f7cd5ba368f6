#!/usr/bin/env python3
"""splink_people.py PEOPLE.csv [TRUTH.csv] -- the same people by splink, with settings as its own guide for people has them."""
import sys
import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

people = duckdb.sql(f"""
  SELECT id AS unique_id, lower(given) AS given, lower(family) AS family, nullif(lower(email), '') AS email,
    nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 9), '') AS phone, city, title
  FROM read_csv('{sys.argv[1]}', all_varchar = true)""").df()
settings = SettingsCreator(
    link_type="dedupe_only",
    blocking_rules_to_generate_predictions=[
        block_on("email"), block_on("phone"), block_on("family", "substr(given, 1, 1)", "city"),
        block_on("given", "substr(family, 1, 3)", "city", "title"), block_on("given", "family"),
    ],
    comparisons=[
        cl.ForenameSurnameComparison("given", "family"), cl.ExactMatch("email"), cl.ExactMatch("phone"),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True), cl.ExactMatch("title"),
    ],
)
linker = Linker(DuckDBAPI().register(people), settings)
linker.training.estimate_probability_two_random_records_match([block_on("email"), block_on("phone")], recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
for rule in (block_on("email"), block_on("phone"), block_on("given", "family")):
    linker.training.estimate_parameters_using_expectation_maximisation(rule)
found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
if len(sys.argv) > 2:
    import csv
    pairs = {tuple(sorted((a, b), key=int)) for a, b in zip(found.unique_id_l, found.unique_id_r)}
    true = {tuple(sorted((r["dup"], r["orig"]), key=int)) for r in csv.DictReader(open(sys.argv[2]))}
    hit = len(pairs & true)
    print(f"precision {hit / len(pairs):.4f} recall {hit / len(true):.4f}")
else:
    print(len(found))
