# Images. REGISTRY and VERSION name them; a new version is configuration and moves no layer.
REGISTRY ?= localhost:5000
RELEASE := $(shell sed -n 's/^version = "\(.*\)"/\1/p' shared/pyproject.toml)
REVISION ?= $(or $(shell git rev-parse HEAD 2>/dev/null),unknown)
# The release at its tag; before it, the release with the number of commits. Valid as a PEP 440 version and as an image tag.
VERSION ?= $(RELEASE)$(if $(shell git describe --exact-match --match 'v$(RELEASE)' 2>/dev/null),,.dev$(or $(shell git rev-list --count HEAD 2>/dev/null),0))
BASE_HASH = $(shell cat uv.lock Dockerfile.base | { sha256sum 2>/dev/null || shasum -a 256; } | cut -c 1-16)
BAKE = REGISTRY=$(REGISTRY) VERSION=$(VERSION) REVISION=$(REVISION) BASE_HASH=$(BASE_HASH) docker buildx bake --file=docker-bake.hcl
TARGETS ?= base lambda cloudrun

.PHONY: docker_base docker_image docker_push_base docker_push_all docker_publish image_version image_delta image_diff

docker_base: ## build the base image of both clouds
	$(BAKE) --load base

docker_image: ## build the three images
	$(BAKE) --load

docker_push_base: docker_base ## push the base to REGISTRY
	docker push -q $(REGISTRY)/invoicy-base:$(VERSION)
	docker push -q $(REGISTRY)/invoicy-base:$(BASE_HASH)

docker_push_all: docker_image docker_push_base ## push the three images to REGISTRY
	docker push -q $(REGISTRY)/invoicy-lambda:$(VERSION)
	docker push -q $(REGISTRY)/invoicy-cloudrun:$(VERSION)

# Needs a builder for several platforms and attestations; the engine's own builder does neither.
docker_publish: ## build TARGETS for amd64 and arm64 with SBOM and provenance, push them to REGISTRY (CI)
	$(BAKE) --push --provenance=mode=max --sbom=true --set '*.platform=linux/amd64,linux/arm64' \
		$(foreach target,base $(TARGETS),--set '*.cache-from=type=registry,ref=$(REGISTRY)/invoicy-$(target):cache') \
		$(foreach target,$(TARGETS),--set '$(target).cache-to=type=registry,ref=$(REGISTRY)/invoicy-$(target):cache,mode=max') \
		$(TARGETS)

image_version:
	@echo version=$(VERSION)

image_delta: .venv/ready ## print the bytes that a pull fetches after a change, by layer, beside other ways to build
	$(RUN) python -m bench images delta

image_diff: .venv/ready ## print the layers of the image NEW that a pull fetches after OLD, as Markdown
	@$(RUN) python -m bench images diff "$(OLD)" "$(NEW)"
