# Start it with: gcloud run jobs execute NAME --region REGION
resource "google_cloud_run_v2_job" "archive" {
  count               = var.archive == null ? 0 : 1
  name                = "${var.name}-archive"
  location            = var.region
  deletion_protection = var.deletion_protection

  template {
    task_count  = var.archive_tasks
    parallelism = var.archive_tasks

    template {
      service_account = google_service_account.reader.email
      timeout         = "86400s"
      max_retries     = 3 # a restarted task continues where it stopped

      containers {
        image   = var.image
        command = local.command
        args    = ["archive"]

        resources {
          limits = { cpu = var.cpu, memory = var.memory }
        }

        dynamic "env" {
          for_each = merge(local.environment, { INVOICY_ARCHIVE = "gs://${var.archive}/${var.archive_folder}" })
          content {
            name  = env.key
            value = env.value
          }
        }
      }
    }
  }

  depends_on = [google_project_service.used]
}
