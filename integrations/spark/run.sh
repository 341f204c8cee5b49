#!/usr/bin/env bash
# The module on real Spark, with everything broken that breaks: `npm run spark`. Installs Java and PySpark where they are missing. First on local[2], where two extractors are killed with -9
# in the middle; then on a master and two workers on the loopback, where an extractor and then a worker are. Each prints documents in, out, lost and twice.
set -euo pipefail
cd "$(dirname "$0")/../.."
documents=${1:-6000}

python=$(bash integrations/install.sh java pyspark)
[ -s dist/cli.js ] || npm run --silent build
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PYTHONWARNINGS=ignore

echo "== the extractor's process, with stand-ins that break its contract"
(cd integrations/spark && "$python" -W error::ResourceWarning -m unittest discover -s tests)

node --import tsx --import ./scripts/tsv.mjs integrations/input.ts "$folder/in.jsonl" "$documents"
for mode in local cluster; do
  echo "== Spark, $mode: $documents documents"
  "$python" integrations/spark/run.py "$folder/in.jsonl" "$folder/$mode.parquet" "$mode" 2>"$folder/$mode.log" || {
    grep -v ' WARN ' "$folder/$mode.log" | tail -60 >&2
    echo "spark: FAILED ($mode)"
    exit 1
  }
  node --import tsx --import ./scripts/tsv.mjs integrations/compare.ts --parquet "$folder/$mode.parquet" --documents "$documents"
done
echo "spark: passed, $documents documents, twice"
