# Google Cloud on this machine. Included by the root Makefile, after images.mk, whose names it uses.
.PHONY: gcp_local

gcp_local: .venv/ready ## FILE=path through the Cloud Run image on an emulator; prints the stored reading
	@[ -n "$(FILE)" ] || { echo "Say which document: make gcp_local FILE=samples/documents/ubl-invoice.xml" >&2; exit 2; }
	@$(BAKE) cloudrun >&2
	@$(RUN) python -m infra.gcp.local "$(FILE)" --image "$(REGISTRY)/invoicy-cloudrun:$(VERSION)"
