# The AMI of docker hosts: Debian 12 with all that user-data would else install at each first boot.

variable "region" {
  type        = string
  description = "Where the image is made and kept."
  default     = "eu-central-1"
}

variable "architecture" {
  type        = string
  description = "Of the processors, amd64 or arm64."
  default     = "amd64"
}

variable "source_owner" {
  type        = string
  description = "The account that owns the image to begin with; Debian's own."
  default     = "136693071363"
}

variable "source_name" {
  type        = string
  description = "Pattern of that image's name, of which the newest is taken; empty for Debian 12 of the architecture."
  default     = ""
}

variable "instance_type" {
  type        = string
  description = "What the image is made on."
  default     = "t3.small"
}

variable "gpu" {
  type        = bool
  description = "Whether to add NVIDIA's driver; the instance type must then have such a card, as g4dn.xlarge."
  default     = false
}

variable "ssh_user" {
  type        = string
  description = "Whom the image to begin with lets in."
  default     = "admin"
}

variable "name" {
  type        = string
  description = "What the image's name begins with; the time follows."
  default     = "dockerland-host"
}

variable "subnet_id" {
  type        = string
  description = "Where it is made; empty for the default VPC."
  default     = ""
}

variable "revision" {
  type        = string
  description = "Of this repository, kept as a tag."
  default     = "unknown"
}

locals {
  source_name = var.source_name == "" ? "debian-12-${var.architecture}-*" : var.source_name
  ami_name    = join("-", [var.gpu ? "${var.name}-gpu" : var.name, var.architecture, formatdate("YYYYMMDD'T'hhmmss'Z'", timestamp())])
  root        = "sudo env DEBIAN_FRONTEND=noninteractive {{ .Vars }} bash '{{ .Path }}'"
}

source "amazon-ebs" "host" {
  region          = var.region
  instance_type   = var.instance_type
  ami_name        = local.ami_name
  ami_description = "Docker host on Debian 12"
  subnet_id       = var.subnet_id
  ssh_username    = var.ssh_user
  ssh_timeout     = "15m"
  ena_support     = true

  source_ami_filter {
    owners      = [var.source_owner]
    most_recent = true
    filters = {
      name                = local.source_name
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
  }

  tags = {
    Name     = local.ami_name
    base     = "{{ .SourceAMIName }}"
    revision = var.revision
  }
  run_tags = {
    Name = "${var.name} in the making"
  }
}

build {
  sources = ["source.amazon-ebs.host"]

  provisioner "shell" {
    inline = ["cloud-init status --wait", "mkdir -p /tmp/runner"]
  }

  provisioner "file" {
    sources = [
      "${path.root}/../../../infra/UserData/Scripts/dockerland-run",
      "${path.root}/../../../infra/UserData/Scripts/dockerland-secrets",
    ]
    destination = "/tmp/runner/"
  }

  provisioner "shell" {
    execute_command  = local.root
    environment_vars = ["RUNNER_FOLDER=/tmp/runner"]
    scripts = concat(
      [
        "${path.root}/../scripts/install-base-tools.sh",
        "${path.root}/../scripts/install-docker.sh",
        "${path.root}/../scripts/install-runner.sh",
      ],
      var.gpu ? ["${path.root}/../scripts/remove-nouveau-driver.sh"] : [],
    )
  }

  # What follows is tried on the kernel and the drivers that hosts will have.
  provisioner "shell" {
    execute_command   = local.root
    inline            = ["systemctl reboot"]
    expect_disconnect = true
  }

  provisioner "shell" {
    pause_before    = "20s"
    execute_command = local.root
    scripts = concat(
      var.gpu ? ["${path.root}/../scripts/install-nvidia-driver.sh"] : [],
      [
        "${path.root}/../scripts/check-host.sh",
        "${path.root}/../scripts/clean.sh",
      ],
    )
  }

  post-processor "manifest" {
    output = "manifest.json"
  }
}
