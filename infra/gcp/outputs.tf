output "repository" {
  description = "Repository for the image: REGISTRY for `make docker_push_all`."
  value       = "${var.region}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.images.repository_id}"
}

output "inbox" {
  description = "Bucket for uploads."
  value       = google_storage_bucket.inbox.url
}

output "readings" {
  description = "Bucket of the readings."
  value       = google_storage_bucket.readings.url
}

output "topic" {
  description = "Topic of the events about stored readings."
  value       = google_pubsub_topic.readings.id
}

output "http" {
  description = "URL of the HTTP service."
  value       = google_cloud_run_v2_service.http.uri
}

output "api_keys" {
  description = "Secret with the keys of callers."
  value       = google_secret_manager_secret.api_keys.secret_id
}

output "archive" {
  description = "Job that reads the archive; null without an archive."
  value       = one(google_cloud_run_v2_job.archive[*].name)
}
