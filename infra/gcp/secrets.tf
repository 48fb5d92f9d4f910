# Contains `tenant=key,tenant=key`, which Terraform never reads. Set it with gcloud secrets versions add NAME --data-file=-
resource "google_secret_manager_secret" "api_keys" {
  secret_id = "${var.name}-api-keys"

  replication {
    user_managed {
      replicas {
        location = var.region

        dynamic "customer_managed_encryption" {
          for_each = var.kms_key[*]
          content {
            kms_key_name = customer_managed_encryption.value
          }
        }
      }
    }
  }

  depends_on = [google_project_service.used]
}

resource "google_secret_manager_secret_iam_member" "http_reads_keys" {
  secret_id = google_secret_manager_secret.api_keys.id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.http.member
}
