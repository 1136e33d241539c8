#!/bin/bash
# Brings debian:bookworm-slim unless the engine has it: from its registry, or else made of Debian's own packages, which needs
# mmdebstrap and takes half a minute.
#
# usage: images/base.sh [IMAGE]
set -euo pipefail

image=${1:-debian:bookworm-slim}
if docker image inspect "$image" >/dev/null 2>&1; then exit 0; fi
if docker pull --quiet "$image" 2>/dev/null; then exit 0; fi
command -v mmdebstrap >/dev/null || {
  echo "base.sh: $image can't be pulled, and mmdebstrap is not on PATH to make it: 'apt-get install mmdebstrap'" >&2
  exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# As the official image: no manuals, and no fsync per file of a package, as an image is whole or isn't there.
mmdebstrap --variant=minbase --include=ca-certificates \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --dpkgopt=force-unsafe-io --aptopt='APT::Install-Recommends "false"' \
  bookworm "$folder/slim.tar"
docker import --message "Debian 12 by mmdebstrap" "$folder/slim.tar" "$image" >/dev/null
