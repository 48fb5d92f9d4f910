# Events about stored readings.
resource "google_pubsub_topic" "readings" {
  #checkov:skip=CKV_GCP_83:the variable kms_key sets a key; otherwise Google's own keys encrypt
  name                       = "${var.name}-readings"
  kms_key_name               = var.kms_key
  message_retention_duration = "604800s"

  depends_on = [google_project_service.used]
}

# The inbox's notifications about uploads.
resource "google_pubsub_topic" "uploads" {
  #checkov:skip=CKV_GCP_83:the variable kms_key sets a key; otherwise Google's own keys encrypt
  count        = local.by_pubsub ? 1 : 0
  name         = "${var.name}-uploads"
  kms_key_name = var.kms_key

  depends_on = [google_project_service.used]
}

# Uploads that could not be read in any delivery. An alert watches it.
resource "google_pubsub_topic" "dead" {
  #checkov:skip=CKV_GCP_83:the variable kms_key sets a key; otherwise Google's own keys encrypt
  count        = local.by_pubsub ? 1 : 0
  name         = "${var.name}-dead"
  kms_key_name = var.kms_key

  depends_on = [google_project_service.used]
}

resource "google_pubsub_subscription" "dead" {
  count                      = local.by_pubsub ? 1 : 0
  name                       = "${var.name}-dead"
  topic                      = google_pubsub_topic.dead[0].id
  message_retention_duration = "2678400s"

  expiration_policy {
    ttl = "" # never
  }
}

resource "google_pubsub_subscription" "uploads" {
  count                      = local.by_pubsub ? 1 : 0
  name                       = "${var.name}-uploads"
  topic                      = google_pubsub_topic.uploads[0].id
  ack_deadline_seconds       = var.timeout_seconds
  message_retention_duration = "604800s"

  push_config {
    push_endpoint = google_cloud_run_v2_service.uploads.uri

    oidc_token {
      service_account_email = google_service_account.pusher.email
      audience              = local.push_audience
    }
  }

  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead[0].id
    max_delivery_attempts = 10
  }

  expiration_policy {
    ttl = "" # never
  }
}

resource "google_storage_notification" "uploads" {
  count          = local.by_pubsub ? 1 : 0
  bucket         = google_storage_bucket.inbox.name
  topic          = google_pubsub_topic.uploads[0].id
  payload_format = "JSON_API_V1"
  event_types    = ["OBJECT_FINALIZE"]

  depends_on = [google_pubsub_topic_iam_member.storage_tells_uploads]
}

resource "google_pubsub_topic_iam_member" "storage_tells_uploads" {
  count  = local.by_pubsub ? 1 : 0
  topic  = google_pubsub_topic.uploads[0].id
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:${local.gcs_agent}"
}

resource "google_pubsub_topic_iam_member" "pubsub_buries" {
  count  = local.by_pubsub ? 1 : 0
  topic  = google_pubsub_topic.dead[0].id
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:${local.pubsub_agent}"
}

resource "google_pubsub_subscription_iam_member" "pubsub_takes_out" {
  count        = local.by_pubsub ? 1 : 0
  subscription = google_pubsub_subscription.uploads[0].id
  role         = "roles/pubsub.subscriber"
  member       = "serviceAccount:${local.pubsub_agent}"
}

resource "google_cloud_run_v2_service_iam_member" "pusher_calls_uploads" {
  name     = google_cloud_run_v2_service.uploads.name
  location = var.region
  role     = "roles/run.invoker"
  member   = google_service_account.pusher.member
}

resource "google_service_account_iam_member" "pubsub_shows_tokens_of_pusher" {
  count              = local.by_pubsub ? 1 : 0
  service_account_id = google_service_account.pusher.name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = "serviceAccount:${local.pubsub_agent}"
}

# The alternative: Eventarc's events. Its own subscription has no dead-letter topic.
resource "google_eventarc_trigger" "uploads" {
  count           = local.by_eventarc ? 1 : 0
  name            = "${var.name}-uploads"
  location        = var.region
  service_account = google_service_account.pusher.email

  matching_criteria {
    attribute = "type"
    value     = "google.cloud.storage.object.v1.finalized"
  }

  matching_criteria {
    attribute = "bucket"
    value     = google_storage_bucket.inbox.name
  }

  destination {
    cloud_run_service {
      service = google_cloud_run_v2_service.uploads.name
      region  = var.region
    }
  }

  depends_on = [google_project_iam_member.pusher_receives_events, google_project_iam_member.storage_publishes_events]
}

resource "google_project_iam_member" "pusher_receives_events" {
  count   = local.by_eventarc ? 1 : 0
  project = var.project
  role    = "roles/eventarc.eventReceiver"
  member  = google_service_account.pusher.member
}

# Cloud Storage publishes to a topic that Eventarc creates, so the role is on the project.
resource "google_project_iam_member" "storage_publishes_events" {
  count   = local.by_eventarc ? 1 : 0
  project = var.project
  role    = "roles/pubsub.publisher"
  member  = "serviceAccount:${local.gcs_agent}"
}
