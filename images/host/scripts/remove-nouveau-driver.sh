#!/bin/bash
# Keeps the kernel's own driver off NVIDIA's cards. It takes a reboot: once loaded it doesn't let go of a card.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

printf 'blacklist nouveau\noptions nouveau modeset=0\n' >/etc/modprobe.d/blacklist-nouveau.conf
apt-get install --yes --quiet --no-install-recommends "linux-headers-$(dpkg --print-architecture | sed 's/^/cloud-/')" build-essential dkms
update-initramfs -u
