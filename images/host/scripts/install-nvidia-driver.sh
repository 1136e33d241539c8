#!/bin/bash
# Debian's build of NVIDIA's driver, made for the kernel that runs. Headless: hosts have no screen.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

if lsmod | grep --quiet '^nouveau'; then
  echo "install-nvidia-driver.sh: nouveau is loaded; run remove-nouveau-driver.sh and reboot before this" >&2
  exit 1
fi
sources=/etc/apt/sources.list.d/debian-non-free.list
echo "deb https://deb.debian.org/debian bookworm main contrib non-free non-free-firmware" >"$sources"
apt-get update --quiet
apt-get install --yes --quiet --no-install-recommends nvidia-kernel-dkms nvidia-smi firmware-misc-nonfree
modprobe nvidia
nvidia-smi
