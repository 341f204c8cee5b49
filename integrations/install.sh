#!/usr/bin/env bash
# Installs what the engines need, where it is missing: `install.sh redis`, `install.sh java`, `install.sh pyspark`.
# PySpark goes into a virtual environment, whose Python is the last line that is printed.
set -euo pipefail
cd "$(dirname "$0")"

apt() {
  echo "installing $*" >&2
  local sudo=''
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq >&2
  # Debian would start a server of its own; the ones that are needed are started by the tests.
  $sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$@" >&2
}

java_works() { java -version 2>&1 | grep -Eq 'version "(1[7-9]|2[0-9])'; }

for what in "$@"; do
  case "$what" in
    redis) command -v redis-server >/dev/null || apt redis-server ;;
    java) java_works || apt openjdk-17-jre-headless ;;
    pyspark)
      venv=${TRICHLUC_VENV:-$PWD/spark/.venv}
      command -v python3 >/dev/null || apt python3
      python3 -c 'import venv, ensurepip' 2>/dev/null || apt python3-venv
      if ! cmp -s spark/requirements.txt "$venv/requirements.txt"; then
        echo "installing PySpark into $venv" >&2
        python3 -m venv --clear "$venv" >&2
        "$venv/bin/pip" install --quiet --disable-pip-version-check -r spark/requirements.txt >&2
        cp spark/requirements.txt "$venv/"
      fi
      echo "$venv/bin/python"
      ;;
    *)
      echo "install.sh: there is no $what; there are redis, java and pyspark" >&2
      exit 2
      ;;
  esac
done
