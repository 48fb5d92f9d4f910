variable "project" {
  description = "Id of the Google Cloud project."
  type        = string
}

variable "region" {
  description = "Region of services, buckets and images, for example europe-west3."
  type        = string
  default     = "europe-west3"
}

variable "name" {
  description = "Prefix of the name of every resource."
  type        = string
  default     = "invoicy"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,15}$", var.name))
    error_message = "Use 2 to 16 lower-case letters, digits and hyphens, starting with a letter."
  }
}

variable "image" {
  description = "The Cloud Run image with its tag or digest, in the repository of the output `repository`."
  type        = string
}

variable "trigger" {
  description = "Source of the events about uploads: pubsub (the bucket's own notifications, with a dead-letter topic) or eventarc."
  type        = string
  default     = "pubsub"

  validation {
    condition     = contains(["pubsub", "eventarc"], var.trigger)
    error_message = "Use pubsub or eventarc; with both, every upload would be read twice."
  }
}

variable "public" {
  description = "Allow calls to the HTTP service without a Google account. Needs use_api_keys."
  type        = bool
  default     = false
}

variable "use_api_keys" {
  description = "Check the keys of callers, `tenant=key,...`, from the newest version of the secret of the output `api_keys`."
  type        = bool
  default     = false
}

variable "tenant" {
  description = "Tenant of documents that name none."
  type        = string
  default     = "default"
}

variable "profile" {
  description = "Rules to check invoices against: auto, en16931, peppol, xrechnung, facturx-..."
  type        = string
  default     = "auto"
}

variable "timeout_seconds" {
  description = "Time for one document, in seconds. Pub/Sub waits 600 seconds at most."
  type        = number
  default     = 300

  validation {
    condition     = var.timeout_seconds >= 60 && var.timeout_seconds <= 600
    error_message = "Use 60 to 600 seconds."
  }
}

variable "cpu" {
  description = "CPUs of an instance and of a task of the job."
  type        = string
  default     = "1"
}

variable "memory" {
  description = "Memory of an instance and of a task of the job. An instance reads several documents of up to 256 MB at once."
  type        = string
  default     = "2Gi"
}

variable "concurrency" {
  description = "Number of documents that an instance reads at the same time."
  type        = number
  default     = 4
}

variable "max_instances" {
  description = "Largest number of instances of a service."
  type        = number
  default     = 10
}

variable "archive" {
  description = "Name of the bucket that the job reads; without it no job is created."
  type        = string
  default     = null
}

variable "archive_folder" {
  description = "Folder of the archive that the job reads, for example 2025/; empty for the whole bucket."
  type        = string
  default     = ""
}

variable "archive_tasks" {
  description = "Number of tasks that share the archive."
  type        = number
  default     = 10
}

variable "keep_uploads_days" {
  description = "Days after which an upload is deleted from the inbox; its reading is kept. 0 keeps every upload."
  type        = number
  default     = 0
}

variable "kms_key" {
  description = "Cloud KMS key for buckets, topics, images and the secret; Google's service agents need access to it. Without it, Google's own keys are used."
  type        = string
  default     = null
}

variable "otlp_endpoint" {
  description = "OTLP endpoint (HTTP) for traces and metrics; without it none are exported."
  type        = string
  default     = null
}

variable "alert_email" {
  description = "E-mail address for alerts; without it alerts are shown in the console only."
  type        = string
  default     = null
}

variable "billing_account" {
  description = "Billing account of the budget; without it no budget is created."
  type        = string
  default     = null
}

variable "budget" {
  description = "Budget of a month, in whole units of the billing account's currency."
  type        = number
  default     = 50
}

variable "deletion_protection" {
  description = "Make Terraform refuse to delete services, the job and buckets with objects."
  type        = bool
  default     = true
}
