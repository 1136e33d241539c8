#!/bin/bash
# What people look for on a host, and what user-data would else install at each first boot. Updates come first: what follows is
# built on the system as it will run.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

apt-get update --quiet
apt-get upgrade --yes --quiet --with-new-pkgs
apt-get install --yes --quiet --no-install-recommends \
  apparmor awscli ca-certificates cloud-init curl dbus iproute2 iptables jq locales nmap openssh-server sudo systemd systemd-sysv systemd-timesyncd tmux
