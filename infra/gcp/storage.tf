resource "google_storage_bucket" "inbox" {
  #checkov:skip=CKV_GCP_62:Cloud Audit Logs record reads and writes and need no bucket
  name                        = "${var.project}-${var.name}-inbox"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = !var.deletion_protection

  versioning {
    enabled = true
  }

  dynamic "encryption" {
    for_each = var.kms_key[*]
    content {
      default_kms_key_name = encryption.value
    }
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      days_since_noncurrent_time = 30
    }
  }

  dynamic "lifecycle_rule" {
    for_each = var.keep_uploads_days > 0 ? [var.keep_uploads_days] : []
    content {
      action {
        type = "Delete"
      }
      condition {
        age = lifecycle_rule.value
      }
    }
  }
}

resource "google_storage_bucket" "readings" {
  #checkov:skip=CKV_GCP_62:Cloud Audit Logs record reads and writes and need no bucket
  name                        = "${var.project}-${var.name}-readings"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = !var.deletion_protection

  versioning {
    enabled = true
  }

  dynamic "encryption" {
    for_each = var.kms_key[*]
    content {
      default_kms_key_name = encryption.value
    }
  }
}

resource "google_artifact_registry_repository" "images" {
  #checkov:skip=CKV_GCP_84:the variable kms_key sets a key; otherwise Google's own keys encrypt
  repository_id = var.name
  location      = var.region
  format        = "DOCKER"
  description   = "Images of ${var.name}"
  kms_key_name  = var.kms_key

  docker_config {
    immutable_tags = true
  }

  depends_on = [google_project_service.used]
}
