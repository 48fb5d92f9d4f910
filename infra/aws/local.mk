# AWS: build the image, read a document with it on this machine, read an archive in an account.
AWS_IMAGE ?= invoicy-lambda:latest
AWS_PORT ?= 3000
QUIETLY = 1>&2

.PHONY: aws_image aws_local aws_local_queue aws_api aws_coldstart aws_backfill

aws_image: ## build the image of infra/aws/template.yaml
	@$(BAKE) --progress=quiet --set lambda.tags=$(AWS_IMAGE) lambda $(QUIETLY)

aws_local: aws_local_document .venv/ready aws_image ## read FILE with the Lambda image and an emulator of S3; print the stored reading
	@$(RUN) python -m infra.aws.local $(AWS_IMAGE) "$$FILE"

aws_local_queue: aws_local_queue_document .venv/ready aws_image ## the same as aws_local, through an SQS queue
	@$(RUN) python -m infra.aws.local --queue $(AWS_IMAGE) "$$FILE"

aws_api: .venv/ready aws_image ## serve the HTTP function with `sam local start-api` on AWS_PORT (3000)
	@$(RUN) python -m infra.aws.local_api $(AWS_IMAGE) $(AWS_PORT)

aws_coldstart: .venv/ready aws_image ## print the start times of the functions, beside a hello-world
	@$(RUN) python -m bench images coldstart $(AWS_IMAGE)

aws_backfill: .venv/ready ## read every document of STACK again, or only those with keys that start with PREFIX
	@$(RUN) python -m invoicy_aws.backfill "$(STACK)" --prefix "$(PREFIX)"
