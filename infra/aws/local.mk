# AWS: build the image, read a document with it on this machine, read an archive in an account.
AWS_IMAGE ?= invoicy-lambda:latest
AWS_PORT ?= 3000
QUIETLY = 1>&2

.PHONY: aws_image aws_local aws_local_queue aws_api aws_coldstart aws_backfill

aws_image: ## build the image that infra/aws/template.yaml names
	@$(BAKE) --progress=quiet --set lambda.tags=$(AWS_IMAGE) lambda $(QUIETLY)

aws_local: aws_local_document .venv/ready aws_image ## read FILE by the image: an upload to S3, `sam local invoke`, the stored reading
	@$(RUN) python -m infra.aws.local $(AWS_IMAGE) "$$FILE"

aws_local_queue: aws_local_queue_document .venv/ready aws_image ## the same through an SQS queue
	@$(RUN) python -m infra.aws.local --queue $(AWS_IMAGE) "$$FILE"

aws_api: .venv/ready aws_image ## serve the HTTP function on AWS_PORT (3000) by `sam local start-api`
	@$(RUN) python -m infra.aws.local_api $(AWS_IMAGE) $(AWS_PORT)

aws_coldstart: .venv/ready aws_image ## print how long the functions take to start, beside a hello-world
	@$(RUN) python -m bench images coldstart $(AWS_IMAGE)

aws_backfill: .venv/ready ## read every document of STACK again, or those with keys that start with PREFIX
	@$(RUN) python -m invoicy_aws.backfill "$(STACK)" --prefix "$(PREFIX)"
