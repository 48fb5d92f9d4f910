# The three images and how they depend on each other; the Makefile and CI call this file.
variable "REGISTRY" { default = "localhost:5000" }
variable "VERSION" { default = "0.0.0" }
variable "REVISION" { default = "unknown" }
variable "BASE_HASH" { default = "" }
variable "SOURCE_DATE_EPOCH" { default = "315532800" }

group "default" { targets = ["base", "lambda", "cloudrun"] }
group "all" { targets = ["base", "lambda", "cloudrun"] }

target "common" {
  context = "."
  # Provenance contains the time of the build, so no two images would be the same; CI turns it on for published images.
  attest = ["type=provenance,disabled=true"]
  args = {
    SOURCE_DATE_EPOCH = SOURCE_DATE_EPOCH
    VERSION           = VERSION
    REVISION          = REVISION
  }
}

target "base" {
  inherits   = ["common"]
  dockerfile = "Dockerfile.base"
  target     = "base"
  tags = compact([
    "${REGISTRY}/invoicy-base:${VERSION}",
    BASE_HASH == "" ? "" : "${REGISTRY}/invoicy-base:${BASE_HASH}",
  ])
}

target "lambda" {
  inherits   = ["common"]
  dockerfile = "Dockerfile.lambda"
  target     = "lambda"
  contexts   = { base = "target:base" }
  tags       = ["${REGISTRY}/invoicy-lambda:${VERSION}"]
}

target "cloudrun" {
  inherits   = ["common"]
  dockerfile = "Dockerfile.cloudrun"
  target     = "cloudrun"
  contexts   = { base = "target:base" }
  tags       = ["${REGISTRY}/invoicy-cloudrun:${VERSION}"]
}
