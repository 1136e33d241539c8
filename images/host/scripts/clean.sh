#!/bin/bash
# Takes away what belongs to the machine that the image is made on: each host makes its own keys, name and cloud-init run.
set -euo pipefail

apt-get clean
rm -rf /var/lib/apt/lists/* /var/log/apt /var/log/*.log /var/log/journal/* /tmp/* /var/tmp/*
rm -f /etc/ssh/ssh_host_*
cloud-init clean --logs --seed
# Empty rather than gone: systemd then makes a new one at the first boot.
: >/etc/machine-id
rm -f /var/lib/dbus/machine-id /root/.ssh/authorized_keys /home/*/.ssh/authorized_keys /root/.bash_history /home/*/.bash_history
