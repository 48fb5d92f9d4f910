"""Events that name an uploaded object or contain a document.

Handled formats: Eventarc's CloudEvents for Cloud Storage, for audit logs and for Pub/Sub messages; Cloud Storage's own
Pub/Sub notifications; Eventarc's events on a Pub/Sub topic. A message or event that should name an object and does not
is read as a document itself: it becomes a stored, rejected reading, and no delivery is lost.
"""
