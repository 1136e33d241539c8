#!/usr/bin/env bash
# Writes an image's id into the files of stacks, in place of the image that they have.
#
# usage: propose-image.sh IMAGE FILE …
set -euo pipefail

image=${1:?is the id of an image, such as ami-0123456789abcdef0}
shift
for file in "$@"; do
  grep --quiet '^config:$' "$file" || {
    echo "propose-image.sh: $file has no config: to write into" >&2
    exit 1
  }
  # More of it, such as a root device, is people's own: they change that themselves.
  if grep '^  dockerland:hostImage:' "$file" | grep --quiet --invert-match --extended-regexp '^  dockerland:hostImage: \{id: ami-[0-9a-f]+\}$'; then
    echo "propose-image.sh: $file has a dockerland:hostImage of another kind, which stays" >&2
    continue
  fi
  sed -i -e '/^  dockerland:hostImage:/d' -e "/^config:\$/a\\  dockerland:hostImage: {id: $image}" "$file"
done
