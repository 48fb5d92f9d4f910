# Google Cloud on this machine. Included by the root Makefile, after images.mk, whose names it uses.
.PHONY: gcp_local

gcp_local: gcp_local_document .venv/ready ## read FILE with the Cloud Run image and an emulator; print the stored reading
	@$(BAKE) cloudrun >&2
	@$(RUN) python -m infra.gcp.local "$$FILE" --image "$(REGISTRY)/invoicy-cloudrun:$(VERSION)"

.PHONY: gcp_check
gcp_check: ## check the Terraform files; needs terraform and its provider
	terraform -chdir=infra/gcp fmt -check -diff
	terraform -chdir=infra/gcp init -backend=false -input=false
	terraform -chdir=infra/gcp validate
