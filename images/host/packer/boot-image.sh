#!/usr/bin/env bash
# Starts an instance of an image and waits until its Docker has run a container, as the instance's console says. The instance is
# terminated in the end, and ends itself if this program can't do it.
#
# usage: boot-image.sh IMAGE [INSTANCE-TYPE]     with AWS's credentials and region in the environment
set -euo pipefail

image=${1:?is the id of an image, such as ami-0123456789abcdef0} type=${2:-t3.small}
said="dockerland-host: a container ran"
tries=${TRIES:-40} pause=${PAUSE:-15}

user_data=$(cat <<TEXT
#!/bin/sh
shutdown -P +30
docker run --rm public.ecr.aws/debian/debian:bookworm-slim true && echo "$said" >/dev/console
TEXT
)
instance=$(aws ec2 run-instances --image-id "$image" --instance-type "$type" --user-data "$user_data" \
  --metadata-options HttpTokens=required --instance-initiated-shutdown-behavior terminate \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=dockerland-host-test}]' \
  --query 'Instances[0].InstanceId' --output text)
trap 'aws ec2 terminate-instances --instance-ids "$instance" >/dev/null' EXIT

echo "$instance boots $image" >&2
for ((try = 1; try <= tries; try++)); do
  if aws ec2 get-console-output --latest --instance-id "$instance" --query Output --output text | grep --quiet --fixed-strings "$said"; then
    echo "$instance: $said" >&2
    exit 0
  fi
  sleep "$pause"
done
echo "boot-image.sh: $image ran no container within $((tries * pause)) s. The end of its console:" >&2
aws ec2 get-console-output --latest --instance-id "$instance" --query Output --output text | tail -n 40 >&2
exit 1
