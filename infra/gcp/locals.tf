data "google_project" "this" {}

data "google_storage_project_service_account" "this" {}

locals {
  by_pubsub   = var.trigger == "pubsub"
  by_eventarc = var.trigger == "eventarc"

  # A name, because the URL of a service is known only after it is created.
  push_audience = "${var.name}-uploads"

  gcs_agent    = data.google_storage_project_service_account.this.email_address
  pubsub_agent = "service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"

  command = ["/opt/invoicy/bin/python", "-m", "invoicy_gcp"]

  environment = merge(
    {
      GOOGLE_CLOUD_PROJECT     = var.project
      INVOICY_BUCKET           = google_storage_bucket.readings.name
      INVOICY_INBOX            = google_storage_bucket.inbox.name
      INVOICY_TOPIC            = google_pubsub_topic.readings.id
      INVOICY_TENANT           = var.tenant
      INVOICY_PROFILE          = var.profile
      INVOICY_DEADLINE_SECONDS = tostring(var.timeout_seconds - 20) # before Cloud Run's own timeout
    },
    var.otlp_endpoint == null ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT = var.otlp_endpoint },
  )

  push_environment = {
    INVOICY_PUSH_TOKENS   = "checked" # Cloud Run checks the signature and removes it
    INVOICY_PUSH_ACCOUNT  = google_service_account.pusher.email
    INVOICY_PUSH_AUDIENCE = local.push_audience
  }
}

resource "google_project_service" "used" {
  for_each = toset([
    "artifactregistry.googleapis.com",
    "billingbudgets.googleapis.com",
    "eventarc.googleapis.com",
    "iamcredentials.googleapis.com",
    "monitoring.googleapis.com",
    "pubsub.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "storage.googleapis.com",
  ])

  service            = each.value
  disable_on_destroy = false
}
