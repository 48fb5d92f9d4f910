"""Programs that measure the packages they can import; each prints its report as one line of JSON."""
