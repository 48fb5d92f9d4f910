# AWS: the image, one document through it on this machine, and an archive anew on the real one.
AWS_IMAGE ?= invoicy-lambda:latest
QUIETLY = 1>&2

.PHONY: aws_image aws_local aws_local_queue aws_backfill

aws_image: ## build the image that infra/aws/template.yaml names
	@$(BAKE) --progress=quiet --set lambda.tags=$(AWS_IMAGE) lambda $(QUIETLY)

aws_local: .venv/ready aws_image ## read FILE by the image: an upload to S3, `sam local invoke`, the stored reading
	@$(RUN) python -m infra.aws.local $(AWS_IMAGE) "$(FILE)"

aws_local_queue: .venv/ready aws_image ## the same with a queue between
	@$(RUN) python -m infra.aws.local --queue $(AWS_IMAGE) "$(FILE)"

aws_backfill: .venv/ready ## read every document of STACK anew, or those whose keys begin with PREFIX
	@$(RUN) python -m invoicy_aws.backfill "$(STACK)" --prefix "$(PREFIX)"
