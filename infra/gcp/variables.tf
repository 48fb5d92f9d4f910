variable "project" {
  description = "Id of the Google Cloud project that everything lives in."
  type        = string
}

variable "region" {
  description = "Region of services, buckets and images, for example europe-west3."
  type        = string
  default     = "europe-west3"
}

variable "name" {
  description = "What every resource's name begins with."
  type        = string
  default     = "invoicy"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,15}$", var.name))
    error_message = "Two to 16 lower case letters, digits and hyphens, a letter first."
  }
}

variable "image" {
  description = "The Cloud Run image with its tag or digest, pushed to the repository that the output `repository` names."
  type        = string
}

variable "trigger" {
  description = "Who tells of uploads: pubsub (the bucket's own notifications, with a dead letter topic) or eventarc."
  type        = string
  default     = "pubsub"

  validation {
    condition     = contains(["pubsub", "eventarc"], var.trigger)
    error_message = "Either pubsub or eventarc: with both, every upload would be told twice."
  }
}

variable "public" {
  description = "Whether anybody may call the HTTP service without an account of Google's. Needs use_api_keys."
  type        = bool
  default     = false
}

variable "use_api_keys" {
  description = "Whether callers show keys, `tenant=key,...`, from the newest version of the secret that the output `api_keys` names."
  type        = bool
  default     = false
}

variable "tenant" {
  description = "The tenant of documents that name none."
  type        = string
  default     = "default"
}

variable "profile" {
  description = "The rules to hold invoices to: auto, en16931, peppol, xrechnung, facturx-..."
  type        = string
  default     = "auto"
}

variable "timeout_seconds" {
  description = "How long a service may take for a document. Pub/Sub waits no longer than 600 seconds."
  type        = number
  default     = 300

  validation {
    condition     = var.timeout_seconds >= 60 && var.timeout_seconds <= 600
    error_message = "From 60 to 600 seconds."
  }
}

variable "cpu" {
  description = "Processors of an instance, and of a task of the job."
  type        = string
  default     = "1"
}

variable "memory" {
  description = "Memory of an instance, and of a task of the job. Documents of up to 256 MB are read, several at once."
  type        = string
  default     = "2Gi"
}

variable "concurrency" {
  description = "How many documents one instance reads at the same time."
  type        = number
  default     = 4
}

variable "max_instances" {
  description = "How many instances of a service there may be at most."
  type        = number
  default     = 10
}

variable "archive" {
  description = "Name of a bucket whose documents the job reads; without it there is no job."
  type        = string
  default     = null
}

variable "archive_folder" {
  description = "The folder of the archive that the job reads, for example 2025/; all of it where it is empty."
  type        = string
  default     = ""
}

variable "archive_tasks" {
  description = "Among how many tasks the archive is shared."
  type        = number
  default     = 10
}

variable "keep_uploads_days" {
  description = "After how many days an upload is deleted from the inbox; the reading stays. 0 keeps uploads for good."
  type        = number
  default     = 0
}

variable "kms_key" {
  description = "A key of Cloud KMS for buckets, topics, images and secret, which Google's agents for them may use; without it Google's own."
  type        = string
  default     = null
}

variable "otlp_endpoint" {
  description = "Where traces and metrics go by OTLP over HTTP; without it they go nowhere."
  type        = string
  default     = null
}

variable "alert_email" {
  description = "Who is told when something needs a person; without it alerts stand in the console only."
  type        = string
  default     = null
}

variable "billing_account" {
  description = "The billing account to watch; without it there is no budget."
  type        = string
  default     = null
}

variable "budget" {
  description = "What a month may cost, in whole units of the billing account's currency."
  type        = number
  default     = 50
}

variable "deletion_protection" {
  description = "Whether Terraform refuses to delete services, the job and buckets that hold something."
  type        = bool
  default     = true
}
