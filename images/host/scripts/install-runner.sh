#!/bin/bash
# The container runner and what reads secrets for it, so that user-data can leave them out.
#
# usage: install-runner.sh FOLDER   with dockerland-run and dockerland-secrets in it
set -euo pipefail

folder=${1:-${RUNNER_FOLDER:?names the folder of the runner\'s programs}}
install -o root -g root -m 0755 "$folder/dockerland-run" /usr/local/bin/dockerland-run
install -o root -g root -m 0755 "$folder/dockerland-secrets" /usr/local/sbin/dockerland-secrets
