#!/bin/bash
# Fails unless all is there that user-data builds on, and Docker runs.
set -euo pipefail

for program in aws cloud-init curl docker docker-credential-ecr-login dockerland-run dockerland-secrets ip; do
  command -v "$program" >/dev/null || {
    echo "check-host.sh: $program is not on PATH" >&2
    exit 1
  }
done
systemctl is-active --quiet docker.service || systemctl start docker.service
docker info --format 'Docker {{.ServerVersion}}, {{.Driver}}'
