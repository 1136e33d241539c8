# In a file of its own: Packer before 1.7, as Debian has it, refuses the block, and has the plugin built in.
packer {
  required_plugins {
    amazon = {
      source  = "github.com/hashicorp/amazon"
      version = ">= 1.2.8"
    }
  }
}
