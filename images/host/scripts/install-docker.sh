#!/bin/bash
# Docker, and the helper by which it logs in to ECR with the host's own role. Who configures it is user-data.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

apt-get install --yes --quiet --no-install-recommends amazon-ecr-credential-helper docker.io
