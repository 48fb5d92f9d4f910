output "repository" {
  description = "Where to push the image: REGISTRY for `make docker_push_all`."
  value       = "${var.region}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.images.repository_id}"
}

output "inbox" {
  description = "The bucket to upload documents to."
  value       = google_storage_bucket.inbox.url
}

output "readings" {
  description = "The bucket that holds the readings."
  value       = google_storage_bucket.readings.url
}

output "topic" {
  description = "The topic that tells of stored readings."
  value       = google_pubsub_topic.readings.id
}

output "http" {
  description = "Address of the HTTP service."
  value       = google_cloud_run_v2_service.http.uri
}

output "api_keys" {
  description = "The secret that holds the callers' keys."
  value       = google_secret_manager_secret.api_keys.secret_id
}

output "archive" {
  description = "The job that reads the archive, null where there is none."
  value       = one(google_cloud_run_v2_job.archive[*].name)
}
