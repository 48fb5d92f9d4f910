# Reads uploads from Pub/Sub's messages or Eventarc's events.
resource "google_cloud_run_v2_service" "uploads" {
  name                = "${var.name}-uploads"
  location            = var.region
  ingress             = "INGRESS_TRAFFIC_INTERNAL_ONLY"
  custom_audiences    = [local.push_audience]
  deletion_protection = var.deletion_protection

  template {
    service_account                  = google_service_account.reader.email
    timeout                          = "${var.timeout_seconds}s"
    max_instance_request_concurrency = var.concurrency

    scaling {
      max_instance_count = var.max_instances
    }

    containers {
      image   = var.image
      command = local.command
      args    = [local.by_pubsub ? "messages" : "bucket"]

      resources {
        limits = { cpu = var.cpu, memory = var.memory }
      }

      dynamic "env" {
        for_each = merge(local.environment, local.by_pubsub ? local.push_environment : {})
        content {
          name  = env.key
          value = env.value
        }
      }
    }
  }

  depends_on = [google_project_service.used]
}

resource "google_cloud_run_v2_service" "http" {
  name                = "${var.name}-http"
  location            = var.region
  ingress             = "INGRESS_TRAFFIC_ALL"
  deletion_protection = var.deletion_protection

  template {
    service_account                  = google_service_account.http.email
    timeout                          = "${var.timeout_seconds}s"
    max_instance_request_concurrency = var.concurrency

    scaling {
      max_instance_count = var.max_instances
    }

    containers {
      image   = var.image
      command = local.command
      args    = ["http"]

      resources {
        limits = { cpu = var.cpu, memory = var.memory }
      }

      startup_probe {
        http_get {
          path = "/healthz"
        }
      }

      dynamic "env" {
        for_each = local.environment
        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = var.use_api_keys ? [google_secret_manager_secret.api_keys.secret_id] : []
        content {
          name = "INVOICY_API_KEYS"
          value_source {
            secret_key_ref {
              secret  = env.value
              version = "latest"
            }
          }
        }
      }
    }
  }

  lifecycle {
    precondition {
      condition     = var.use_api_keys || !var.public
      error_message = "A public service needs use_api_keys; without keys, everyone could read and store documents."
    }
  }

  depends_on = [google_project_service.used, google_secret_manager_secret_iam_member.http_reads_keys]
}

resource "google_cloud_run_v2_service_iam_member" "anybody_calls_http" {
  #checkov:skip=CKV_GCP_102:only where the variable public is set, which needs keys
  count    = var.public ? 1 : 0
  name     = google_cloud_run_v2_service.http.name
  location = var.region
  role     = "roles/run.invoker"
  member   = "allUsers"
}
