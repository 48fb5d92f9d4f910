# One account for each kind of work, with no more roles than the work needs.

resource "google_service_account" "reader" {
  account_id   = "${var.name}-reader"
  display_name = "Reads uploads and stores their readings"
}

resource "google_service_account" "http" {
  account_id   = "${var.name}-http"
  display_name = "Answers over HTTP"
}

resource "google_service_account" "pusher" {
  account_id   = "${var.name}-pusher"
  display_name = "Pushes messages and events"
}

resource "google_storage_bucket_iam_member" "reader_sees_inbox" {
  bucket = google_storage_bucket.inbox.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.reader.member
}

resource "google_storage_bucket_iam_member" "reader_sees_archive" {
  count  = var.archive == null ? 0 : 1
  bucket = var.archive
  role   = "roles/storage.objectViewer"
  member = google_service_account.reader.member
}

# The services may read and create readings, but neither change nor delete them.
resource "google_storage_bucket_iam_member" "sees_readings" {
  for_each = { reader = google_service_account.reader.member, http = google_service_account.http.member }
  bucket   = google_storage_bucket.readings.name
  role     = "roles/storage.objectViewer"
  member   = each.value
}

resource "google_storage_bucket_iam_member" "creates_readings" {
  for_each = { reader = google_service_account.reader.member, http = google_service_account.http.member }
  bucket   = google_storage_bucket.readings.name
  role     = "roles/storage.objectCreator"
  member   = each.value
}

resource "google_pubsub_topic_iam_member" "publishes_readings" {
  for_each = { reader = google_service_account.reader.member, http = google_service_account.http.member }
  topic    = google_pubsub_topic.readings.id
  role     = "roles/pubsub.publisher"
  member   = each.value
}

# A signed URL has the permissions of its signer: to create an object in the inbox.
resource "google_storage_bucket_iam_member" "http_creates_uploads" {
  bucket = google_storage_bucket.inbox.name
  role   = "roles/storage.objectCreator"
  member = google_service_account.http.member
}

resource "google_service_account_iam_member" "http_signs_as_itself" {
  service_account_id = google_service_account.http.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.http.member
}
